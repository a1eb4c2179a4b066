import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml"
import type { Document } from "yaml"
import { aligned } from "./aligned.ts"
import type { Traced } from "./piece.ts"

/** What a JSON or YAML file holds, with the place of each text. */
export type Tree =
  | { readonly kind: "text"; readonly value: Traced }
  | { readonly kind: "list"; readonly items: readonly Tree[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [key: string, value: Tree])[] }
  | { readonly kind: "other" }

const OTHER: Tree = { kind: "other" }

/** Reads a JSON text from offset `from` on. Fails with a sentence where it is no JSON. */
export function jsonTree(source: string, from = 0, to = source.length): Tree {
  const cursor = { source, at: from, to, depth: 0 }
  const tree = jsonValue(cursor)
  skipSpace(cursor)
  if (cursor.at < to) fail(cursor, "something follows the end")
  return tree
}

type Cursor = { readonly source: string; at: number; readonly to: number; depth: number }

const DEPTH_MAX = 200 // lists within lists; exports have six

function jsonValue(cursor: Cursor): Tree {
  skipSpace(cursor)
  const char = cursor.source.charAt(cursor.at)
  if (char === "{" || char === "[") {
    if (++cursor.depth > DEPTH_MAX) throw new Error(TOO_DEEP)
    const inner = char === "{" ? jsonMap(cursor) : jsonList(cursor)
    cursor.depth--
    return inner
  }
  if (char === '"') return { kind: "text", value: jsonText(cursor) }
  const word = /[-+\w.]+/y
  word.lastIndex = cursor.at
  const found = word.exec(cursor.source)
  if (found === null || cursor.at >= cursor.to) return fail(cursor, "a value is missing")
  cursor.at += found[0].length
  return OTHER
}

function jsonMap(cursor: Cursor): Tree {
  const entries: [string, Tree][] = []
  cursor.at++
  for (skipSpace(cursor); cursor.source.charAt(cursor.at) !== "}"; skipSpace(cursor)) {
    if (entries.length > 0) expect(cursor, ",")
    skipSpace(cursor)
    if (cursor.source.charAt(cursor.at) !== '"') return fail(cursor, "a key is missing")
    const key = jsonText(cursor).text
    skipSpace(cursor)
    expect(cursor, ":")
    entries.push([key, jsonValue(cursor)])
  }
  cursor.at++
  return { kind: "map", entries }
}

function jsonList(cursor: Cursor): Tree {
  const items: Tree[] = []
  cursor.at++
  for (skipSpace(cursor); cursor.source.charAt(cursor.at) !== "]"; skipSpace(cursor)) {
    if (items.length > 0) expect(cursor, ",")
    items.push(jsonValue(cursor))
  }
  cursor.at++
  return { kind: "list", items }
}

function jsonText(cursor: Cursor): Traced {
  const { source, at: start, to } = cursor
  for (cursor.at++; source.charAt(cursor.at) !== '"'; cursor.at++) {
    if (cursor.at >= to) return fail(cursor, "a text is not closed")
    if (source.charAt(cursor.at) === "\\") cursor.at++
  }
  cursor.at++
  const raw = source.slice(start, cursor.at)
  const parsed: unknown = JSON.parse(raw.replace(/[\t\n\r]/g, " "))
  return aligned(String(parsed), raw.slice(1, -1), start + 1)
}

function skipSpace(cursor: Cursor): void {
  while (cursor.at < cursor.to && /\s/.test(cursor.source.charAt(cursor.at))) cursor.at++
}

function expect(cursor: Cursor, char: string): void {
  if (cursor.source.charAt(cursor.at) !== char) fail(cursor, `"${char}" is missing`)
  cursor.at++
}

function fail(cursor: Cursor, what: string): never {
  throw new Error(`not JSON at character ${cursor.at}: ${what}`)
}

const TOO_DEEP = `nested deeper than ${DEPTH_MAX} levels`
const YAML_LENGTH_MAX = 3_000_000 // characters; its parser takes about ten seconds for that

/** Reads a YAML text, one tree a document. Fails with a sentence where it is no YAML. */
export function yamlTrees(source: string): readonly Tree[] {
  if (source.length > YAML_LENGTH_MAX) throw new Error("YAML of more than 3 MB; save it as JSON or in several files")
  return parsedYaml(source).map((document) => {
    const [error] = document.errors
    if (error !== undefined) throw new Error(`not YAML: ${error.message.split("\n", 1).join("").slice(0, 200)}`)
    return yamlTree(document.contents, source, 0)
  })
}

function parsedYaml(source: string): readonly Document.Parsed[] {
  try {
    return [...parseAllDocuments(source, { uniqueKeys: false })]
  } catch (error) {
    throw error instanceof RangeError ? new Error(TOO_DEEP, { cause: error }) : error
  }
}

function yamlTree(node: unknown, source: string, depth: number): Tree {
  if (depth > DEPTH_MAX) throw new Error(TOO_DEEP)
  if (isScalar(node)) {
    if (typeof node.value !== "string") return OTHER
    const [start, end] = node.range ?? [0, 0]
    return { kind: "text", value: aligned(node.value, source.slice(start, end), start) }
  }
  if (isSeq(node)) return { kind: "list", items: node.items.map((item) => yamlTree(item, source, depth + 1)) }
  if (isMap(node)) {
    return {
      kind: "map",
      entries: node.items.map(
        ({ key, value }) => [isScalar(key) ? String(key.value) : "", yamlTree(value, source, depth + 1)] as const,
      ),
    }
  }
  if (isAlias(node)) return OTHER // its anchor is read where it stands
  return OTHER
}
