import { z } from "zod"
import { conversation } from "./conversations.ts"
import { promise } from "./promises.ts"
import { route } from "./route.ts"
import { cursor, done, id, instant, none, page } from "./values.ts"

export const task = z.object({
  id,
  kind: z.enum(["bounced", "failed", "unreadable", "other", "fact", "override", "reply", "held"]),
  words: z.string().nullable(),
  ownerId: id.nullable(),
  owner: z.string().nullable().describe("The owner's name"),
  customerId: id.nullable(),
  customer: z.string().nullable().describe("What the customer is called"),
  conversationId: id.nullable(),
  promiseId: id.nullable(),
  messageId: id.nullable(),
  factId: id.nullable(),
  replyId: id.nullable(),
  createdAt: instant,
})

/** Everything owed by due time (nothing by priority), and who waits for an answer. Groups depend on the clock: see ledger/board.ts. */
export const readToday = route({
  method: "GET",
  path: "/today",
  summary: "Everything owed in the order it was promised, and below it who waits for an answer",
  noun: "Today",
  caller: "member",
  params: none,
  query: z.object({ filter: z.enum(["all", "mine", "waiting"]).optional(), customerId: id.optional() }),
  body: none,
  answer: z.object({
    now: instant,
    owed: z.array(promise),
    /** Of all owed: how many each filter would show. */
    counts: z.object({ all: z.int(), mine: z.int(), waiting: z.int(), late: z.int() }),
    awaiting: z.array(conversation),
    awaitingCount: z.int(),
    proposed: z.int(),
    tasks: z.array(task),
  }),
})

export const listProposals = route({
  method: "GET",
  path: "/proposals",
  summary: "List promises that were found and that no person has confirmed",
  noun: "Today",
  caller: "member",
  params: none,
  query: z.object({ filter: z.enum(["all", "mine"]).optional() }),
  body: none,
  answer: z.object({ items: z.array(promise) }),
})

export const completeTask = route({
  method: "POST",
  path: "/tasks/:taskId/completion",
  summary: "Mark a task done",
  noun: "Today",
  caller: "member",
  params: z.object({ taskId: id }),
  query: none,
  body: none,
  answer: done,
})

export const searchEverything = route({
  method: "GET",
  path: "/search",
  summary: "Search messages, customers and promises",
  noun: "Search",
  caller: "member",
  params: none,
  query: z.object({ q: z.string().trim().min(1).max(200), cursor }),
  body: none,
  answer: page(
    z.object({
      kind: z.enum(["customer", "promise", "message"]),
      id,
      conversationId: id.nullable(),
      customerId: id.nullable(),
      /** What to show: a name, the words, or a passage around the hit. */
      title: z.string(),
      excerpt: z.string(),
      at: instant.nullable(),
    }),
  ),
})

/** One server-sent event of GET /changes: what to fetch again. */
export const change = z.object({
  seq: z.int(),
  kind: z.enum([
    "promise",
    "conversation",
    "message",
    "customer",
    "task",
    "member",
    "workspace",
    "notice",
    "fact",
    "reply",
    "audit",
    "draft",
    "replying",
    "view",
  ]),
  id,
})
