/** The text with the mark of a picture at this place; without a place, as it is. */
export function withPicture(
  text: string,
  { id, name }: { readonly id: string; readonly name: string },
  at: number | null,
): string {
  if (at === null) return text
  const mark = `![${name.replaceAll(/[[\]\n]/g, " ").slice(0, 200)}](attachment:${id})`
  const place = Math.min(at, text.length)
  return `${text.slice(0, place)}${mark}${text.slice(place)}`
}

/** The text without the marks of this picture. */
export function withoutPicture(text: string, id: string): string {
  const end = `](attachment:${id})`
  const at = text.indexOf(end)
  const start = at < 0 ? -1 : text.lastIndexOf("![", at)
  return start < 0 ? text : withoutPicture(text.slice(0, start) + text.slice(at + end.length), id)
}
