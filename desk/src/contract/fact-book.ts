import { z } from "zod"
import { FACT_TYPES } from "../ledger/fact.ts"
import { factScope, factValue } from "./facts.ts"
import { route } from "./route.ts"
import { ownRuleBody } from "./own-rules.ts"
import { done, id, instant, none } from "./values.ts"

const file = z.object({
  format: z.enum(["json", "csv"]),
  text: z.string().max(900_000),
  fileName: z.string().trim().max(300).optional(),
})

export const previewFactImport = route({
  method: "POST",
  path: "/fact-import-previews",
  summary: "Say what a JSON or CSV file would add and change; nothing is stored",
  noun: "Facts",
  caller: "member",
  params: none,
  query: none,
  body: file,
  answer: z.object({
    lines: z.array(
      z.object({
        kind: z.enum(["new", "changed", "same"]),
        name: z.string(),
        subject: z.string(),
        attribute: z.string(),
        before: z.string().nullable(),
        after: z.string(),
        statement: z.string(),
        isCompared: z.boolean().describe("False: words, shown to whoever writes of it, and no message goes against it"),
      }),
    ),
    counts: z.object({ new: z.int(), changed: z.int(), same: z.int() }),
    problems: z.array(z.string()),
  }),
})

export const createFactImport = route({
  method: "POST",
  path: "/fact-imports",
  summary: "Take a JSON or CSV file into the book; nothing is removed and nothing overwritten",
  noun: "Facts",
  caller: "lead",
  params: none,
  query: none,
  body: file,
  answer: z.object({ added: z.int(), changed: z.int() }),
})

/** As the engine's Fact; `id` names a version of a fact: ID@VERSION. */
const bookFact = z.object({
  id: z.string(),
  subject: z.string(),
  aliases: z.array(z.string()).optional(),
  attribute: z.string(),
  type: z.enum(FACT_TYPES),
  value: factValue,
  unit: z.string().optional(),
  scope: factScope.optional(),
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  statement: z.string(),
  evidence: z.string().nullable().optional(),
  isStale: z.boolean().optional(),
})

export const readFactBook = route({
  method: "GET",
  path: "/fact-book",
  summary: "Read the book as the review uses it: every version with the days on which it holds",
  noun: "Facts",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({
    stamp: id.nullable(),
    currency: z.string().nullable(),
    name: z.string(),
    facts: z.array(bookFact),
    notThat: z.array(z.object({ words: z.string(), factId: z.string().optional() })),
    dismissed: z.array(z.object({ rule: z.string(), words: z.string() })),
    ownRules: z.array(ownRuleBody).describe("What the team wrote itself"),
  }),
})

export const dismissal = z.object({
  id,
  rule: z.string(),
  words: z.string(),
  factId: id.nullable(),
  by: z.string().nullable(),
  at: instant,
})

export const listDismissals = route({
  method: "GET",
  path: "/dismissals",
  summary: "List the words in which a rule finds nothing here, because a member said so",
  noun: "Reviews",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(dismissal) }),
})

export const createDismissal = route({
  method: "POST",
  path: "/dismissals",
  summary: "Say that a finding is not about these words: it is not raised again for them in this workspace",
  noun: "Reviews",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    rule: z.string().regex(/^[a-z][a-z0-9-]*\/[a-z0-9-]+$/),
    words: z.string().trim().min(1).max(500),
    factId: id.optional(),
  }),
  answer: z.object({ items: z.array(dismissal) }),
})

export const undoDismissal = route({
  method: "DELETE",
  path: "/dismissals/:dismissalId",
  summary: "Have the rule find these words again",
  noun: "Reviews",
  caller: "member",
  params: z.object({ dismissalId: id }),
  query: none,
  body: none,
  answer: done,
})
