const HTML_LENGTH_MAX = 2_000_000 // characters; long newsletters have 200,000
const HTML_TAGS_MAX = 50_000 // the parser looks through all open tags at each closing one; long newsletters have 5,000

/** Whether HTML is small enough that reading it takes well under a second. */
export function canBeRead(html: string): boolean {
  if (html.length > HTML_LENGTH_MAX) return false
  let tags = 0
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) tags += 1
  return tags <= HTML_TAGS_MAX
}
