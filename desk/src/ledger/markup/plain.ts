import type { Review } from "aboveboard-engine"
import { blocksIn, type Block, type Line } from "./blocks.ts"
import type { Inline } from "./inlines.ts"

/** A message without its marks, as it is reviewed, recorded and sent as plain text; and where each place of it stood. */
export type Plain = {
  readonly text: string
  /** The place in the plain text of one in the source, and back; what a mark takes up belongs to what follows it. */
  readonly toPlain: (at: number) => number
  readonly toSource: (at: number) => number
}

/** The same length stays the same words: marks only go, and "](" of a link becomes " (", so that places can be followed. */
export function plainOf(source: string): Plain {
  const gone: { readonly start: number; readonly end: number }[] = []
  const put: { readonly at: number; readonly with: string }[] = []
  for (const inline of blocksIn(source).flatMap(linesIn).flat()) collect(inline, gone, put)
  gone.sort((one, other) => one.start - other.start)
  const text = without(source, gone, new Map(put.map((each) => [each.at, each.with])))
  return {
    text,
    toPlain: (at) => at - gone.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(at, end) - start), 0),
    toSource: (at) => gone.reduce((place, { start, end }) => (start <= place ? place + end - start : place), at),
  }
}

function without(
  source: string,
  gone: readonly { start: number; end: number }[],
  put: ReadonlyMap<number, string>,
): string {
  const marks = [...gone, ...[...put].map(([at, words]) => ({ start: at, end: at + words.length }))]
  marks.sort((one, other) => one.start - other.start)
  const parts: string[] = []
  let from = 0
  for (const { start, end } of marks) {
    parts.push(source.slice(from, start), put.get(start) ?? "")
    from = end
  }
  return [...parts, source.slice(from)].join("")
}

function linesIn(block: Block): readonly Line[] {
  switch (block.kind) {
    case "paragraph":
    case "quote":
      return block.lines
    case "bullets":
    case "numbers":
      return block.items
    case "code":
      return []
    default:
      throw new Error(`unknown block ${block satisfies never}`)
  }
}

type Gone = { start: number; end: number }[]
type Put = { at: number; with: string }[]

function collect(inline: Inline, gone: Gone, put: Put): void {
  const { start, end } = inline
  switch (inline.kind) {
    case "text":
      return
    case "code":
      gone.push({ start, end: start + 1 }, { start: end - 1, end })
      return
    case "strong":
    case "emphasis": {
      const width = inline.kind === "strong" ? 2 : 1
      gone.push({ start, end: start + width }, { start: end - width, end })
      for (const each of inline.inner) collect(each, gone, put)
      return
    }
    case "link": {
      gone.push({ start, end: start + 1 })
      put.push({ at: end - inline.url.length - 3, with: " (" })
      for (const each of inline.inner) collect(each, gone, put)
      return
    }
    case "picture":
      // "[the name]" stays.
      gone.push({ start, end: start + 1 }, { start: start + inline.words.length + 3, end })
      return
    default:
      throw new Error(`unknown mark ${inline satisfies never}`)
  }
}

type Move = { readonly start: (at: number) => number; readonly end: (at: number) => number }

/** The review of the plain text, at its places in the source. */
export function reviewInSource(review: Review, { toSource }: Plain): Review {
  const move = { start: toSource, end: (at: number) => (at === 0 ? 0 : toSource(at - 1) + 1) }
  return {
    ...review,
    own: review.own.map((each) => moved(each, move)),
    promises: review.promises.map((each) => ({
      ...moved(each, move),
      actor: movedIfPlaced(each.actor, move),
      due: movedIfPlaced(each.due, move),
    })),
    times: review.times.map((each) => moved(each, move)),
    claims: review.claims.map((each) => moved(each, move)),
    findings: review.findings.map((each) => moved(each, move)),
  }
}

/** What was marked in the source, at its places in the plain text. */
export function inPlain<S extends Placed>(marked: S, { toPlain }: Plain): S {
  return moved(marked, { start: toPlain, end: toPlain })
}

type Placed = { readonly start: number; readonly end: number }

function moved<S extends Placed>(placed: S, { start, end }: Move): S {
  return { ...placed, start: start(placed.start), end: end(placed.end) }
}

function movedIfPlaced<S extends { readonly start?: number; readonly end?: number }>(placed: S, move: Move): S {
  if (placed.start === undefined || placed.end === undefined) return placed
  return { ...placed, start: move.start(placed.start), end: move.end(placed.end) }
}
