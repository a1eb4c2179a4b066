const DIFFERENCE_MIN = 60_000 // milliseconds; below it is the time that the answer took

/** The minute by the desk's clock, where the reader's own clock is wrong: what is late must not depend on it. */
export function deskNow(minute: Temporal.Instant, told: string | undefined, fetchedAt: number): Temporal.Instant {
  if (told === undefined || fetchedAt === 0) return minute
  const difference = Temporal.Instant.from(told).epochMilliseconds - fetchedAt
  if (Math.abs(difference) < DIFFERENCE_MIN) return minute
  return minute.add({ milliseconds: Math.round(difference / 1000) * 1000 })
}
