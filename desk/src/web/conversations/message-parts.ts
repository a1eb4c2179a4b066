export type MessagePart = { readonly isOwn: boolean; readonly text: string }

/** A message cut into what its author newly wrote and the rest: quoted, forwarded, signature. Empty rests are left out. */
export function partsOf(text: string, own: readonly { readonly start: number; readonly end: number }[]): MessagePart[] {
  if (own.length === 0) return [{ isOwn: true, text: text.trim() }]
  const parts: MessagePart[] = []
  const add = (isOwn: boolean, piece: string) => {
    const last = parts.at(-1)
    if (piece.trim() === "") {
      if (last?.isOwn === isOwn) parts[parts.length - 1] = { isOwn, text: last.text + piece }
      return
    }
    if (last?.isOwn === isOwn) parts[parts.length - 1] = { isOwn, text: last.text + piece }
    else parts.push({ isOwn, text: piece })
  }
  let at = 0
  let before = -1
  for (const { start, end } of own.toSorted((a, b) => a.start - b.start)) {
    const gap = text.slice(at, start)
    if (gap.trim() === "" && before >= 0) add(true, gap)
    else add(false, gap)
    add(true, text.slice(start, end))
    at = Math.max(at, end)
    before = end
  }
  add(false, text.slice(at))
  return parts.map((part) => ({ ...part, text: part.isOwn ? part.text.trim() : trimLines(part.text) }))
}

/** Indentation of the first line stays; empty lines around go. */
function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd()
}
