import { z } from "zod"
import { BASES } from "../ledger/decline.ts"
import { route } from "./route.ts"
import { cursor, id, instant, none, page, words } from "./values.ts"

const basis = z
  .enum(BASES)
  .describe(
    "Cannot: capability, capacity, law, safety. Will not: policy, unfair, wrong (asks to deceive, to break a law, to harm)",
  )

/** A no that a message says; goes with the message. */
export const declineInput = z.object({
  asked: z
    .object({ messageId: id, start: z.int().min(0), end: z.int().min(1) })
    .optional()
    .describe("The customer's own words, as a span of one of their messages in this conversation"),
  basis,
  refused: words.describe('Goes on after "No, we can\'t": refund a bike that was ridden'),
  reason: words,
  factId: id.optional().describe("The fact that it rests on"),
  rule: words.optional().describe("The rule, clause or law that it rests on"),
  alternative: words.optional().describe("What we can do instead; left out: nothing, and the text says so"),
})

export const decline = z.object({
  id,
  basis,
  customer: z.object({ id, name: z.string().nullable() }),
  conversationId: id,
  messageId: id,
  at: instant,
  /** Null where no words were chosen, and all of these once the customer is erased. */
  asked: z.string().nullable(),
  refused: z.string().nullable(),
  reason: z.string().nullable(),
  rule: z.string().nullable(),
  alternative: z.string().nullable(),
  fact: z.object({ id, version: z.int(), statement: z.string() }).nullable(),
})

const found = z.string().trim().min(1).max(200).optional().describe("Found in any of the words")

export const listDeclines = route({
  method: "GET",
  path: "/declines",
  summary: "List what we said no to, and on what basis, the newest first",
  noun: "Declines",
  caller: "member",
  params: none,
  query: z.object({
    basis: basis.optional(),
    q: found,
    customerId: id.optional(),
    cursor,
  }),
  body: none,
  answer: page(decline),
})

export const countDeclines = route({
  method: "GET",
  path: "/decline-counts",
  summary: "Count how often we said no on each basis in a period, with and without something else to offer",
  noun: "Declines",
  caller: "member",
  params: none,
  query: z.object({ from: instant, until: instant, q: found }),
  body: none,
  answer: z.object({ items: z.array(z.object({ basis, n: z.int(), withAlternative: z.int() })) }),
})

export const listWrongRequests = route({
  method: "GET",
  path: "/wrong-requests",
  summary:
    "List customers who asked for something wrong more than once in a year, with their words. A person decides what to do",
  noun: "Declines",
  caller: "lead",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(z.object({ customer: decline.shape.customer, declines: z.array(decline) })) }),
})
