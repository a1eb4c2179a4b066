import type { Fact } from "./fact.ts"

/** Both ends are inclusive; days compare as they are written. */
export function isInForce({ validFrom, validUntil }: Fact, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day <= validUntil)
}
