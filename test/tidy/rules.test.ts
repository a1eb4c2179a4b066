import { describe, expect, test } from "vitest"
import { wrongImports } from "./direction.ts"
import { poorNames, tooLong, unwantedSyntax } from "./form.ts"
import { looksTooEarly } from "./journeys.ts"
import { rolesLeftToTheDoor } from "./roles.ts"
import { type Source, type Violation, sourceOf, told } from "./source.ts"
import { clocksAndDice, environmentReads, straySql } from "./surroundings.ts"

type Rule = (source: Source) => readonly Violation[]

function linesFound(rule: Rule, path: string, text: string): readonly number[] {
  const lines = rule(sourceOf(path, text)).map(({ line }) => line)
  return lines.toSorted((one, other) => one - other)
}

describe("imports", () => {
  const found = (path: string, from: string) => linesFound(wrongImports, path, `\nimport { x } from "${from}"\nx()`)

  test("against the direction are found", () => {
    expect(found("engine/src/review.ts", "../../desk/src/ledger/entry.ts")).toEqual([2])
    expect(found("desk/src/ledger/entry.ts", "../contract/values.ts")).toEqual([2])
    expect(found("desk/src/server/verbs/send.ts", "../mail/send.ts")).toEqual([2])
    expect(found("desk/src/server/http/send.ts", "../mail/send.ts")).toEqual([2])
    expect(found("desk/src/server/mail/send.ts", "../main.ts")).toEqual([2])
    expect(found("desk/src/web/today/today.tsx", "../../server/verbs/send.ts")).toEqual([2])
    expect(found("desk/src/server/verbs/send.ts", "pg")).toEqual([2])
    expect(found("desk/src/ledger/entry.ts", "node:crypto")).toEqual([2])
    expect(found("desk/src/ledger/entry.ts", "../../../engine/src/calendar.ts")).toEqual([2])
    expect(found("desk/src/elsewhere/entry.ts", "./other.ts")).toEqual([1])
  })

  test("along the direction are left", () => {
    expect(found("desk/src/server/http/send.ts", "../../contract/values.ts")).toEqual([])
    expect(found("desk/src/server/main.ts", "./mail/receive.ts")).toEqual([])
    expect(found("desk/src/ledger/entry.ts", "aboveboard-engine")).toEqual([])
    expect(found("desk/src/contract/values.ts", "zod")).toEqual([])
    expect(found("desk/src/server/database/open.ts", "pg")).toEqual([])
  })

  test("that only pass something on, bring in a type or happen later are found too", () => {
    const text = `export { x } from "../mail/a.ts"\nexport type Y = string\nimport type { Z } from "../mail/b.ts"\nawait import("../mail/c.ts")`
    expect(linesFound(wrongImports, "desk/src/server/http/a.ts", text)).toEqual([1, 3, 4])
  })
})

describe("surroundings", () => {
  const path = "desk/src/server/verbs/send.ts"

  test("clocks and dice are found, but not the conversion of a known instant", () => {
    const text = `new Date(0)\nnew Date()\nDate.now()\nTemporal.Now.instant()\nMath.random()\ncrypto.randomUUID()\nDate.parse("x")`
    expect(linesFound(clocksAndDice, path, text)).toEqual([2, 3, 4, 5, 6])
    expect(linesFound(clocksAndDice, "desk/src/server/main.ts", text)).toEqual([])
  })

  test("the environment is read in config.ts only", () => {
    const text = `const port = process.env["PORT"]\nconst home = process.env.HOME\nconst id = process.pid`
    expect(linesFound(environmentReads, path, text)).toEqual([1, 2])
    expect(linesFound(environmentReads, "desk/src/server/config.ts", text)).toEqual([])
  })

  test("SQL is found, and sentences are left", () => {
    const text =
      "const a = `select id from promises where x = $1`\nconst b = 'INSERT INTO promises values (1)'\n" +
      'const c = "Select a customer from the list"\nconst d = "update the promise"'
    expect(linesFound(straySql, path, text)).toEqual([1, 2])
    expect(linesFound(straySql, "desk/src/server/database/promises.ts", text)).toEqual([])
  })
})

describe("journeys", () => {
  test("what is expected of the screen without waiting for it is found", () => {
    const text =
      "expect(await page.getByRole('row').count()).toBe(2)\nexpect.poll(() => rows.count()).toBe(2)\n" +
      "expect(await field.inputValue()).toBe('x')\nexpect(await answer.text()).toBe('x')"
    expect(linesFound(looksTooEarly, "e2e/journeys/talk.test.ts", text)).toEqual([1, 3])
    expect(linesFound(looksTooEarly, "desk/src/web/a.test.ts", text)).toEqual([])
  })
})

describe("form", () => {
  const path = "desk/src/ledger/entry.ts"

  test("long files and functions are found", () => {
    const lines = (count: number) => "x()\n".repeat(count)
    expect(linesFound(tooLong, path, lines(300))).toEqual([])
    expect(linesFound(tooLong, path, lines(301))).toEqual([1])
    expect(linesFound(tooLong, path, `function a() {\n${lines(68)}}`)).toEqual([])
    expect(linesFound(tooLong, path, `\nfunction a() {\n${lines(69)}}`)).toEqual([2])
  })

  test("what we do without is found", () => {
    const text =
      "enum A { B }\nnamespace C { export const d = 1 }\nexport default 1\nclass E { constructor(private x: number) {} }\n" +
      'const f = g as string\nconst h = ["i"] as const\nimport j from "./k"\ndeclare global { interface L { m: 1 } }'
    expect(linesFound(unwantedSyntax, path, text)).toEqual([1, 2, 3, 4, 5, 7])
  })

  test("names are told by their path", () => {
    expect(poorNames("desk/src/web/today/today-page.test.tsx")).toEqual([])
    expect(poorNames("desk/src/web/TodayPage.tsx").map(told)).toEqual([
      "desk/src/web/TodayPage.tsx:1 TodayPage.tsx is not kebab-case",
    ])
    expect(poorNames("desk/src/server/mail-helpers.ts")).toHaveLength(1)
  })
})

test("A route for leads whose verb asks for no role is found, one whose verb asks by another function is left", () => {
  const planted = (verb: string) => [
    sourceOf(
      "desk/src/contract/a.ts",
      `export const readAll = route({\n  caller: "member",\n})\nexport const endIt = route({\n  caller: "lead",\n})`,
    ),
    sourceOf(
      "desk/src/server/http/a.ts",
      `import { endIt } from "../verbs/a.ts"\nserveMember(door, contract.readAll, () => 1)\nserveMember(door, contract.endIt, async ({ desk, actor }) => {\n  await endIt(desk, actor)\n})`,
    ),
    sourceOf("desk/src/server/verbs/a.ts", verb),
  ]
  const bare = `export async function endIt(desk: Desk, actor: Actor): Promise<void> {\n  await change(desk, actor)\n}`
  const asking = `async function change(desk: Desk, actor: Actor) {\n  assertRole(actor, "lead")\n}`
  expect(rolesLeftToTheDoor(planted(bare)).map(({ line }) => line)).toEqual([3])
  expect(rolesLeftToTheDoor(planted(`${bare}\n\n${asking}`))).toEqual([])
})
