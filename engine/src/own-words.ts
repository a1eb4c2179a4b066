import {
  endOfAttribution,
  isForwardMark,
  isHeaderLine,
  isMobileSignature,
  isOriginalMark,
  isQuoted,
  isRule,
  isSignatureMark,
} from "./mail-marks.ts"
import type { Span } from "./review-format.ts"

/**
 * The parts of a mail that its author newly wrote: quoted lines, the lines that announce them, forwarded messages,
 * header blocks and signatures are left out. Answers between quoted lines stay. A mail that only forwards keeps what it forwards.
 */
export function ownWords(text: string): readonly Span[] {
  const lines = linesOf(text)
  const own = keep(text, lines, 0)
  if (own.length > 0) return own
  const after = afterFirstMark(text, lines)
  return after === null ? [] : keep(text, lines, after)
}

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = []
  let start = 0
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", start)) {
    lines.push({ start, end: at + 1 })
    start = at + 1
  }
  if (start < text.length) lines.push({ start, end: text.length })
  return lines
}

/** Spans of own lines from line `first` on; neighbouring lines are one span. */
function keep(text: string, lines: readonly Span[], first: number): readonly Span[] {
  const own: Span[] = []
  for (let at = first; at < lines.length; at++) {
    const line = lineText(text, lines, at)
    if (isSignatureMark(line) || isOriginalMark(line) || isForwardMark(line) || startsHeaders(text, lines, at)) break
    if (isRule(line) && cutsAfterRule(text, lines, at)) break
    if (isQuoted(line) || isMobileSignature(line)) continue
    const attribution = endOfAttribution((index) => lineText(text, lines, index), at, lines.length)
    if (attribution !== null) {
      if (!isQuoted(nextFilled(text, lines, attribution))) break
      at = attribution - 1
      continue
    }
    append(text, lines[at], own)
  }
  return own
}

/** Whether a quoted message's head or a signature follows a ruled line. */
function cutsAfterRule(text: string, lines: readonly Span[], at: number): boolean {
  const next = nextFilled(text, lines, at + 1)
  return next === "" || isHeaderLine(next) || isSignatureMark(next) || isRule(next)
}

function lineText(text: string, lines: readonly Span[], at: number): string {
  const line = lines[at]
  return line === undefined ? "" : text.slice(line.start, Math.min(line.end, line.start + LINE_LENGTH_READ)).trim()
}

const LINE_LENGTH_READ = 400 // characters; a line that announces a quote is shorter

function nextFilled(text: string, lines: readonly Span[], from: number): string {
  for (let at = from; at < Math.min(lines.length, from + 6); at++) {
    const line = lineText(text, lines, at)
    if (line !== "") return line
  }
  return ""
}

/** Three header lines within four ("From:", "Sent:", "To:", "Subject:") are the head of another message. */
function startsHeaders(text: string, lines: readonly Span[], at: number): boolean {
  if (!isHeaderLine(lineText(text, lines, at))) return false
  let headers = 1
  for (let next = at + 1; next < at + 5; next++) if (isHeaderLine(lineText(text, lines, next))) headers++
  return headers >= 3
}

/** The line after the first head or announcement: where a mail with no words of its own begins to say something. */
function afterFirstMark(text: string, lines: readonly Span[]): number | null {
  for (let at = 0; at < Math.min(lines.length, 20); at++) {
    const line = lineText(text, lines, at)
    const attribution = endOfAttribution((index) => lineText(text, lines, index), at, lines.length)
    if (attribution !== null) return attribution
    if (isForwardMark(line) || isOriginalMark(line) || startsHeaders(text, lines, at))
      return afterHeaders(text, lines, at)
  }
  return null
}

function afterHeaders(text: string, lines: readonly Span[], from: number): number {
  let at = from
  while (at < lines.length && lineText(text, lines, at) !== "") at++
  if (at === from + 1) while (at < lines.length && lineText(text, lines, at) === "") at++
  if (startsHeaders(text, lines, at)) return afterHeaders(text, lines, at)
  return at
}

function append(text: string, line: Span | undefined, own: Span[]): void {
  if (line === undefined) return
  const last = own.at(-1)
  const isBlank = text.slice(line.start, line.end).trim() === ""
  if (isBlank && last?.end !== line.start) return
  if (last !== undefined && last.end === line.start) own[own.length - 1] = { start: last.start, end: line.end }
  else own.push(line)
}
