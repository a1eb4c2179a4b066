import type { FoundPromise, Span } from "aboveboard-engine"

/** What a member decided about a passage of their draft: a promise with an owner and a time, or none. */
export type Decision = Captured | { readonly kind: "none"; readonly start: number; readonly end: number }

export type Captured = {
  readonly kind: "captured"
  readonly start: number
  readonly end: number
  readonly terms: Terms
}

export type Terms = {
  readonly deed: string
  readonly ownerId: string
  /** Null only for a promise whose condition is not yet met. */
  readonly due: { readonly until: string; readonly words: string } | null
  readonly condition: string | null
}

/**
 * The promises in a draft that need a card, in the order of the text. What is done at once ("I'll check that now")
 * needs none, and neither does what was decided on already.
 */
export function undecided(found: readonly FoundPromise[], decisions: readonly Decision[]): FoundPromise[] {
  return found
    .filter((each) => each.kind !== "now" && !decisions.some((made) => overlaps(made, each)))
    .toSorted((a, b) => a.start - b.start)
}

/** Adds a decision in place of those about the same words. */
export function decide(decisions: readonly Decision[], made: Decision): Decision[] {
  return [...decisions.filter((each) => !overlaps(each, made)), made].toSorted((a, b) => a.start - b.start)
}

/**
 * Carries decisions (or marks) over an edit: those before it stay, those after it move along, and those whose words changed are
 * dropped, so that the card asks again.
 */
export function afterEdit<S extends Span>(decisions: readonly S[], before: string, after: string): S[] {
  if (before === after) return [...decisions]
  const start = sharedStart(before, after)
  const end = sharedEnd(before, after, start)
  const moved = after.length - before.length
  return decisions.flatMap((each) => {
    if (each.end <= start) return [each]
    if (each.start >= before.length - end) return [{ ...each, start: each.start + moved, end: each.end + moved }]
    return []
  })
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[length] === b[length]) length += 1
  return length
}

/** Length of what both end with, not reaching into what they begin with. */
function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let length = 0
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1
  return length
}
