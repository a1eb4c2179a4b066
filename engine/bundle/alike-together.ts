import type { Plugin } from "vite"
import { listOf, nameOf, partOf } from "./syntax.ts"
import type { Node } from "./syntax.ts"

/**
 * Packs smaller what a browser loads of the engine: numbers come first, then functions, then sets of words, sorted, then all else
 * in its order; functions and sets stand behind those that they have the most in common with. What is alike then lies close
 * together, where gzip, which looks back over 32 kB, finds it cheaply. A function may stand anywhere in a module, a number and a
 * set of words need nothing that stands before them, and nobody asks in which order a set holds its words.
 */
export function alikeTogether(): Plugin {
  return {
    name: "alike-together",
    renderChunk(code, { moduleIds }) {
      if (!moduleIds.some((id) => id.includes("/engine/src/"))) return null
      return { code: alikeTogetherIn(code, listOf(this.parse(code), "body")), map: null }
    },
  }
}

/** The statements of a module in that order. */
export function alikeTogetherIn(code: string, statements: readonly Node[]): string {
  const numbers: string[] = []
  const functions: string[] = []
  const sets: string[] = []
  const others: string[] = []
  for (const statement of statements) {
    const { start, end } = statement
    const set = wordsOfSet(statement)
    if (set !== null) {
      const words = JSON.stringify(set.words.join(" "))
      sets.push(code.slice(start, set.start) + words + code.slice(set.end, end))
    } else if (statement.type === "FunctionDeclaration") functions.push(code.slice(start, end))
    else if (isNumber(statement)) numbers.push(code.slice(start, end))
    else others.push(code.slice(start, end))
  }
  return [...numbers, ...besideAlike(functions), ...besideAlike(sets), ...others].join("\n")
}

/** Whether it is a statement such as `const PLACES = 8192`. */
function isNumber(statement: Node): boolean {
  const values = listOf(statement, "declarations").map((declared) => partOf(declared, "init"))
  return (
    values.length === 1 &&
    values.every((value) => value !== undefined && typeof Reflect.get(value, "value") === "number")
  )
}

const PIECE = 7 // characters; shorter ones are everywhere
const REACH = 32_000 // characters; as far as gzip looks back, and the further the dearer

/** The first one, and then always the one of which the most has been said shortly before. */
function besideAlike(statements: readonly string[]): readonly string[] {
  const { texts, weights } = takenApart(statements)
  const saidAt = new Float64Array(weights.length).fill(-REACH)
  const placed: string[] = []
  for (let at = 0, [next] = texts; next !== undefined;) {
    placed.push(next.statement)
    for (const piece of next.pieces) saidAt[piece] = at++
    texts.splice(texts.indexOf(next), 1)
    const shares = texts.map(({ pieces }) => shareOf(pieces, saidAt, at, weights))
    next = texts[shares.indexOf(Math.max(...shares))]
  }
  return placed
}

/** A statement, and the numbers of its pieces. */
type Text = { readonly statement: string; readonly pieces: Int32Array }

/** Each statement in pieces, without the name that it gives, and how much each piece tells: less, the more statements have it. */
function takenApart(statements: readonly string[]): { readonly texts: Text[]; readonly weights: Float64Array } {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  const texts = statements.map((statement) => {
    const text = statement.replace(/^(?:function|const) [\w$]+/, "").replaceAll(/\s+/g, " ")
    const pieces = new Int32Array(Math.max(0, text.length - PIECE + 1))
    for (const at of pieces.keys()) {
      const piece = text.slice(at, at + PIECE)
      numbers.set(piece, (pieces[at] = numbers.get(piece) ?? numbers.size))
    }
    for (const piece of new Set(pieces)) counts[piece] = (counts[piece] ?? 0) + 1
    return { statement, pieces }
  })
  return { texts, weights: Float64Array.from(counts, (count) => 1 / Math.log2(1 + count)) }
}

const LENGTH_LEAST = 60 // pieces; a short statement has little to gain

/** How much of it was said within reach, the closer the more. */
function shareOf(pieces: Int32Array, saidAt: Float64Array, at: number, weights: Float64Array): number {
  let share = 0
  for (let place = 0; place < pieces.length; place++) {
    const piece = pieces[place] ?? 0
    const distance = at - (saidAt[piece] ?? 0)
    if (distance < REACH) share += (1 - distance / REACH) * (weights[piece] ?? 0)
  }
  return share / (pieces.length + LENGTH_LEAST)
}

/** The words of a statement such as `const DAYS = wordSet("today tomorrow")`, sorted, and where they stand; null of any other. */
function wordsOfSet(
  statement: Node,
): { readonly words: readonly string[]; readonly start: number; readonly end: number } | null {
  const declared = listOf(statement, "declarations")
  const made = declared.length === 1 ? partOf(declared[0], "init") : undefined
  const [line] = listOf(made, "arguments")
  const text = nameOf(partOf(made, "callee")) === "wordSet" ? plainTextOf(line) : null
  if (text === null || line === undefined) return null
  return { words: text.trim().split(/\s+/).toSorted(), start: line.start, end: line.end }
}

/** The text of a literal without placeholders. */
function plainTextOf(literal: Node | undefined): string | null {
  if (literal === undefined) return null
  const [quasi, another] = listOf(literal, "quasis")
  const text: unknown = quasi === undefined ? Reflect.get(literal, "value") : Reflect.get(quasi, "value")
  if (another !== undefined) return null
  return typeof text === "string" ? text : cookedOf(text)
}

function cookedOf(value: unknown): string | null {
  const cooked: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "cooked") : null
  return typeof cooked === "string" ? cooked : null
}
