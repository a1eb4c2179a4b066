/** A text without its marks, and where the promises are in it. */
export type PlainText = {
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** Takes the [brackets] around promises away; {due} and {bis} in the n-th become the n-th words given. */
export function withoutMarks(
  marked: string,
  words: readonly { readonly due: string; readonly bis: string }[],
): PlainText {
  const spans: { start: number; end: number }[] = []
  let text = ""
  for (const [index, part] of marked.split(/[[\]]/).entries()) {
    const start = text.length
    const inside = index % 2 === 1
    const said = words[spans.length]
    text += inside && said !== undefined ? part.replace("{due}", said.due).replace("{bis}", said.bis) : part
    if (inside) spans.push({ start, end: text.length })
  }
  if (spans.length !== words.length) throw new Error(`not as many promises as brackets: ${marked}`)
  return { text, spans }
}
