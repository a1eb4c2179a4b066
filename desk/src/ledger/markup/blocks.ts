import { type Inline, inlinesIn } from "./inlines.ts"

export type Line = readonly Inline[]
export type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly Line[] }
  | { readonly kind: "bullets"; readonly items: readonly Line[] }
  | { readonly kind: "numbers"; readonly first: number; readonly items: readonly Line[] }
  | { readonly kind: "quote"; readonly lines: readonly Line[] }
  | { readonly kind: "code"; readonly start: number; readonly end: number }

type Read = { readonly start: number; readonly end: number; readonly text: string }

/** A message in paragraphs, lists, quotes and code. Headings are text: a mail is a letter. */
export function blocksIn(source: string): readonly Block[] {
  const lines = linesOf(source)
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const [block, next] = blockAt(source, lines, at)
    if (block !== null) blocks.push(block)
    at = next
  }
  return blocks
}

function linesOf(source: string): readonly Read[] {
  let start = 0
  return source.split("\n").map((text) => {
    const line = { start, end: start + text.length, text }
    start = line.end + 1
    return line
  })
}

const BULLET = /^\s{0,3}[-*]\s+(?=\S)/
const NUMBER = /^\s{0,3}(\d{1,4})[.)]\s+(?=\S)/
const QUOTE = /^>\s?/
const FENCE = /^```/

function blockAt(source: string, lines: readonly Read[], at: number): readonly [Block | null, number] {
  const line = lines[at]
  if (line === undefined || line.text.trim() === "") return [null, at + 1]
  if (FENCE.test(line.text)) {
    const close = nextWhere(lines, at, (text) => FENCE.test(text))
    const inside = lines.slice(at + 1, close)
    const [first, last] = [inside[0], inside.at(-1)]
    if (close < lines.length && first !== undefined && last !== undefined)
      return [{ kind: "code", start: first.start, end: last.end }, close + 1]
  }
  const run = (mark: RegExp) => {
    return lines.slice(
      at,
      nextWhere(lines, at, (text) => !mark.test(text)),
    )
  }
  const inner = (taken: readonly Read[], mark: RegExp) =>
    taken.map(({ start, end, text }) => inlinesIn(source, start + (mark.exec(text)?.[0].length ?? 0), end))
  for (const [kind, mark] of [
    ["quote", QUOTE],
    ["bullets", BULLET],
  ] as const) {
    if (!mark.test(line.text)) continue
    const taken = run(mark)
    const read = inner(taken, mark)
    return [kind === "quote" ? { kind, lines: read } : { kind, items: read }, at + taken.length]
  }
  const number = NUMBER.exec(line.text)
  if (number !== null) {
    const taken = run(NUMBER)
    return [{ kind: "numbers", first: Number(number[1]), items: inner(taken, NUMBER) }, at + taken.length]
  }
  const taken = run(/^(?!\s*$|\s{0,3}[-*]\s+\S|\s{0,3}\d{1,4}[.)]\s+\S|>|```)/)
  return [{ kind: "paragraph", lines: inner(taken, /^/) }, at + Math.max(1, taken.length)]
}

/** The next line after this one of which that is true; the number of lines where there is none. */
function nextWhere(lines: readonly Read[], at: number, is: (text: string) => boolean): number {
  for (let next = at + 1; next < lines.length; next += 1) if (is(lines[next]?.text ?? "")) return next
  return lines.length
}
