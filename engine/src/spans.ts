/** Index of the first of these, in order and without overlap, that ends after `at`; their number where none does. */
export function firstEndingAfter(spans: readonly { readonly end: number }[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
