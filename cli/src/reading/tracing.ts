import type { Traced } from "./piece.ts"

/** Puts a text together from parts of a source and remembers where each came from. */
export type Tracing = {
  /** Adds words as they stand in the source from offset `from` on. */
  readonly add: (words: string, from: number) => void
  readonly finish: () => Traced
}

export function tracing(): Tracing {
  let text = ""
  const starts: number[] = []
  const sources: number[] = []
  return {
    add: (words, from) => {
      if (words === "") return
      starts.push(text.length)
      sources.push(from)
      text += words
    },
    finish: () => ({ text, place: (offset) => placeIn(starts, sources, offset) }),
  }
}

function placeIn(starts: readonly number[], sources: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return (sources[low] ?? 0) + offset - (starts[low] ?? 0)
}
