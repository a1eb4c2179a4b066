import { z } from "zod"
import { FACT_TYPES } from "../ledger/fact.ts"
import { factValue } from "./facts.ts"
import { route } from "./route.ts"
import { none } from "./values.ts"

const proposal = z.object({
  subject: z.string(),
  attribute: z.string(),
  value: z.object({ type: z.enum(FACT_TYPES), value: factValue, unit: z.string().nullable() }),
  shown: z.string(),
  /** The line that it comes from. */
  line: z.string(),
})

export const proposeFacts = route({
  method: "POST",
  path: "/fact-proposals",
  summary: "Find in a page (text or Markdown) what could be facts, each with its line; nothing is stored",
  noun: "Facts",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ text: z.string().min(1).max(900_000) }),
  answer: z.object({ items: z.array(proposal) }),
})

export const suggestFacts = route({
  method: "GET",
  path: "/fact-suggestions",
  summary: "List figures that at least three customers were told and that no fact speaks of",
  noun: "Facts",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(proposal.extend({ customers: z.int() })) }),
})
