import { z } from "zod"
import { WEBHOOK_TOPICS } from "../ledger/webhook.ts"
import { route } from "./route.ts"
import { done, id, instant, none } from "./values.ts"

const noun = "Webhooks"
const hookParams = z.object({ webhookId: id })
const topics = z.array(z.enum(WEBHOOK_TOPICS)).min(1).max(WEBHOOK_TOPICS.length)
const secret = z.string().describe("Signs what is sent; shown this once")

export const listWebhooks = route({
  method: "GET",
  path: "/webhooks",
  summary: "List where programs are told of messages and promises",
  noun,
  caller: "admin",
  params: none,
  query: none,
  body: none,
  answer: z.object({
    items: z.array(
      z.object({
        id,
        url: z.string(),
        topics,
        createdAt: instant,
        oldSecretUntil: instant.nullable().describe("Until when the secret before signs as well"),
        waiting: z.int(),
        failed: z.int().describe("Deliveries that were given up after three days"),
      }),
    ),
  }),
})

export const createWebhook = route({
  method: "POST",
  path: "/webhooks",
  summary: "Tell a program from now on, by POST; docs/webhooks.md says what it gets and how it checks the signature",
  noun,
  caller: "admin",
  params: none,
  query: none,
  body: z.object({ url: z.string().max(2_000), topics }),
  answer: z.object({ id, secret }),
})

export const renewWebhookSecret = route({
  method: "POST",
  path: "/webhooks/:webhookId/secret",
  summary: "Make another secret; for a day both sign",
  noun,
  caller: "admin",
  params: hookParams,
  query: none,
  body: none,
  answer: z.object({ secret, oldSecretUntil: instant }),
})

export const deleteWebhook = route({
  method: "DELETE",
  path: "/webhooks/:webhookId",
  summary: "Tell it nothing more, and forget its secrets",
  noun,
  caller: "admin",
  params: hookParams,
  query: none,
  body: none,
  answer: done,
})

export const listWebhookDeliveries = route({
  method: "GET",
  path: "/webhooks/:webhookId/deliveries",
  summary: "List the last fifty things it was told, or is to be told",
  noun,
  caller: "admin",
  params: hookParams,
  query: none,
  body: none,
  answer: z.object({
    items: z.array(
      z.object({
        id,
        type: z.string(),
        at: instant,
        attempts: z.int(),
        doneAt: instant.nullable(),
        nextAt: instant.nullable(),
        problem: z.string().nullable(),
      }),
    ),
  }),
})

export const replayWebhookDelivery = route({
  method: "POST",
  path: "/webhooks/:webhookId/deliveries/:deliveryId/replay",
  summary: "Send one again that was taken or given up, with the same id",
  noun,
  caller: "admin",
  params: hookParams.extend({ deliveryId: id }),
  query: none,
  body: none,
  answer: done,
})
