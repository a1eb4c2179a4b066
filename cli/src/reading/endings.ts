/** Where the next ending after a place stands, as a range; null when there is none. */
export type EndOf = (ending: string, from: number) => { readonly start: number; readonly end: number } | null

/**
 * Looks for what ends a comment or an element. Each ending is looked for from where it was last found, and never again once
 * there is none, so a text full of beginnings without ends takes no longer than another.
 */
export function endings(source: string): EndOf {
  const found = new Map<string, { readonly start: number; readonly end: number } | null>()
  return (ending, from) => {
    const last = found.get(ending)
    if (last === null || (last !== undefined && last.start >= from)) return last
    const pattern = new RegExp(ending, "gi")
    pattern.lastIndex = from
    const match = pattern.exec(source)
    const place = match === null ? null : { start: match.index, end: match.index + match[0].length }
    found.set(ending, place)
    return place
  }
}
