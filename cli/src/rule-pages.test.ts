import { readFileSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { rules } from "aboveboard-engine"
import { expect, test } from "vitest"
import { fileOf, rulePage, rulesPage } from "./rule-pages.ts"

const DOCS = fileURLToPath(new URL("../../docs/", import.meta.url))

test("docs/rules.md is what the rules say (write it anew with: npx aboveboard rules --write docs)", () => {
  expect(readFileSync(`${DOCS}rules.md`, "utf8")).toBe(rulesPage(rules))
})

test("each rule has its page, and no page is left over", () => {
  expect(readdirSync(`${DOCS}rules`).sort()).toEqual(rules.map(({ id }) => fileOf(id)).sort())
  for (const rule of rules) expect(readFileSync(`${DOCS}rules/${fileOf(rule.id)}`, "utf8")).toBe(rulePage(rule))
})
