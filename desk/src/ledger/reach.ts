/**
 * Whether an RFC 3339 time is from the years 1900 to 2999 and at most 14 hours away from UTC: what the database, the
 * calendar and `Temporal` can all reckon with, whatever working time is added to it.
 */
export function isWithinReach(at: string): boolean {
  const milliseconds = Date.parse(at)
  return milliseconds >= FIRST && milliseconds < END && !/[+-](?:1[5-9]|2\d):\d\d$/.test(at)
}

const FIRST = Date.UTC(1900, 0, 1)
const END = Date.UTC(3000, 0, 1)
