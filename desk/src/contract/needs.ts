import { z } from "zod"
import { FITS } from "../ledger/recommendation.ts"
import { route } from "./route.ts"
import { done, id, instant, none, words } from "./values.ts"

export const need = z.object({
  id,
  customerId: id,
  conversationId: id,
  words: z.string().nullable(),
  standing: z
    .enum(["theirs", "confirmed", "ours"])
    .describe("theirs: in their words · confirmed: ours, and they said yes · ours: ours, not theirs"),
  messageId: id.nullable(),
  at: instant,
})

/** What a message recommends; goes with the message. */
export const recommendationInput = z.object({
  product: z.string().trim().min(1).max(300).nullable().describe("Null: nothing is needed"),
  priceFactIds: z.array(id).max(20).describe("The facts that the whole price is the sum of"),
  total: z.string().trim().max(100).optional().describe("The whole price as the message says it"),
  fits: z.array(z.object({ needId: id, fit: z.enum(FITS), factId: id.optional() })).max(50),
  looked: z
    .boolean()
    .optional()
    .describe("The sender has seen what is unmet, unknown, not shown or not the customer's"),
})

const recommendation = z.object({
  id,
  messageId: id,
  conversationId: id,
  product: z.string().nullable(),
  total: z.string().nullable(),
  at: instant,
  fits: z.array(z.object({ needId: id, words: z.string().nullable(), fit: z.enum(FITS), fact: z.string().nullable() })),
})

const conversationParams = z.object({ conversationId: id })
const needParams = z.object({ needId: id })

export const readNeeds = route({
  method: "GET",
  path: "/conversations/:conversationId/needs",
  summary: "Read what the customer of a conversation needs, and what was recommended to them",
  noun: "Needs",
  caller: "member",
  params: conversationParams,
  query: none,
  body: none,
  answer: z.object({ needs: z.array(need), recommendations: z.array(recommendation) }),
})

export const createNeed = route({
  method: "POST",
  path: "/conversations/:conversationId/needs",
  summary: "Write down a need: in the customer's words, quoted from their message, or ours until they confirm it",
  noun: "Needs",
  caller: "member",
  params: conversationParams,
  query: none,
  body: z.object({ messageId: id.optional(), words }),
  answer: z.object({ id }),
})

export const confirmNeed = route({
  method: "POST",
  path: "/needs/:needId/confirmation",
  summary: "The customer said yes to a need of ours, in this message of theirs",
  noun: "Needs",
  caller: "member",
  params: needParams,
  query: none,
  body: z.object({ messageId: id }),
  answer: done,
})

export const dropNeed = route({
  method: "POST",
  path: "/needs/:needId/removal",
  summary: "Take a need off the list; what was recommended for it keeps it",
  noun: "Needs",
  caller: "member",
  params: needParams,
  query: none,
  body: none,
  answer: done,
})
