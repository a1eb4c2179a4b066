import { z } from "zod"
import { customer } from "./customers.ts"
import { route } from "./route.ts"
import { done, id, none } from "./values.ts"

const customerParams = z.object({ customerId: id })
const side = z.object({ id, name: z.string().nullable(), company: z.string().nullable() })

/** Two customers who may be one person. A member decides. */
const likeness = z.object({
  customer: side,
  other: side,
  /** `number`: the same number in another spelling; `mailbox`: it differs in what follows a +; `name`: same name, same local part. */
  why: z.enum(["number", "mailbox", "name"]),
  shown: z.string(),
  otherShown: z.string(),
})

export const listLikenesses = route({
  method: "GET",
  path: "/customer-likenesses",
  summary: "List pairs of customers who may be one person, at most 50; nothing is merged before a member says so",
  noun: "Customers",
  caller: "member",
  params: none,
  query: z.object({ customerId: id.optional().describe("Only those with this customer") }),
  body: none,
  answer: z.object({ items: z.array(likeness) }),
})

export const createCustomerMerge = route({
  method: "POST",
  path: "/customers/:customerId/merges",
  summary:
    "Say that another customer is the same person: everything of both is read as one's, and nothing is rewritten. Conflict when they are one already, or one was erased",
  noun: "Customers",
  caller: "member",
  params: customerParams,
  query: none,
  body: z.object({ customerId: id }),
  answer: customer,
})

export const undoCustomerMerge = route({
  method: "DELETE",
  path: "/customers/:customerId/merges/:mergeId",
  summary: "Take a merge back: each is who they were, and what came since is whose address it came to",
  noun: "Customers",
  caller: "member",
  params: z.object({ customerId: id, mergeId: id }),
  query: none,
  body: none,
  answer: customer,
})

export const tellApart = route({
  method: "POST",
  path: "/customers/:customerId/distinctions",
  summary: "Say that a customer who looks alike is somebody else: it is not suggested again",
  noun: "Customers",
  caller: "member",
  params: customerParams,
  query: none,
  body: z.object({ customerId: id }),
  answer: done,
})
