type Span = { readonly start: number; readonly end: number }

/**
 * Which span stands for which of `found`: each for one that it overlaps, so that a span over the whole text does not count
 * for everything in it. As many as possible are stood for (Kuhn, 1955). Null where none is left.
 */
export function oneForEach(found: readonly Span[], spans: readonly Span[]): readonly (number | null)[] {
  const holder = new Map<number, number>() // span to found
  for (const index of found.keys()) place(index, found, spans, holder, new Set())
  const spanOf = new Map([...holder].map(([span, index]) => [index, span]))
  return found.map((_, index) => spanOf.get(index) ?? null)
}

/** Gives this one a span; whoever has it may move to another. */
function place(
  index: number,
  found: readonly Span[],
  spans: readonly Span[],
  holder: Map<number, number>,
  tried: Set<number>,
): boolean {
  const one = found[index]
  for (const [at, span] of spans.entries()) {
    if (one === undefined || tried.has(at) || !overlaps(span, one)) continue
    tried.add(at)
    const before = holder.get(at)
    if (before !== undefined && !place(before, found, spans, holder, tried)) continue
    holder.set(at, index)
    return true
  }
  return false
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
