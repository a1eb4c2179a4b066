import { z } from "zod"
import { conversation } from "./conversations.ts"
import { customer } from "./customers.ts"
import { promise } from "./promises.ts"
import { route } from "./route.ts"
import { cursor, id, name, none, page } from "./values.ts"

const company = z.object({
  id,
  name: z.string(),
  /** Mail domains that are the company's own: who writes from one is suggested to belong to it. */
  domains: z.array(z.string()),
  people: z.int(),
  /** Open and broken promises to its people. */
  owes: z.int(),
})

const companyParams = z.object({ companyId: id })
const DOMAINS_MAX = 50

export const listCompanies = route({
  method: "GET",
  path: "/companies",
  summary:
    "List companies by name: those of which somebody is on file; or find them by a part of their name or of a mail domain",
  noun: "Customers",
  caller: "member",
  params: none,
  query: z.object({
    q: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
    cursor,
  }),
  body: none,
  answer: page(company),
})

export const readCompany = route({
  method: "GET",
  path: "/companies/:companyId",
  summary: "Read a company: its people, what is owed to them, their open conversations, and who may belong to it",
  noun: "Customers",
  caller: "member",
  params: companyParams,
  query: none,
  body: none,
  answer: company.extend({
    customers: z.array(customer),
    promises: z.array(promise),
    conversations: z.array(conversation),
    /** Of no company, with an address at one of its domains. */
    suggested: z.array(customer),
    /** Domains of its people's addresses that are nobody's yet. */
    suggestedDomains: z.array(z.string()),
  }),
})

export const writeCompany = route({
  method: "PATCH",
  path: "/companies/:companyId",
  summary: "Rename a company, for all its people, or say which mail domains are its own",
  noun: "Customers",
  caller: "member",
  params: companyParams,
  query: none,
  body: z.object({
    name: name.optional(),
    domains: z.array(z.string().trim().min(3).max(253)).max(DOMAINS_MAX).optional(),
  }),
  answer: company,
})
