import { z } from "zod"
import { factParams } from "./facts.ts"
import { route } from "./route.ts"
import { cursor, id, instant, none } from "./values.ts"

export const toldQuery = z.object({
  since: instant.optional(),
  until: instant.optional(),
  version: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor,
})

export const assertion = z.object({
  messageId: id,
  position: z.int(),
  conversationId: id,
  customer: z.object({ id, name: z.string().nullable() }),
  factId: id.nullable(),
  version: z.int().nullable(),
  subject: z.string().nullable(),
  attribute: z.string().nullable(),
  verdict: z.enum(["supported", "contradicted", "unsupported", "needs-evidence"]),
  kind: z.string(),
  /** In which words; null when erased. */
  words: z.string().nullable(),
  at: instant,
  by: z.object({ kind: z.enum(["member", "key", "desk"]), name: z.string().nullable() }),
  delivery: z.string().nullable(),
  /** The value of the fact as it was told, and as it holds now. */
  told: z.string().nullable(),
  holds: z.string().nullable(),
  /** The fact has a newer version by now. */
  isChanged: z.boolean(),
})

const told = z.object({ items: z.array(assertion), next: z.string().nullable() })

export const listToldOfFact = route({
  method: "GET",
  path: "/facts/:factId/assertions",
  summary: "List who was told it, when, by whom and in which words",
  noun: "Facts",
  caller: "member",
  params: factParams,
  query: toldQuery,
  body: none,
  answer: told,
})

export const listToldToCustomer = route({
  method: "GET",
  path: "/customers/:customerId/assertions",
  summary: "List everything that this customer was told",
  noun: "Customers",
  caller: "member",
  params: z.object({ customerId: id }),
  query: toldQuery,
  body: none,
  answer: told,
})
