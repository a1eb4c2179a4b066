import type { Plugin } from "vite"
import { listOf, nameOf, partOf } from "./syntax.ts"
import type { Node } from "./syntax.ts"

const RULE_FILE = /\/engine\/src\/rules\/[^/]+\.ts$/

/**
 * Packs smaller what rules list. The patterns of `anyOf` become one, which it takes apart again; the cues become one text that
 * is taken apart when it is loaded.
 */
export function inOneText(): Plugin {
  return {
    name: "in-one-text",
    transform(code, id) {
      return RULE_FILE.test(id) ? { code: inOneTextIn(code, listOf(this.parse(code), "body")), map: null } : null
    },
  }
}

/** What is taken out of a file, and what stands there instead. */
type Change = { readonly start: number; readonly end: number; readonly instead: string }

export function inOneTextIn(code: string, statements: readonly Node[]): string {
  const values = statements
    .map((statement) => partOf(statement, "declaration") ?? statement)
    .flatMap((declaration) => listOf(declaration, "declarations"))
    .flatMap((declared) => partOf(declared, "init") ?? [])
  const changes = values.flatMap((value) => [...patternsOf(value, code), ...cuesOf(value, code)])
  return changes.reduceRight(
    (shorter, { start, end, instead }) => shorter.slice(0, start) + instead + shorter.slice(end),
    code,
  )
}

function patternsOf(value: Node, code: string): readonly Change[] {
  return nameOf(partOf(value, "callee")) === "anyOf" ? joined(listOf(value, "arguments"), code) : []
}

function cuesOf(value: Node, code: string): readonly Change[] {
  const property = listOf(value, "properties").find((each) => nameOf(partOf(each, "key")) === "cues")
  const cues = partOf(property, "value")
  const listed = listOf(cues, "elements")
  const between = joined(listed, code)
  if (cues === undefined || listed.length < 2 || between.length < listed.length - 1) return []
  const [opening, closing] = [listed[0]?.start ?? cues.end, listed.at(-1)?.end ?? cues.end]
  return [
    { start: cues.start, end: opening, instead: "" },
    ...between,
    { start: closing, end: cues.end, instead: `.split("${BETWEEN}")` },
  ]
}

const BETWEEN = "|" // it parts the alternatives of a pattern at any rate, and no cue has it

/** Two texts that stand side by side between the same quotation marks become one. */
function joined(texts: readonly Node[], code: string): readonly Change[] {
  return texts.slice(1).flatMap((text, index) => {
    const end = texts[index]?.end ?? text.start
    const quote = code.charAt(text.start)
    const isAlike = /["'`]/.test(quote) && code.charAt(end - 1) === quote
    return isAlike ? [{ start: end - 1, end: text.start + 1, instead: BETWEEN }] : []
  })
}
