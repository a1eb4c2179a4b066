import { z } from "zod"
import { route } from "./route.ts"
import { done, id, instant, none } from "./values.ts"

export const customerLink = z.object({
  id,
  /** Null once it no longer works. */
  url: z.url().nullable(),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
})

const NOUN = "Customer's page"

export const listCustomerLinks = route({
  method: "GET",
  path: "/conversations/:conversationId/customer-links",
  summary: "List the links to the customer's page of a conversation, the newest first",
  noun: NOUN,
  caller: "member",
  params: z.object({ conversationId: id }),
  query: none,
  body: none,
  answer: z.object({ items: z.array(customerLink) }),
})

export const createCustomerLink = route({
  method: "POST",
  path: "/conversations/:conversationId/customer-links",
  summary:
    "Get the link to the customer's page of a conversation; the same one while it works, and it works longer from now on",
  noun: NOUN,
  caller: "member",
  params: z.object({ conversationId: id }),
  query: none,
  body: none,
  answer: customerLink,
})

export const revokeCustomerLink = route({
  method: "DELETE",
  path: "/customer-links/:linkId",
  summary: "Take a link back: it leads nowhere from now on",
  noun: NOUN,
  caller: "member",
  params: z.object({ linkId: id }),
  query: none,
  body: none,
  answer: done,
})
