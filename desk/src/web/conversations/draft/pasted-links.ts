/** A link as it stands in what is pasted. */
export type PastedLink = { readonly label: string; readonly href: string }

/**
 * What was copied with links, as it is written here: "[Track it](https://…)". A plain text field would drop where they lead.
 * Null when nothing would be lost: the browser then pastes as it always does.
 */
export function textWithLinks(text: string, links: readonly PastedLink[]): string | null {
  const plain = text.replaceAll("\r\n", "\n")
  let written = ""
  let from = 0
  for (const { label, href } of links) {
    const shown = label.trim().replaceAll(/\s+/g, " ")
    const at = shown === "" || !isKept(shown, href) ? -1 : plain.indexOf(shown, from)
    if (at < 0) continue
    written += `${plain.slice(from, at)}[${shown.replaceAll(/[[\]]/g, "")}](${bare(href)})`
    from = at + shown.length
  }
  return from === 0 ? null : written + plain.slice(from)
}

/** The links of copied HTML, in order. It is parsed only: nothing in it runs and nothing is loaded. */
export function linksOf(html: string): readonly PastedLink[] {
  const anchors = new DOMParser().parseFromString(html, "text/html").querySelectorAll("a[href]")
  return [...anchors].map((each) => ({ label: each.textContent ?? "", href: each.getAttribute("href") ?? "" }))
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
