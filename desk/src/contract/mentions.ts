import { z } from "zod"
import { route } from "./route.ts"
import { done, id, instant, none } from "./values.ts"

const mention = z.object({
  messageId: id,
  conversationId: id,
  customer: z.object({ id, name: z.string().nullable() }),
  /** Who wrote the note. */
  by: z.string().nullable(),
  at: instant,
  readAt: instant.nullable(),
  /** Why it was not mailed, if so. */
  mailProblem: z.string().nullable(),
  /** The first 500 characters of the note; null when erased. */
  text: z.string().nullable(),
})

export const listMentions = route({
  method: "GET",
  path: "/mentions",
  summary: "List the notes that name you with an @, the newest first, at most 100",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(mention), unread: z.int() }),
})

export const readMentions = route({
  method: "POST",
  path: "/mentions/reading",
  summary: "Mark the notes that name you read that were there by then: all, or those of one conversation",
  noun: "Notices",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ upTo: instant, conversationId: id.optional() }),
  answer: done,
})
