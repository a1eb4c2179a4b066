import { z } from "zod"
import { route } from "./route.ts"
import { id, name, none, tag } from "./values.ts"
import { conversation } from "./conversations.ts"

export const listTags = route({
  method: "GET",
  path: "/tags",
  summary: "List the tags in use, with how many open conversations each is on, the most used first, at most 500",
  noun: "Views",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(z.object({ tag: z.string(), open: z.int() })) }),
})

const view = z.object({
  id,
  name: z.string(),
  state: z.enum(["open", "awaiting", "snoozed", "closed", "spam", "all"]),
  assignee: z.union([z.enum(["anybody", "me", "nobody"]), id]),
  tag: z.string().nullable(),
})

const viewParams = z.object({ viewId: id })
const viewBody = view.omit({ id: true }).extend({ name, tag: tag.nullable() })

export const listViews = route({
  method: "GET",
  path: "/views",
  summary: "List the saved views, each with how many conversations are in it now",
  noun: "Views",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({
    items: z.array(
      view.extend({ count: z.int(), more: z.boolean().describe("There are more; beyond 1,000 they are not counted") }),
    ),
  }),
})

export const createView = route({
  method: "POST",
  path: "/views",
  summary: "Save a view for the team; `me` is whoever looks",
  noun: "Views",
  caller: "member",
  params: none,
  query: none,
  body: viewBody,
  answer: view,
})

export const removeView = route({
  method: "DELETE",
  path: "/views/:viewId",
  summary: "Remove a saved view; the conversations in it stay, and it can be put back for 30 days",
  noun: "Views",
  caller: "member",
  params: viewParams,
  query: none,
  body: none,
  answer: view,
})

export const restoreView = route({
  method: "POST",
  path: "/views/:viewId/restoration",
  summary: "Put a saved view back that was removed",
  noun: "Views",
  caller: "member",
  params: viewParams,
  query: none,
  body: none,
  answer: view,
})

/** One thing done to several conversations. */
const conversationChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("close") }),
  z.object({ kind: z.literal("reopen") }),
  z.object({ kind: z.literal("assign"), memberId: id.nullable() }),
  z.object({ kind: z.literal("tag"), tag }),
  z.object({ kind: z.literal("untag"), tag }),
])

export const changeConversations = route({
  method: "POST",
  path: "/conversation-changes",
  summary:
    "Do one thing to several conversations, all or none of them: close, open again, give to a member, put a tag on or take it off. Promises stay as they are",
  noun: "Views",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ conversationIds: z.array(id).min(1).max(100), change: conversationChange }),
  answer: z.object({ items: z.array(conversation) }),
})
