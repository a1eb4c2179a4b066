import sanitizeHtml from "sanitize-html"
import { canBeRead } from "./html-limits.ts"
import { safeStyle } from "./safe-style.ts"

export type HtmlOptions = {
  /** The picture behind a `cid:` reference as a data URI; null when the mail has no such picture. */
  readonly picture: (contentId: string) => string | null
  /** Whether the reader asked for pictures from elsewhere; whoever keeps them learns that the mail was opened. */
  readonly remote: boolean
}

/** HTML for a frame without scripts, and the policy to send with it. */
export type SafeHtml = {
  readonly html: string
  readonly policy: string
  /** How many pictures and backgrounds from elsewhere were left out. */
  readonly blocked: number
}

/**
 * A document that shows a mail: without scripts, forms, frames, or anything that loads from elsewhere unasked. It relies on
 * three things, each of which holds on its own: what is left of the HTML, the policy, and the sandbox of the frame.
 */
export function sanitiseHtml(html: string, options: HtmlOptions): SafeHtml {
  const count = { blocked: 0 }
  const body = canBeRead(html) ? sanitizeHtml(html, rules(options, count)) : ""
  const policy = `default-src 'none'; img-src data:${options.remote ? " https:" : ""}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`
  return {
    html: documentOf(body, policy),
    policy: `${policy}; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`,
    blocked: count.blocked,
  }
}

/** A picture that is not shown says so with its words in a plain box, where a browser would draw a broken one. */
const LEFT_OUT = "display:inline-block;padding:2px 6px;color:#5d6a65;border:1px dashed #7a8882"

type Attributes = Record<string, string>
type Count = { blocked: number }

function rules(options: HtmlOptions, count: Count): sanitizeHtml.IOptions {
  return {
    allowedTags: TAGS,
    allowedAttributes: ATTRIBUTES,
    nonTextTags: [
      "script",
      "style",
      "textarea",
      "option",
      "xmp",
      "noscript",
      "noembed",
      "noframes",
      "title",
      "template",
    ],
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["data", "https"] },
    allowProtocolRelative: false,
    parseStyleAttributes: false, // safeStyle has done it
    nestingLimit: NESTING_MAX,
    transformTags: {
      img: (_name, attributes) => drawn(imageOf(attributes, options, count)),
      "*": (name, attributes) => ({ tagName: name, attribs: transform(name, attributes, count) }),
    },
  }
}

const NESTING_MAX = 200 // tags in tags; browsers stop at 512
const TAGS = [
  "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd",
  "del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd",
  "li main mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot",
  "th thead time tr tt u ul var wbr",
].flatMap((line) => line.split(" "))
const CELL = ["colspan", "rowspan", "width", "height", "valign", "bgcolor", "nowrap"]
const ATTRIBUTES = {
  "*": ["style", "dir", "lang", "align"],
  a: ["href", "target", "rel", "title"],
  img: ["src", "alt", "title", "width", "height"],
  table: ["width", "height", "border", "cellpadding", "cellspacing", "bgcolor"],
  tr: ["valign", "bgcolor"],
  td: CELL,
  th: CELL,
  col: ["width", "span"],
  colgroup: ["width", "span"],
  font: ["color", "face", "size"],
  ol: ["start", "type", "reversed"],
  li: ["value"],
  ul: ["type"],
}

/** What is not shown leaves its words. */
function drawn(attribs: Attributes): sanitizeHtml.Tag {
  const { src, alt = "" } = attribs
  if (src !== undefined) return { tagName: "img", attribs }
  return { tagName: "span", attribs: alt === "" ? {} : { style: LEFT_OUT }, text: alt }
}

function transform(name: string, attributes: Attributes, count: Count): Attributes {
  const kept: Attributes = { ...attributes }
  if (kept["background"] !== undefined && isRemote(kept["background"])) count.blocked += 1
  if (kept["style"] !== undefined) {
    const { style, blocked } = safeStyle(kept["style"])
    count.blocked += blocked
    kept["style"] = style
    if (style === "") delete kept["style"]
  }
  return name === "a" ? linkOf(kept) : kept
}

/** Links open in a tab of their own that cannot reach back. A relative one would lead into the desk itself. */
function linkOf({ href, target: _target, rel: _rel, ...kept }: Attributes): Attributes {
  const whole = (href ?? "").replace(INVISIBLE, "").trim()
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(whole)) return kept
  return { ...kept, href: whole, target: "_blank", rel: "noopener noreferrer nofollow" }
}

function imageOf({ src, ...kept }: Attributes, options: HtmlOptions, count: Count): Attributes {
  const source = pictureOf((src ?? "").replace(INVISIBLE, "").trim(), options)
  if (source === "blocked") count.blocked += 1
  return source === "blocked" || source === "none" ? kept : { ...kept, src: source }
}

function pictureOf(src: string, { picture, remote }: HtmlOptions): string {
  if (/^cid:/i.test(src)) return picture(decoded(src.slice("cid:".length))) ?? "none"
  if (DATA_PICTURE.test(src)) return src
  if (!isRemote(src)) return "none"
  return remote ? src.replace(/^(https?:)?\/\//i, "https://") : "blocked"
}

const DATA_PICTURE = /^data:image\/(png|jpeg|gif|webp|avif|bmp);base64,[a-z0-9+/=\s]*$/i
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu

function isRemote(url: string): boolean {
  return /^\s*(https?:)?\/\//i.test(url)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The policy stands in the document too, for whoever saves it or shows it without its headers. */
function documentOf(body: string, policy: string): string {
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width"><title>Message</title>
<style>
:root { color-scheme: light }
body { margin: 12px; background: #fff; color: #1c1c1a; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
img { max-width: 100%; height: auto }
table { max-width: 100% }
blockquote { margin: 8px 0; padding-left: 12px; border-left: 2px solid #bbb }
pre { white-space: pre-wrap }
</style></head><body>
${body}
</body></html>
`
}
