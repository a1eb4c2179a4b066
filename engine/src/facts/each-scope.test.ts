import { expect, test } from "vitest"
import { eachScope } from "./each-scope.ts"
import type { Fact } from "./fact.ts"

const fact = (id: string, scope: Readonly<Record<string, string>>): Fact => ({
  id,
  subject: "support",
  attribute: "answer time",
  type: "duration",
  value: 4,
  unit: "hours",
  statement: "Support answers within 4 hours.",
  scope,
})
const single = (dimension: string, value: string) => fact(`${dimension} ${value}`, { [dimension]: value })

test("a fact of several plans holds for each that the book knows, and a plan whose name has “and” in it is one", () => {
  const plans = [single("plan", "Team"), single("plan", "Office"), single("plan", "Nuts and Bolts")]
  const [several, odd] = [fact("several", { plan: "Team, Office" }), fact("odd", { plan: "Nuts and Bolts" })]
  const read = eachScope([...plans, several, odd]).filter(({ id }) => id === "several" || id === "odd")
  expect(read.map(({ scope }) => scope?.["plan"])).toEqual(["Team", "Office", "Nuts and Bolts"])
})

test("lists in many dimensions do not multiply without end", () => {
  const names = Array.from({ length: 40 }, (_, at) => `N${at}`)
  const dimensions = ["plan", "country", "group", "channel"]
  const book = dimensions.flatMap((dimension) => names.map((name) => single(dimension, name)))
  const all = fact("all", Object.fromEntries(dimensions.map((dimension) => [dimension, names.join(", ")])))
  expect(eachScope([...book, all]).length).toBeLessThanOrEqual(book.length + 100)
})
