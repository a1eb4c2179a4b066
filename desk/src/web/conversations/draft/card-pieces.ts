import { rewritePromise } from "aboveboard-engine"
import { rewriteWishes, type Card, type Desk } from "./card.ts"

export type CardPiece = { readonly kind: "same" | "gone" | "new"; readonly text: string }

/** The words of a promise with what the card changes in them: gone, new, or the same. */
export function piecesOfCard(text: string, card: Card, desk: Desk): CardPiece[] {
  const { edits } = rewritePromise(text, card.found, rewriteWishes(card, desk))
  const from = Math.min(card.found.start, ...edits.map((edit) => edit.start))
  const to = Math.max(card.found.end, ...edits.map((edit) => edit.end))
  const pieces: CardPiece[] = []
  let at = from
  for (const edit of edits) {
    pieces.push({ kind: "same", text: text.slice(at, edit.start) })
    pieces.push({ kind: "gone", text: text.slice(edit.start, edit.end) }, { kind: "new", text: edit.with })
    at = edit.end
  }
  pieces.push({ kind: "same", text: text.slice(at, to) })
  return spaced(pieces.filter((piece) => piece.text !== ""))
}

/** What goes and what comes right after it are two words to the eye. */
function spaced(pieces: readonly CardPiece[]): CardPiece[] {
  return pieces.flatMap((piece, index) => {
    const follows = piece.kind === "new" && pieces[index - 1]?.kind === "gone" && !piece.text.startsWith(" ")
    return follows ? [{ kind: "same" as const, text: " " }, piece] : [piece]
  })
}
