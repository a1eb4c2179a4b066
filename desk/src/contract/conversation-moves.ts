import { z } from "zod"
import { conversation } from "./conversations.ts"
import { route } from "./route.ts"
import { id, none } from "./values.ts"

const MERGED_MAX = 50 // at once; a member chooses them one by one
const SPLIT_MAX = 2000 // messages at once

export const createMerge = route({
  method: "POST",
  path: "/conversations/:conversationId/merges",
  summary:
    "Merge other conversations into this one: messages, notes, drafts, tags, promises and needs go along, and their ids lead here. Conflict where they are of several customers and `ofSeveralCustomers` is not true",
  noun: "Conversations",
  caller: "member",
  params: z.object({ conversationId: id }),
  query: none,
  body: z.object({
    conversationIds: z.array(id).min(1).max(MERGED_MAX),
    ofSeveralCustomers: z.boolean().optional().describe("Somebody was asked whether they belong together"),
  }),
  answer: conversation,
})

export const undoMerge = route({
  method: "DELETE",
  path: "/conversations/:conversationId/merges/:moveId",
  summary:
    "Take a merge back: what it brought goes back, promises by another entry. What was written since, and drafts, stay here",
  noun: "Conversations",
  caller: "member",
  params: z.object({ conversationId: id, moveId: id }),
  query: none,
  body: none,
  answer: conversation,
})

export const createSplit = route({
  method: "POST",
  path: "/conversations/:conversationId/splits",
  summary:
    "Make a conversation of its own of some messages; the promises that were made in them go along. To take it back, merge it into this one",
  noun: "Conversations",
  caller: "member",
  params: z.object({ conversationId: id }),
  query: none,
  body: z.object({ messageIds: z.array(id).min(1).max(SPLIT_MAX) }),
  answer: conversation,
})
