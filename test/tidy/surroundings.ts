import { Visitor } from "vite"
import { type Source, type Violation, violation } from "./source.ts"

// Entry points, scripts and tests know the clock and draw at random; everything else is told.
const MAY_KNOW_THE_TIME =
  /(^|\/)main\.tsx?$|\.test\.tsx?$|\.config\.ts$|^(scripts|e2e|test|desk\/test|engine\/(evaluate|bench))\//
const MAY_READ_ENVIRONMENT =
  /^desk\/src\/server\/config\.ts$|\.test\.tsx?$|\.config\.ts$|^(scripts|e2e|test|desk\/test)\//
const HAS_SQL =
  /^desk\/src\/server\/database\/|\.test\.tsx?$|^(scripts|e2e|test|desk\/test|desk\/simulate\/(store|planted))\//

const CLOCKS_AND_DICE = new Set([
  "Date.now",
  "Temporal.Now",
  "Math.random",
  "performance.now",
  "crypto.randomUUID",
  "crypto.getRandomValues",
])
const SQL =
  /^\s*(select\s[\s\S]+\sfrom\s|insert into\s|update\s\S+\s+set\s|delete from\s|create (table|index|unique)\s|alter table\s|with\s\S+\sas\s*\()/

/** Clocks and randomness outside the entry points: time, ids and randomness come in as arguments. */
export function clocksAndDice(source: Source): readonly Violation[] {
  if (MAY_KNOW_THE_TIME.test(source.path)) return []
  const found: Violation[] = []
  const say = (offset: number, what: string) =>
    found.push(violation(source, offset, `uses ${what}; time, ids and randomness come in as arguments`))
  new Visitor({
    MemberExpression: (node) => {
      const name = source.text.slice(node.start, node.end).replace(/^(globalThis|window)\./, "")
      if (CLOCKS_AND_DICE.has(name)) say(node.start, name)
    },
    NewExpression: (node) => {
      if (node.arguments.length === 0 && isNamed(node.callee, "Date")) say(node.start, "new Date()")
    },
    CallExpression: (node) => {
      if (isNamed(node.callee, "Date")) say(node.start, "Date()")
      if (isNamed(node.callee, "randomUUID")) say(node.start, "randomUUID")
    },
  }).visit(source.program)
  return found
}

/** Environment variables outside config.ts, which reads them once and reports all problems at once. */
export function environmentReads(source: Source): readonly Violation[] {
  if (MAY_READ_ENVIRONMENT.test(source.path)) return []
  const found: Violation[] = []
  new Visitor({
    MemberExpression: (node) => {
      if (source.text.slice(node.start, node.end) !== "process.env") return
      found.push(violation(source, node.start, "reads process.env; only desk/src/server/config.ts does"))
    },
  }).visit(source.program)
  return found
}

/** SQL outside the database folder. */
export function straySql(source: Source): readonly Violation[] {
  if (HAS_SQL.test(source.path)) return []
  const found: Violation[] = []
  const look = (text: string, offset: number) => {
    if (SQL.test(text) || (SQL.test(text.toLowerCase()) && text.slice(0, 8) === text.slice(0, 8).toUpperCase())) {
      found.push(violation(source, offset, "has SQL; it belongs in desk/src/server/database"))
    }
  }
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === "string") look(node.value, node.start)
    },
    TemplateLiteral: (node) => look(source.text.slice(node.start + 1, node.end - 1), node.start),
  }).visit(source.program)
  return found
}

function isNamed(node: { readonly type: string; readonly name?: unknown }, name: string): boolean {
  return node.type === "Identifier" && node.name === name
}
