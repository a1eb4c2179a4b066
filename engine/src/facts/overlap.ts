import type { Span } from "../review-format.ts"

/** Finds, for spans that come in order, the first of `listed` (in order of their starts) that each overlaps. Linear in both. */
export function sweep<Kind extends Span>(listed: readonly Kind[]): (span: Span) => Kind | undefined {
  let at = 0
  return ({ start, end }) => {
    while (at < listed.length && (listed[at]?.end ?? 0) <= start) at++
    const found = listed[at]
    return found !== undefined && found.start < end ? found : undefined
  }
}
