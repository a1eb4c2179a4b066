import type { Author, Channel } from "aboveboard-engine"

/** A text to review, who it speaks as, and where each of its characters stands in the file. */
export type Piece = {
  readonly text: string
  readonly channel: Channel
  readonly author: Author
  readonly place: Place
}

/** From an offset into a text to the offset into the file it was read from. */
export type Place = (offset: number) => number

/** What a file holds: its source (for lines and columns) and the texts in it, or why it was not read. */
export type Reading = { readonly source: string; readonly pieces: readonly Piece[] } | { readonly unread: string }

/** A text whose place in its file is known. */
export type Traced = { readonly text: string; readonly place: Place }

/** One after the other: first into the inner text, then into the file. */
export function through(inner: Place, outer: Place): Place {
  return (offset) => outer(inner(offset))
}
