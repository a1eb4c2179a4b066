/** An instant as both stores print it: UTC, without trailing zeros in the fraction. */
export function printed(instant: string): string
export function printed(instant: string | null): string | null
export function printed(instant: string | null): string | null {
  if (instant === null || (instant.length === 20 && instant[19] === "Z")) return instant
  if (instant.endsWith("Z") && instant[19] === ".") {
    let end = instant.length - 1
    while (instant[end - 1] === "0") end -= 1
    return `${instant.slice(0, end === 20 ? 19 : end)}Z`
  }
  return Temporal.Instant.from(instant).toString()
}

/** Simulated clocks show whole milliseconds, so that these compare exactly. */
export function epochOf(instant: string): number {
  return Date.parse(instant)
}

/** Whether `one` is before `other` or the same. */
export function isUpTo(one: string | null, other: string): boolean {
  if (one === null) return false
  return one.length === other.length ? one <= other : epochOf(one) <= epochOf(other) // of one length: of one form
}
