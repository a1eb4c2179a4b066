import type { Plugin } from "vite"

const RULE_FILE = /\/engine\/src\/rules\/[^/]+\.ts$/
const LEFT_OUT = new Set(["finds", "leaves"])

/**
 * Leaves the examples of rules out of what a browser loads: they are tests and documentation, and no page shows them. A rule
 * in a bundle has empty lists instead.
 */
export function withoutExamples(): Plugin {
  return {
    name: "without-examples",
    transform(code, id) {
      if (!RULE_FILE.test(id)) return null
      let shorter = code
      for (const { start, end } of examplesIn(this.parse(code)).reverse())
        shorter = `${shorter.slice(0, start)}[]${shorter.slice(end)}`
      return { code: shorter, map: null }
    },
  }
}

type Node = { readonly type: string; readonly start: number; readonly end: number }

/** Where the examples of the rules of a module stand, in order: the values of `finds` and `leaves` of what it exports. */
function examplesIn(program: Node): Node[] {
  return listOf(program, "body")
    .filter(({ type }) => type === "ExportNamedDeclaration")
    .flatMap((statement) => listOf(partOf(statement, "declaration"), "declarations"))
    .flatMap((declared) => listOf(partOf(declared, "init"), "properties"))
    .filter((property) => LEFT_OUT.has(nameOf(partOf(property, "key"))))
    .flatMap((property) => partOf(property, "value") ?? [])
}

function listOf(node: Node | undefined, name: string): readonly Node[] {
  const value: unknown = node === undefined ? undefined : Reflect.get(node, name)
  return Array.isArray(value) ? value.filter(isNode) : []
}

function partOf(node: Node, name: string): Node | undefined {
  const value: unknown = Reflect.get(node, name)
  return isNode(value) ? value : undefined
}

function nameOf(key: Node | undefined): string {
  const name: unknown = key === undefined ? undefined : Reflect.get(key, "name")
  return typeof name === "string" ? name : ""
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value
}
