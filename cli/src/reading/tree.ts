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
  let at = from
  const tree = value()
  space()
  if (at < to) fail("something follows the end")
  return tree

  function value(): Tree {
    space()
    const char = source.charAt(at)
    if (char === "{") return map()
    if (char === "[") return list()
    if (char === '"') return { kind: "text", value: string() }
    const word = /[-+\w.]+/y
    word.lastIndex = at
    const found = word.exec(source)
    if (found === null || at >= to) return fail("a value is missing")
    at += found[0].length
    return OTHER
  }

  function map(): Tree {
    const entries: [string, Tree][] = []
    at++
    for (space(); source.charAt(at) !== "}"; space()) {
      if (entries.length > 0) expect(",")
      space()
      if (source.charAt(at) !== '"') return fail("a key is missing")
      const key = string().text
      space()
      expect(":")
      entries.push([key, value()])
    }
    at++
    return { kind: "map", entries }
  }

  function list(): Tree {
    const items: Tree[] = []
    at++
    for (space(); source.charAt(at) !== "]"; space()) {
      if (items.length > 0) expect(",")
      items.push(value())
    }
    at++
    return { kind: "list", items }
  }

  function string(): Traced {
    const start = at
    for (at++; source.charAt(at) !== '"'; at++) {
      if (at >= to) return fail("a text is not closed")
      if (source.charAt(at) === "\\") at++
    }
    at++
    const raw = source.slice(start, at)
    const parsed: unknown = JSON.parse(raw.replace(/[\t\n\r]/g, " "))
    return aligned(String(parsed), raw.slice(1, -1), start + 1)
  }

  function space(): void {
    while (at < to && /\s/.test(source.charAt(at))) at++
  }

  function expect(char: string): void {
    if (source.charAt(at) !== char) fail(`"${char}" is missing`)
    at++
  }

  function fail(what: string): never {
    throw new Error(`not JSON at character ${at}: ${what}`)
  }
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
