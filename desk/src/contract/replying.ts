import { z } from "zod"
import { route } from "./route.ts"
import { done, id, none } from "./values.ts"

const params = z.object({ conversationId: id })

/** `seconds`: how long that is known; whoever still writes says so again before. A span, because clocks differ. */
const replying = z.object({ id, name: z.string(), seconds: z.int() })

export const readReplying = route({
  method: "GET",
  path: "/conversations/:conversationId/replying",
  summary: "Read which other members are writing an answer right now",
  noun: "Drafts",
  caller: "member",
  params,
  query: none,
  body: none,
  answer: z.object({ items: z.array(replying) }),
})

export const startReplying = route({
  method: "PUT",
  path: "/conversations/:conversationId/replying",
  summary: "Say that the caller is writing an answer: for 25 seconds, unless it is said again",
  noun: "Drafts",
  caller: "member",
  params,
  query: none,
  body: none,
  answer: done,
})

export const stopReplying = route({
  method: "DELETE",
  path: "/conversations/:conversationId/replying",
  summary: "Say that the caller writes no more",
  noun: "Drafts",
  caller: "member",
  params,
  query: none,
  body: none,
  answer: done,
})
