import { z } from "zod"
import { route } from "./route.ts"
import { channel, cursor, deed, id, instant, none, note, page, words } from "./values.ts"

export const person = z.object({ id, name: z.string() })
export const promiseState = z.enum([
  "proposed",
  "open",
  "kept",
  "broken",
  "renegotiated",
  "released",
  "dismissed",
  "void",
])

export const evidence = z.object({
  kind: z.enum(["message", "call", "visit", "file", "customer", "word"]),
  messageId: id.nullable(),
  /** When the thing that shows it happened. */
  at: instant,
  note: z.string().nullable(),
})

/** A promise as it is listed: what the entries say, without what the clock adds (overdue, late, time left). */
export const promise = z.object({
  id,
  state: promiseState,
  /** The words said; null when the customer's texts were erased. */
  words: z.string().nullable(),
  deed,
  customer: z.object({ id, name: z.string().nullable() }),
  conversationId: id.nullable(),
  messageId: id.nullable(),
  owner: person.nullable(),
  dueFrom: instant.nullable(),
  dueUntil: instant.nullable(),
  dueWords: z.string().nullable(),
  condition: z.string().nullable(),
  conditionMet: z.boolean(),
  waiting: z
    .object({ on: z.enum(["customer", "supplier", "colleague"]), note: z.string().nullable(), since: instant })
    .nullable(),
  channel,
  saidAt: instant,
  saidBy: person.nullable(),
  brokenAt: instant.nullable(),
  settledAt: instant.nullable(),
  evidence: evidence.nullable(),
  /** The last message in which the customer asked where it stays, in their words; kept until it is done. */
  chased: z.object({ at: instant, messageId: id, words: z.string().nullable() }).nullable(),
  predecessorId: id.nullable(),
  successorId: id.nullable(),
  /** Delivery of the message that made it, where there is one. */
  delivery: z.enum(["waiting", "accepted", "failed", "cancelled", "bounced"]).nullable(),
})

export const entry = z.object({
  seq: z.int(),
  kind: z.string(),
  at: instant,
  recordedAt: instant,
  by: z.object({ kind: z.enum(["member", "key", "desk", "customer"]), id: id.nullable(), name: z.string().nullable() }),
  body: z.record(z.string(), z.unknown()),
  /** Words of people; null when erased or none were said. */
  texts: z.record(z.string(), z.unknown()).nullable(),
  hash: z.string(),
})

const promiseParams = z.object({ promiseId: id })

/** Due as a member sets it. `until` is the last moment in time; `words` those that the customer reads. */
export const due = z.object({
  from: instant.nullable().optional(),
  until: instant,
  words: z.string().trim().max(200).nullable().optional(),
})

/** What a member confirms for a promise found in their own draft or note: the span is in the text that is sent. */
export const capturedPromise = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  words,
  deed,
  ownerId: id,
  due: due.nullable().describe("Null only for a promise with a condition not yet met"),
  condition: z.string().trim().max(500).nullable().optional(),
})

export const listPromises = route({
  method: "GET",
  path: "/promises",
  summary: "List promises, newest said first",
  noun: "Promises",
  caller: "member",
  params: none,
  query: z.object({
    state: promiseState.optional(),
    customerId: id.optional(),
    conversationId: id.optional(),
    ownerId: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor,
  }),
  body: none,
  answer: page(promise),
})

export const createPromise = route({
  method: "POST",
  path: "/promises",
  summary: "Write down a promise that was made by phone, over the counter or elsewhere",
  noun: "Promises",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    customerId: id,
    conversationId: id.optional(),
    channel,
    words,
    deed,
    ownerId: id,
    due: due.nullable(),
    condition: z.string().trim().max(500).nullable().optional(),
    saidAt: instant.optional(),
  }),
  answer: promise,
})

export const readPromise = route({
  method: "GET",
  path: "/promises/:promiseId",
  summary: "Read a promise with its entries",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: none,
  answer: promise.extend({ entries: z.array(entry), chainVerifies: z.boolean() }),
})

export const confirmPromise = route({
  method: "POST",
  path: "/promises/:promiseId/confirmation",
  summary: "Confirm a proposed promise; conflict when it is no longer proposed",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({
    ownerId: id,
    due: due.nullable(),
    deed: deed.optional(),
    words: words.optional(),
    condition: z.string().trim().max(500).nullable().optional(),
  }),
  answer: promise,
})

export const dismissPromise = route({
  method: "POST",
  path: "/promises/:promiseId/dismissal",
  summary: "Say that a proposed one was no promise; conflict once it was confirmed",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({ why: note.optional() }),
  answer: promise,
})

export const keepPromise = route({
  method: "POST",
  path: "/promises/:promiseId/fulfilment",
  summary:
    "Mark it kept, with what shows it; a message that is still on its way counts once our server has accepted it",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({
    evidence: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("message"), messageId: id }),
      z.object({ kind: z.literal("word"), note: note.optional(), at: instant.optional() }),
      z.object({ kind: z.literal("customer"), messageId: id.optional(), note: note.optional() }),
    ]),
  }),
  answer: promise,
})

export const renegotiatePromise = route({
  method: "POST",
  path: "/promises/:promiseId/renegotiation",
  summary: "Record a new date that the customer was told, with the reason; a successor takes over",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({
    due,
    reason: words,
    agreed: z.boolean().describe("The customer agreed; required once it was marked broken"),
    words: words.optional(),
  }),
  answer: z.object({ promise, successor: promise }),
})

export const releasePromise = route({
  method: "POST",
  path: "/promises/:promiseId/release",
  summary: "Record that the customer let us off",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({ reason: words }),
  answer: promise,
})

export const reopenPromise = route({
  method: "POST",
  path: "/promises/:promiseId/reopening",
  summary: "Open a kept or renegotiated one again: the customer disputes it, or the evidence was a mistake",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({ why: z.enum(["disputed", "mistake"]), note: note.optional() }),
  answer: promise,
})

export const handOverPromise = route({
  method: "POST",
  path: "/promises/:promiseId/handover",
  summary: "Give it to another owner; others' promises only by a lead",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({ ownerId: id, note: note.optional() }),
  answer: promise,
})

export const setWaiting = route({
  method: "PUT",
  path: "/promises/:promiseId/waiting",
  summary: "Say what it waits on; null: on us",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({ on: z.enum(["customer", "supplier", "colleague"]).nullable(), note: note.optional() }),
  answer: promise,
})

export const meetCondition = route({
  method: "POST",
  path: "/promises/:promiseId/condition",
  summary: "Record that its condition is met, and by when it is now due",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({ due }),
  answer: promise,
})

export const movePromise = route({
  method: "PUT",
  path: "/promises/:promiseId/conversation",
  summary: "Move it to another conversation of the same customer",
  noun: "Promises",
  caller: "member",
  params: promiseParams,
  query: none,
  body: z.object({ conversationId: id }),
  answer: promise,
})
