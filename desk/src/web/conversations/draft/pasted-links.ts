/** A link as it stands in what is pasted. `before`: the text between the link before it, or the beginning, and this one. */
export type PastedLink = { readonly before: string; readonly label: string; readonly href: string }

/**
 * What was copied with links, as it is written here: "[Track it](https://…)". A plain text field would drop where they lead.
 * Null when nothing would be lost: the browser then pastes as it always does.
 */
export function textWithLinks(text: string, links: readonly PastedLink[]): string | null {
  const plain = text.replaceAll("\r\n", "\n")
  let written = ""
  let from = 0
  let passed = "" // of the links' text, since the last one that was written
  for (const { before, label, href } of links) {
    passed += before
    const shown = inLine(label).trim()
    const at = shown === "" || !isKept(shown, href) ? -1 : placeOf(shown, { plain, from, passed: inLine(passed) })
    passed = at < 0 ? passed + label : ""
    if (at < 0) continue
    written += `${plain.slice(from, at)}[${shown.replaceAll(/[[\]]/g, "")}](${bare(href)})`
    from = at + shown.length
  }
  return from === 0 ? null : written + plain.slice(from)
}

/** "Here" stands in "where" and in "we are here", too: what stood before the link says which of them it is. */
function placeOf(
  shown: string,
  { plain, from, passed }: { readonly plain: string; readonly from: number; readonly passed: string },
): number {
  let at = plain.indexOf(shown, from)
  for (let left = passed.split(shown).length - 1; left > 0 && at >= 0; left -= 1) {
    at = plain.indexOf(shown, at + shown.length)
  }
  return at
}

function inLine(text: string): string {
  return text.replaceAll(/\s+/g, " ")
}

/** The links of copied HTML, in order. It is parsed only: nothing in it runs and nothing is loaded. */
export function linksOf(html: string): readonly PastedLink[] {
  const page = new DOMParser().parseFromString(html, "text/html")
  const between = page.createRange()
  between.setStart(page.body, 0)
  return [...page.body.querySelectorAll("a[href]")].map((each) => {
    between.setEndBefore(each)
    const before = between.toString()
    between.setStartAfter(each)
    return { before, label: each.textContent ?? "", href: each.getAttribute("href") ?? "" }
  })
}

/** An address that is its own label needs no second one, and only what leads out of the desk is a link. */
function isKept(label: string, href: string): boolean {
  return /^https?:\/\//i.test(href) && href.length <= HREF_LENGTH_MAX && address(href) !== address(label)
}

const HREF_LENGTH_MAX = 1_500 // characters; with those that are spelled out it stays a link when it is sent

function address(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/$/, "")
}

/** Without what would end a link in a draft. */
function bare(href: string): string {
  return href
    .trim()
    .replaceAll(/[\s<>()"'`\\]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)
}
