import type { Plugin } from "vite"
import { listOf, nameOf, partOf } from "./syntax.ts"
import type { Node } from "./syntax.ts"

/**
 * Packs smaller what a browser loads of the engine: each file's numbers and functions come first, then its sets of words, sorted
 * and beside those they share the most with, then all else in its order. What is alike then lies within the 32 kB that gzip looks
 * back over. A function may stand anywhere in a module, a number and a set of words need nothing that stands before them, and
 * nobody asks in which order a set holds its words.
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

type WordSet = { readonly words: readonly string[]; readonly statement: string }

/** The statements of a module in that order. */
export function alikeTogetherIn(code: string, statements: readonly Node[]): string {
  const numbers: string[] = []
  const functions: string[] = []
  const sets: WordSet[] = []
  const others: string[] = []
  for (const statement of statements) {
    const { start, end } = statement
    const set = wordsOfSet(statement)
    if (set !== null) {
      const words = JSON.stringify(set.words.join(" "))
      sets.push({ words: set.words, statement: code.slice(start, set.start) + words + code.slice(set.end, end) })
    } else if (statement.type === "FunctionDeclaration") functions.push(code.slice(start, end))
    else if (isNumber(statement)) numbers.push(code.slice(start, end))
    else others.push(code.slice(start, end))
  }
  return [...numbers, ...functions, ...besideAlike(sets).map(({ statement }) => statement), ...others].join("\n")
}

/** Whether it is a statement such as `const PLACES = 8192`. */
function isNumber(statement: Node): boolean {
  const values = listOf(statement, "declarations").map((declared) => partOf(declared, "init"))
  return (
    values.length === 1 &&
    values.every((value) => value !== undefined && typeof Reflect.get(value, "value") === "number")
  )
}

/** The first one, and then of those that are left always the one that shares the most with the one before. */
function besideAlike(sets: readonly WordSet[]): readonly WordSet[] {
  const [first, ...left] = sets
  const placed = first === undefined ? [] : [first]
  for (let last = first; last !== undefined && left.length > 0;) {
    const held = new Set(last.words)
    const shares = left.map(({ words }) => shareOf(words, held))
    const [next] = left.splice(shares.indexOf(Math.max(...shares)), 1)
    if (next !== undefined) placed.push(next)
    last = next
  }
  return placed
}

/** The letters of the words that both sets have, for each word that either has. */
function shareOf(words: readonly string[], others: ReadonlySet<string>): number {
  const shared = words.filter((word) => others.has(word)).join("")
  return shared.length / (words.length + others.size)
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
