import { z } from "zod"
import { conversation } from "./conversations.ts"
import { promise } from "./promises.ts"
import { standingHold } from "./retention.ts"
import { route } from "./route.ts"
import { cursor, done, id, instant, mailAddress, name, none, page } from "./values.ts"

const address = z.object({ id, kind: z.enum(["mail", "phone"]), shown: z.string() })

export const customer = z.object({
  id,
  name: z.string().nullable(),
  company: z.string().nullable(),
  /** Of the company's page. */
  companyId: id.nullable(),
  zone: z.string().nullable(),
  /** Plan, country, group: what picks the scope of a fact. */
  scope: z.record(z.string(), z.string()),
  createdAt: instant,
  erasedAt: instant.nullable(),
  /** They asked not to be written to first. */
  noFirstMail: z.boolean(),
  addresses: z.array(address),
  /** Open and broken promises. */
  owes: z.int(),
  /** Who was merged into them, with how to take it back. */
  merged: z.array(z.object({ mergeId: id, id, name: z.string().nullable(), at: instant, by: z.string().nullable() })),
})

const customerParams = z.object({ customerId: id })

export const listCustomers = route({
  method: "GET",
  path: "/customers",
  summary: "List or find customers by name, company, address or number; the best match first",
  noun: "Customers",
  caller: "member",
  params: none,
  query: z.object({
    q: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor,
  }),
  body: none,
  answer: page(customer),
})

export const createCustomer = route({
  method: "POST",
  path: "/customers",
  summary: "Add a customer; conflict when an address or number is somebody else's",
  noun: "Customers",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    name: name.optional(),
    company: name.optional(),
    mail: mailAddress.optional(),
    phone: z.string().trim().min(3).max(40).optional(),
  }),
  answer: customer,
})

export const readCustomer = route({
  method: "GET",
  path: "/customers/:customerId",
  summary: "Read a customer: addresses, everything owed, kept and broken, conversations",
  noun: "Customers",
  caller: "member",
  params: customerParams,
  query: none,
  body: none,
  answer: customer.extend({
    promises: z.array(promise),
    conversations: z.array(conversation),
    /** Where they may belong, by the domain of their mail address. */
    suggestedCompany: z.object({ id, name: z.string() }).nullable(),
    hold: standingHold.nullable().describe("The legal hold that keeps them; null where none stands"),
  }),
})

export const writeCustomer = route({
  method: "PATCH",
  path: "/customers/:customerId",
  summary: "Change name, company or time zone, or whether they may be written to first",
  noun: "Customers",
  caller: "member",
  params: customerParams,
  query: none,
  body: z.object({
    name: name.nullable().optional(),
    company: name.nullable().optional(),
    zone: z.string().max(60).nullable().optional(),
    scope: z.record(z.string().trim().min(1).max(60), z.string().trim().min(1).max(200)).optional(),
    noFirstMail: z.boolean().optional(),
  }),
  answer: customer,
})

export const addAddress = route({
  method: "POST",
  path: "/customers/:customerId/addresses",
  summary: "Add a mail address or number; conflict when it is somebody else's",
  noun: "Customers",
  caller: "member",
  params: customerParams,
  query: none,
  body: z.object({ kind: z.enum(["mail", "phone"]), shown: z.string().trim().min(3).max(254) }),
  answer: customer,
})

export const removeAddress = route({
  method: "DELETE",
  path: "/customers/:customerId/addresses/:addressId",
  summary: "Remove a mail address or number",
  noun: "Customers",
  caller: "member",
  params: z.object({ customerId: id, addressId: id }),
  query: none,
  body: none,
  answer: customer,
})

const naming = z.object({
  kind: z.enum(["view", "tag", "reply", "fact", "rule", "standing-promise", "practice-case", "document"]),
  id: z.string().describe("Of the thing; a tag is its own"),
  title: z.string(),
})

export const readErasure = route({
  method: "GET",
  path: "/customers/:customerId/erasure",
  summary:
    "See what the team wrote for itself that names them: views and tags that go with them, and what may mean them and stays until a person changes it",
  noun: "Customers",
  caller: "admin",
  params: customerParams,
  query: none,
  body: none,
  answer: z.object({ goes: z.array(naming), stays: z.array(naming) }),
})

export const eraseCustomer = route({
  method: "POST",
  path: "/customers/:customerId/erasure",
  summary:
    "Erase their name, addresses, messages, files and words for good; entries stay, without words, and still verify",
  noun: "Customers",
  caller: "admin",
  params: customerParams,
  query: none,
  body: z.object({ confirm: z.literal("erase") }),
  answer: done,
})
