import { expect, test } from "vitest"
import { packs, rulesOf, rules } from "./index.ts"

test("every pack holds rules, and every rule is in a pack", () => {
  for (const { name, rules: ids } of packs) expect([name, ids.length > 2]).toEqual([name, true])
  expect(new Set(packs.flatMap((pack) => pack.rules))).toEqual(new Set(rules.map(({ id }) => id)))
})

test("a pack that cites a law says that it is no legal advice", () => {
  for (const rule of rulesOf(["eu-ucpd", "uk-cap", "us-ftc"])) expect(rule.source).toContain("Not legal advice")
})

test("rules of two packs are listed once", () => {
  const ids = rulesOf(["eu-ucpd", "uk-cap"]).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(rulesOf(["no such pack"])).toEqual([])
})
