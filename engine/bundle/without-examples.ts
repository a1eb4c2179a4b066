import type { Plugin } from "vite"
import { listOf, nameOf, partOf } from "./syntax.ts"
import type { Node } from "./syntax.ts"

const RULE_FILE = /\/engine\/src\/rules\/[^/]+\.ts$/
/** What is left out, and what stands there instead. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ["finds", "[]"],
  ["leaves", "[]"],
  ["source", '""'],
])

/**
 * Leaves the examples of rules, and what each rests on, out of what a browser loads: they are tests and documentation, and no
 * page shows them. A rule in a bundle has empty ones instead; the packs that are picked by their law are then empty, too.
 */
export function withoutExamples(): Plugin {
  return {
    name: "without-examples",
    transform(code, id) {
      if (!RULE_FILE.test(id)) return null
      let shorter = code
      for (const { start, end, instead } of leftOutIn(this.parse(code)).reverse())
        shorter = shorter.slice(0, start) + instead + shorter.slice(end)
      return { code: shorter, map: null }
    },
  }
}

/** Where these values stand in the rules that a module exports, in order. */
function leftOutIn(program: Node): { readonly start: number; readonly end: number; readonly instead: string }[] {
  return listOf(program, "body")
    .filter(({ type }) => type === "ExportNamedDeclaration")
    .flatMap((statement) => listOf(partOf(statement, "declaration"), "declarations"))
    .flatMap((declared) => listOf(partOf(declared, "init"), "properties"))
    .flatMap((property) => {
      const instead = LEFT_OUT.get(nameOf(partOf(property, "key")))
      const value = partOf(property, "value")
      return instead === undefined || value === undefined ? [] : [{ start: value.start, end: value.end, instead }]
    })
}
