import { z } from "zod"
import { factParams } from "./facts.ts"
import { route } from "./route.ts"
import { id, instant, none, text } from "./values.ts"

const state = z.enum(["told", "held", "sending", "corrected", "honoured", "undeliverable", "answered", "left"])
const choice = z.enum(["correct", "honour", "leave"])

const run = z.object({
  id,
  factId: id,
  fromVersion: z.int(),
  toVersion: z.int(),
  words: z.string(),
  honourWords: z.string(),
  startedBy: z.string().nullable(),
  startedAt: instant,
  previewedBy: z.string().nullable(),
  previewedAt: instant.nullable(),
  closedAt: instant.nullable(),
})

const summary = z.object({
  run,
  subject: z.string(),
  attribute: z.string(),
  /** What they were told, and what is true. */
  from: z.string(),
  to: z.string(),
  counts: z.record(z.enum(["all", ...state.options]), z.int()),
})

const person = z.object({
  customerId: id,
  name: z.string().nullable(),
  ownName: z.string().nullable(),
  isErased: z.boolean(),
  isReachable: z.boolean(),
  conversationId: id,
  isConversationOpen: z.boolean(),
  owes: z.int(),
  /** Orders that were not delivered yet. */
  openOrders: z.int(),
  /** What they ordered. */
  products: z.array(z.string()),
  told: z.string().nullable(),
  toldAt: instant,
  toldBy: z.string().nullable(),
  choice,
  words: z.string().nullable(),
  note: z.string().nullable(),
  sentMessageId: id.nullable(),
  delivery: z.enum(["waiting", "accepted", "failed", "cancelled", "bounced"]).nullable(),
  hasAnswered: z.boolean(),
  isToldNew: z.boolean(),
  problem: z.string().nullable(),
  state,
  /** What they would be written. */
  draft: z.string(),
})

export const correction = summary.extend({ people: z.array(person) })
const runParams = z.object({ runId: id })

export const createCorrection = route({
  method: "POST",
  path: "/facts/:factId/corrections",
  summary: "Find everybody who was told an earlier version, in old mail too, and prepare to tell them what is true",
  noun: "Corrections",
  caller: "lead",
  params: factParams,
  query: none,
  body: none,
  answer: correction,
})

export const listCorrections = route({
  method: "GET",
  path: "/corrections",
  summary: "List correction runs, of one fact or of all",
  noun: "Corrections",
  caller: "member",
  params: none,
  query: z.object({ factId: id.optional() }),
  body: none,
  answer: z.object({ items: z.array(summary) }),
})

export const readCorrection = route({
  method: "GET",
  path: "/corrections/:runId",
  summary: "Read a run: what each customer was told, would be written, and how far it is",
  noun: "Corrections",
  caller: "member",
  params: runParams,
  query: none,
  body: none,
  answer: correction,
})

export const writeCorrection = route({
  method: "PATCH",
  path: "/corrections/:runId",
  summary: "Change what everybody is written; {{greeting}}, {{name}}, {{date}}, {{told}} and {{fact}} are filled in",
  noun: "Corrections",
  caller: "member",
  params: runParams,
  query: none,
  body: z.object({ words: text.optional(), honourWords: text.optional() }),
  answer: correction,
})

export const previewCorrection = route({
  method: "POST",
  path: "/corrections/:runId/preview",
  summary: "Say that the drafts are right; only then can they be sent",
  noun: "Corrections",
  caller: "lead",
  params: runParams,
  query: none,
  body: none,
  answer: correction,
})

export const chooseForCustomer = route({
  method: "PUT",
  path: "/corrections/:runId/customers/:customerId",
  summary: "Correct, honour, or leave one customer out; with words of their own where they are an exception",
  noun: "Corrections",
  caller: "member",
  params: z.object({ runId: id, customerId: id }),
  query: none,
  body: z.object({ choice, words: z.string().max(100_000).optional(), note: z.string().trim().max(2_000).optional() }),
  answer: correction,
})

export const createCorrectionBatch = route({
  method: "POST",
  path: "/corrections/:runId/batches",
  summary: "Send the next customers their message, each reviewed like any other; what is held is left for a person",
  noun: "Corrections",
  caller: "lead",
  params: runParams,
  query: none,
  body: z.object({ customerIds: z.array(id).max(500).optional(), limit: z.int().min(1).max(50).optional() }),
  answer: z.object({ sent: z.int(), held: z.int(), correction }),
})

export const closeCorrection = route({
  method: "POST",
  path: "/corrections/:runId/closure",
  summary: "Finish it: nobody else is written to",
  noun: "Corrections",
  caller: "lead",
  params: runParams,
  query: none,
  body: none,
  answer: correction,
})
