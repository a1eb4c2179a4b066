import type { Fact } from "aboveboard-engine"
import { type FactHead, type FactVersion, bookFact, confirmBefore } from "./fact.ts"

export type BookedFact = FactHead & { readonly id: string; readonly versions: readonly FactVersion[] }

/**
 * What the review is given: every approved version with the days on which it held, so that one book reads what is written
 * today and what was written before. A version ends where a later one begins.
 */
export function factsOfBook(
  facts: readonly BookedFact[],
  { day, zone }: { readonly day: string; readonly zone: string },
): readonly Fact[] {
  return facts
    .filter(({ retiredAt }) => retiredAt === null)
    .flatMap((fact) => {
      const by = confirmBefore(fact, zone)
      const isStale = by !== null && by <= day
      return heldVersions(fact.versions).map((each) => bookFact(bookId(fact.id, each.version), each, isStale))
    })
}

/** The approved versions with the days on which each of them is the one that holds; those that never do are left out. */
export function heldVersions(versions: readonly FactVersion[]): readonly FactVersion[] {
  const approved = versions.filter(({ approvedAt }) => approvedAt !== null)
  return approved.flatMap((each) => {
    const later = approved.filter(({ version }) => version > each.version).map(({ validFrom }) => validFrom)
    if (later.includes(null)) return []
    const ends = later.flatMap((from) => (from === null ? [] : [dayBefore(from)]))
    const [validUntil = null] = [...ends, ...(each.validUntil === null ? [] : [each.validUntil])].toSorted()
    return validUntil !== null && validUntil < (each.validFrom ?? "") ? [] : [{ ...each, validUntil }]
  })
}

/** How the review names a version of a fact: `ID@VERSION`. */
export function bookId(factId: string, version: number): string {
  return `${factId}@${version}`
}

export function readBookId(id: string | undefined): { readonly factId: string; readonly version: number } | null {
  const [, factId, version] = /^([0-9a-f-]{36})@(\d{1,9})$/.exec(id ?? "") ?? []
  return factId === undefined || version === undefined ? null : { factId, version: Number(version) }
}

/** The currency that most amounts of the book are in; none in a book without amounts. */
export function currencyOf(facts: readonly Pick<Fact, "type" | "unit">[]): string | null {
  const counts = new Map<string, number>()
  for (const { type, unit } of facts) {
    const code = (unit ?? "").split("/")[0] ?? ""
    if (type === "money" && code !== "") counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? null
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
