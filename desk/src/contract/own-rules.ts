import { z } from "zod"
import {
  EXAMPLES_MAX,
  EXAMPLE_LENGTH_MAX,
  PATTERNS_LENGTH_MAX,
  PHRASES_MAX,
  PHRASE_LENGTH_MAX,
  WHY_LENGTH_MAX,
} from "../ledger/own-rule.ts"
import { route } from "./route.ts"
import { done, id, instant, none } from "./values.ts"

const line = z.string().trim().min(1).max(EXAMPLE_LENGTH_MAX)
const examples = z.array(line).max(EXAMPLES_MAX)

/** As a rule stands in aboveboard.config. What is wrong in it is said by the code that the linter has. */
export const ownRuleBody = z.object({
  id: z
    .string()
    .min(1)
    .max(80)
    .describe("family/name, such as house/no-slang; not a family of the program's own rules"),
  why: z.string().max(WHY_LENGTH_MAX).describe("Each finding carries it"),
  instead: line.optional(),
  source: line.optional().describe("What it rests on"),
  severity: z.enum(["remark", "confirm", "hold"]).optional().describe("remark where nothing is said"),
  channels: z
    .array(z.enum(["mail", "chat", "call", "note", "policy"]))
    .optional()
    .describe("Where it applies; everywhere where nothing is said"),
  phrases: z.array(z.string().trim().min(1).max(PHRASE_LENGTH_MAX)).max(PHRASES_MAX).optional(),
  pattern: z.string().min(1).max(PATTERNS_LENGTH_MAX).optional().describe("RE2 syntax, instead of phrases"),
  finds: examples,
  leaves: examples,
})

const version = z.object({ version: z.int(), rule: ownRuleBody, by: z.string().nullable(), at: instant })
const ownRule = version.extend({ id })
const whole = ownRule.extend({ versions: z.array(version).describe("The newest first") })
const params = z.object({ ownRuleId: id })

export const listOwnRules = route({
  method: "GET",
  path: "/own-rules",
  summary: "List the rules that the team wrote itself",
  noun: "Own rules",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(ownRule) }),
})

export const readOwnRule = route({
  method: "GET",
  path: "/own-rules/:ownRuleId",
  summary: "Read a rule of the team's own, with all its versions",
  noun: "Own rules",
  caller: "member",
  params,
  query: none,
  body: none,
  answer: whole,
})

export const createOwnRule = route({
  method: "POST",
  path: "/own-rules",
  summary: "Write a rule: phrases or a pattern, and examples of what it finds and leaves, which are tried at once",
  noun: "Own rules",
  caller: "admin",
  params: none,
  query: none,
  body: z.object({ rule: ownRuleBody }),
  answer: whole,
})

export const writeOwnRule = route({
  method: "PATCH",
  path: "/own-rules/:ownRuleId",
  summary: "Write another version of a rule; those before it stay. Conflict where somebody saved one meanwhile",
  noun: "Own rules",
  caller: "admin",
  params,
  query: none,
  body: z.object({ version: z.int().describe("The one that was read"), rule: ownRuleBody }),
  answer: whole,
})

export const removeOwnRule = route({
  method: "DELETE",
  path: "/own-rules/:ownRuleId",
  summary: "Have a rule of the team's own find nothing any more",
  noun: "Own rules",
  caller: "admin",
  params,
  query: none,
  body: none,
  answer: done,
})

export const importOwnRules = route({
  method: "POST",
  path: "/own-rule-imports",
  summary: "Take the rules of an aboveboard.config (YAML or JSON), all or none; nothing is removed",
  noun: "Own rules",
  caller: "admin",
  params: none,
  query: none,
  body: z.object({ text: z.string().min(1).max(300_000) }),
  answer: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
})
