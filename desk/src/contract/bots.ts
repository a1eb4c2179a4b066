import { z } from "zod"
import { message } from "./messages.ts"
import { capturedPromise } from "./promises.ts"
import { review } from "./reviews.ts"
import { route } from "./route.ts"
import { done, id, instant, none, text } from "./values.ts"

export const sendAsBot = route({
  method: "POST",
  path: "/messages",
  summary:
    "Send what a bot wrote, with an API key: it leaves when the review has nothing against it, otherwise it waits for a person. Say author “bot”; one that does not is held. The first one in a conversation tells the customer that a bot writes, as “I am the shop’s bot.” does, or is held",
  noun: "Bots",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    conversationId: id,
    text,
    author: z.literal("bot").optional(),
    promises: z
      .array(capturedPromise)
      .max(50)
      .optional()
      .describe("Promises in it, each with the member who fulfils it"),
    keeps: z.array(id).max(50).optional(),
  }),
  answer: z.discriminatedUnion("state", [
    z.object({ state: z.literal("sent"), message }),
    z.object({ state: z.literal("held"), heldId: id, why: z.string(), review }),
  ]),
})

const held = z.object({
  id,
  conversationId: id,
  text: z.string().nullable(),
  verdict: z.enum(["clear", "confirm", "hold"]),
  why: z.string().nullable(),
  by: z.string().nullable(),
  at: instant,
})

export const listHeldMessages = route({
  method: "GET",
  path: "/held-messages",
  summary: "List what bots wrote and a person must look at",
  noun: "Bots",
  caller: "member",
  params: none,
  query: z.object({ conversationId: id.optional() }),
  body: none,
  answer: z.object({ items: z.array(held) }),
})

export const settleHeldMessage = route({
  method: "POST",
  path: "/held-messages/:heldId/settlement",
  summary: "Take the draft over, or throw it away: it waits no longer. What is sent instead is sent by a person",
  noun: "Bots",
  caller: "member",
  params: z.object({ heldId: id }),
  query: none,
  body: z.object({ taken: z.boolean().describe("Taken over into the caller's own draft; false: thrown away") }),
  answer: done,
})
