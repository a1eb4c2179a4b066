import { htmlText } from "./html.ts"
import { through } from "./piece.ts"
import type { Piece, Place, Traced } from "./piece.ts"
import { tracing } from "./tracing.ts"

/** The text of a mail (RFC 5322, MIME): the plain part, else the HTML part. `source` has one character a byte. */
export function mailPieces(source: string, start = 0, end = source.length): readonly Piece[] {
  const parts = partsOf(source, start, end, 0)
  const chosen = parts.find(({ type }) => type === "text/plain") ?? parts.find(({ type }) => type === "text/html")
  if (chosen === undefined) return []
  const words = chosen.type === "text/html" ? htmlText(chosen.text) : chosen
  const place: Place = chosen.type === "text/html" ? through(words.place, chosen.place) : chosen.place
  return [{ text: words.text, place, channel: "mail", author: "member" }]
}

/** The mails of an mbox file: each begins with a line "From ". */
export function mboxPieces(source: string): readonly Piece[] {
  const starts = [...source.matchAll(/^From [^\n]*\n/gm)].map((match) => match.index + match[0].length)
  return starts.flatMap((start, index) => {
    const next = starts[index + 1]
    const end = next === undefined ? source.length : source.lastIndexOf("\nFrom ", next)
    return mailPieces(source, start, end)
  })
}

type Part = Traced & { readonly type: string }
const DEPTH_MAX = 8 // parts within parts; real mails have three
const PARTS_MAX = 200 // of one part; the rest of a mail made of nothing but boundaries is not looked at

function partsOf(source: string, start: number, end: number, depth: number): readonly Part[] {
  const gap = /\r?\n\r?\n/g
  gap.lastIndex = start
  const found = gap.exec(source)
  const bodyStart = found === null || found.index > end ? end : found.index + found[0].length
  const headers = headersIn(source.slice(start, bodyStart))
  const type = /^[^;\s]+/.exec(headers.get("content-type") ?? "text/plain")?.[0].toLowerCase() ?? "text/plain"
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(headers.get("content-type") ?? "")?.[1]
  if (type.startsWith("multipart/") && boundary !== undefined && depth < DEPTH_MAX) {
    return boundsOf(source, bodyStart, end, boundary).flatMap(([from, to]) => partsOf(source, from, to, depth + 1))
  }
  if (!type.startsWith("text/") || /^attachment/i.test(headers.get("content-disposition") ?? "")) return []
  const charset = /charset="?([\w-]+)/i.exec(headers.get("content-type") ?? "")?.[1] ?? "utf-8"
  return [
    {
      type,
      ...decoded(
        source,
        bodyStart,
        end,
        (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase(),
        charset,
      ),
    },
  ]
}

function headersIn(block: string): ReadonlyMap<string, string> {
  const lines = block.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(":")
      return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
    }),
  )
}

function boundsOf(
  source: string,
  start: number,
  end: number,
  boundary: string,
): readonly (readonly [number, number])[] {
  const marks: number[] = []
  for (
    let at = source.indexOf(`--${boundary}`, start);
    at >= 0 && at < end && marks.length <= PARTS_MAX;
    at = source.indexOf(`--${boundary}`, at + 1)
  )
    marks.push(at)
  return marks.slice(0, -1).map((mark, index) => [source.indexOf("\n", mark) + 1, marks[index + 1] ?? end] as const)
}

function decoded(source: string, start: number, end: number, encoding: string, charset: string): Traced {
  const body = source.slice(start, end)
  if (encoding === "base64")
    return { text: textOf(Uint8Array.from(Buffer.from(body, "base64")), charset), place: () => start }
  const words = tracing()
  const pattern = encoding === "quoted-printable" ? /=\r?\n|(?:=[0-9A-F]{2})+|[\x80-\xff]+/gi : /[\x80-\xff]+/g
  let at = 0
  for (const match of body.matchAll(pattern)) {
    words.add(body.slice(at, match.index), start + at)
    words.add(
      match[0].startsWith("=") ? quoted(match[0], charset) : textOf(Buffer.from(match[0], "latin1"), charset),
      start + match.index,
    )
    at = match.index + match[0].length
  }
  words.add(body.slice(at), start + at)
  return words.finish()
}

function quoted(run: string, charset: string): string {
  if (/^=\r?\n$/.test(run)) return ""
  return textOf(
    Uint8Array.from(
      run
        .slice(1)
        .split("=")
        .map((pair) => Number.parseInt(pair, 16)),
    ),
    charset,
  )
}

function textOf(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder("latin1").decode(bytes)
  }
}
