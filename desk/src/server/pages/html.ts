import { createHash } from "node:crypto"
import { STYLE } from "./style.ts"

/** HTML that was made here. Whatever people wrote becomes one only through `markup`, which escapes it. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | null | readonly Part[]

/** A piece of a page: what stands in `${}` is escaped unless it is a piece itself; null is nothing. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const joined = pieces.map((piece, index) => piece + textOf(parts[index] ?? null))
  return new Html(joined.join(""))
}

function textOf(part: Part): string {
  if (part === null) return ""
  if (part instanceof Html) return part.text
  if (typeof part === "object") return part.map(textOf).join("")
  return escaped(String(part))
}

/** Characters that turn the direction of what follows would let words pretend to be ours, so each is kept to its place. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "")
}

const STYLE_DIGEST = createHash("sha256").update(STYLE).digest("base64")

/** Nothing but our own style and our own forms. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_DIGEST}'`,
  "img-src data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ")

/** A whole page, for whatever somebody has at hand: without scripts, and readable without its style. */
export function page(title: string, body: Html): string {
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body><main>${body}</main></body>
</html>
`.text
}
