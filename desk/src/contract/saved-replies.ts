import { z } from "zod"
import { route } from "./route.ts"
import { done, id, instant, name, none, text } from "./values.ts"

export const savedReply = z.object({
  id,
  name: z.string(),
  /** With places: {{customer.name}}, {{member.name}}, {{fact:standard delivery/duration}}. */
  text: z.string(),
  ownerId: id.nullable(),
  owner: z.string().nullable(),
  verdict: z.enum(["clear", "confirm", "hold"]),
  /** Places are those of the text as it is filled in. */
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(["remark", "confirm", "hold"]),
      start: z.int(),
      end: z.int(),
      why: z.string(),
      suggestion: z.string().optional(),
    }),
  ),
  reviewedAt: instant,
  changedAt: instant,
  used: z.int(),
  factIds: z.array(id),
})

const replyParams = z.object({ replyId: id })

export const listReplies = route({
  method: "GET",
  path: "/saved-replies",
  summary: "List saved replies, with what the review finds in each",
  noun: "Saved replies",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(savedReply) }),
})

export const createReply = route({
  method: "POST",
  path: "/saved-replies",
  summary: "Save a reply; it is reviewed now, and again when a fact changes",
  noun: "Saved replies",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ name, text, ownerId: id.optional() }),
  answer: savedReply,
})

export const writeReply = route({
  method: "PATCH",
  path: "/saved-replies/:replyId",
  summary: "Change a saved reply; it is reviewed again",
  noun: "Saved replies",
  caller: "member",
  params: replyParams,
  query: none,
  body: z.object({ name: name.optional(), text: text.optional(), ownerId: id.optional() }),
  answer: savedReply,
})

export const removeReply = route({
  method: "DELETE",
  path: "/saved-replies/:replyId",
  summary: "Remove a saved reply; messages that it was used for stay",
  noun: "Saved replies",
  caller: "member",
  params: replyParams,
  query: none,
  body: none,
  answer: done,
})
