import { RE2JS } from "re2js"
import { describe, expect, test } from "vitest"
import { standardCalendar } from "./calendar.ts"
import { compiledRule, exampleFailures, isFoundIn, ownRule } from "./own-rules.ts"
import { review } from "./review.ts"
import type { Rule } from "./rule.ts"

const SLANG = {
  id: "house/no-slang",
  why: "Some customers do not know our workshop's words.",
  phrases: ["true  the wheel", "bonk (hard)"],
  finds: ["We will true the\twheel today."],
  leaves: ["We will straighten the wheel today."],
}

function compiled(value: unknown): Rule {
  const rule = compiledRule(value, RE2JS)
  if (typeof rule === "string") throw new Error(rule)
  return rule
}

describe("a rule that a team wrote itself", () => {
  test("finds its phrases as whole words, with any blanks between them and signs as they are", () => {
    const rule = compiled(SLANG)
    expect(exampleFailures(rule)).toEqual([])
    expect(rule).toMatchObject({ severity: "remark", source: "A rule of this workspace." })
    expect(isFoundIn(rule, "Did you bonk (hard) yesterday? We saw you BONK (HARD) at the shop.")).toBe(true)
    expect(isFoundIn(rule, "They construe the wheel otherwise.")).toBe(false)
  })

  test("finds a pattern twenty times in a sentence at most, and carries what else was said of it", () => {
    const { phrases: _, ...rest } = SLANG
    const said = {
      source: "Style guide, page 3",
      instead: "Say what it costs.",
      severity: "hold",
      channels: ["chat", "fax"],
    }
    const rule = compiled({
      ...rest,
      ...said,
      pattern: "\\d+ quid",
      finds: ["It is 12 quid."],
      leaves: ["It is 12 pounds."],
    })
    expect(rule).toMatchObject({ ...said, channels: ["chat"] })
    expect(exampleFailures(rule)).toEqual([])
    const policy = { calendar: standardCalendar("Europe/London"), rules: [rule] }
    const text = `We paid ${"3 quid and ".repeat(30)}no more`
    expect(review({ text, channel: "chat" }, policy).findings).toHaveLength(20)
    expect(review({ text, channel: "mail" }, policy).findings).toEqual([])
    expect(isFoundIn(rule, { text: "It is 12 quid.", channel: "mail" })).toBe(false)
  })

  test.each([
    [null, "each has id, why, phrases or pattern, finds and leaves"],
    [["house/no-slang"], "each has id, why, phrases or pattern, finds and leaves"],
    [{ ...SLANG, id: "No Slang" }, '"id" is like house/no-slang'],
    [{ ...SLANG, id: 7 }, '"id" is like house/no-slang'],
    [{ ...SLANG, why: "  " }, 'house/no-slang: "why" is missing'],
    [{ ...SLANG, why: undefined }, 'house/no-slang: "why" is missing'],
    [{ ...SLANG, severity: "loud" }, 'house/no-slang: "severity" is one of remark, confirm, hold'],
    [{ ...SLANG, pattern: "quid" }, 'house/no-slang: either "phrases" or a "pattern"'],
    [{ ...SLANG, phrases: ["", 3] }, 'house/no-slang: either "phrases" or a "pattern"'],
    [{ ...SLANG, phrases: [], pattern: "(" }, expect.stringContaining('"pattern" is not understood: ')],
    [{ ...SLANG, phrases: [], pattern: "(?:[a-z]{40} ){20}" }, expect.stringContaining('"pattern" is too long')],
    [{ ...SLANG, phrases: [], pattern: "x*" }, 'house/no-slang: "pattern" matches nothing at all'],
  ])("says what is wrong with %j", (value, wrong) => {
    expect(compiledRule(value, RE2JS)).toEqual(wrong)
  })

  test("is not taken without examples, and says which of them come out otherwise", () => {
    const problems: string[] = []
    expect(ownRule({ ...SLANG, leaves: "none" }, problems, RE2JS)).toEqual([])
    expect(ownRule({ ...SLANG, finds: [] }, problems, RE2JS)).toEqual([])
    expect(ownRule("no rule", problems, RE2JS)).toEqual([])
    expect(ownRule({ ...SLANG, finds: SLANG.leaves, leaves: SLANG.finds }, problems, RE2JS)).toHaveLength(1)
    expect(problems).toEqual([
      'rules: house/no-slang: at least one example each in "finds" and "leaves"',
      'rules: house/no-slang: at least one example each in "finds" and "leaves"',
      "rules: each has id, why, phrases or pattern, finds and leaves",
      "rules: house/no-slang does not find: We will straighten the wheel today.",
      "rules: house/no-slang does not leave: We will true the\twheel today.",
    ])
  })
})
