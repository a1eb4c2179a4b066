import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml"
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
  const cursor = { source, at: from, to }
  const tree = jsonValue(cursor)
  skipSpace(cursor)
  if (cursor.at < to) fail(cursor, "something follows the end")
  return tree
}

type Cursor = { readonly source: string; at: number; readonly to: number }

function jsonValue(cursor: Cursor): Tree {
  skipSpace(cursor)
  const char = cursor.source.charAt(cursor.at)
  if (char === "{") return jsonMap(cursor)
  if (char === "[") return jsonList(cursor)
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

/** Reads a YAML text, one tree a document. Fails with a sentence where it is no YAML. */
export function yamlTrees(source: string): readonly Tree[] {
  const documents = [...parseAllDocuments(source)]
  return documents.map((document) => {
    const [error] = document.errors
    if (error !== undefined) throw new Error(`not YAML: ${error.message}`)
    return yamlTree(document.contents, source)
  })
}

function yamlTree(node: unknown, source: string): Tree {
  if (isScalar(node)) {
    if (typeof node.value !== "string") return OTHER
    const [start, end] = node.range ?? [0, 0]
    return { kind: "text", value: aligned(node.value, source.slice(start, end), start) }
  }
  if (isSeq(node)) return { kind: "list", items: node.items.map((item) => yamlTree(item, source)) }
  if (isMap(node)) {
    return {
      kind: "map",
      entries: node.items.map(
        ({ key, value }) => [isScalar(key) ? String(key.value) : "", yamlTree(value, source)] as const,
      ),
    }
  }
  if (isAlias(node)) return OTHER // its anchor is read where it stands
  return OTHER
}
