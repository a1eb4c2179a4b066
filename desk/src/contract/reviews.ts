import { z } from "zod"
import { route } from "./route.ts"
import { TEXT_LENGTH_MAX, id, instant, none } from "./values.ts"

/** As the engine's ReviewInput and Review; the server's word counts. */
const severity = z.enum(["remark", "confirm", "hold"])
const span = { start: z.int().min(0), end: z.int().min(0) }

export const reviewInput = z.object({
  text: z.string().max(TEXT_LENGTH_MAX),
  channel: z.enum(["mail", "chat", "call", "note", "policy"]).optional(),
  author: z.enum(["member", "bot", "saved-reply"]).optional(),
  previous: z.string().max(TEXT_LENGTH_MAX).optional(),
  now: instant.optional(),
  zone: z.string().max(60).optional(),
  scope: z.record(z.string(), z.string()).optional(),
})

const due = z.object({
  text: z.string().optional(),
  start: z.int().optional(),
  end: z.int().optional(),
  kind: z.enum(["certain", "implied", "vague", "none"]),
  from: z.string().optional(),
  until: z.string().optional(),
})

export const foundPromise = z.object({
  ...span,
  quote: z.string(),
  kind: z.enum(["later", "now", "conditional"]),
  deed: z.enum(["call-back", "answer", "refund", "send", "repair", "other"]),
  actor: z.object({
    kind: z.enum(["i", "we", "named", "someone", "company"]),
    name: z.string().optional(),
    start: z.int().optional(),
    end: z.int().optional(),
  }),
  due,
  condition: z.string().optional(),
})

export const review = z.object({
  language: z.string(),
  verdict: z.enum(["clear", "confirm", "hold"]),
  own: z.array(z.object(span)),
  promises: z.array(foundPromise),
  times: z.array(
    z.object({
      ...span,
      text: z.string(),
      kind: z.enum(["certain", "implied", "vague"]),
      from: z.string().optional(),
      until: z.string().optional(),
    }),
  ),
  claims: z.array(
    z.object({
      ...span,
      quote: z.string(),
      kind: z.string(),
      verdict: z.enum(["supported", "contradicted", "unsupported", "needs-evidence"]),
      factId: z.string().optional(),
    }),
  ),
  findings: z.array(
    z.object({ ...span, rule: z.string(), severity, why: z.string(), suggestion: z.string().optional() }),
  ),
})

export const createReview = route({
  method: "POST",
  path: "/reviews",
  summary: "Review a text with the workspace's calendar; nothing is stored",
  noun: "Reviews",
  caller: "member",
  params: none,
  query: none,
  body: reviewInput.extend({ id: z.union([z.string(), z.number()]).optional() }),
  answer: review.extend({ id: z.union([z.string(), z.number(), id]).optional() }),
})
