import { z } from "zod"
import { FACT_TYPES } from "../ledger/fact.ts"
import { FACT_FILTERS } from "../ledger/fact-filter.ts"
import { route } from "./route.ts"
import { id, instant, none } from "./values.ts"

const line = z.string().trim().min(1).max(300)
const day = z.iso.date().describe("YYYY-MM-DD, a day in the workspace's zone")
export const factScope = z.record(z.string().max(60), z.string().max(200))
const confirmDays = z.int().min(1).max(3660)

export const factValue = z.union([
  z.number(),
  z.boolean(),
  z.string().max(2_000),
  z.array(z.string().max(300)).max(200),
  z.object({ min: z.number().optional(), max: z.number().optional() }),
])

const source = z.object({
  kind: z.enum(["url", "document", "person"]),
  name: line.describe("The address, the document, or who said so"),
  line: z.string().trim().max(2_000).optional().describe("The line that says it, as it stands there"),
})

const versionView = z.object({
  version: z.int(),
  subject: z.string(),
  aliases: z.array(z.string()),
  attribute: z.string(),
  type: z.enum(FACT_TYPES),
  value: factValue,
  unit: z.string().nullable(),
  /** The value as it is shown: "€59.00". */
  shown: z.string(),
  scope: factScope,
  validFrom: day.nullable(),
  validUntil: day.nullable(),
  statement: z.string(),
  evidence: z.string().nullable(),
  source,
  enteredAt: instant,
  enteredBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  approvedBy: z.string().nullable(),
  declinedAt: instant.nullable(),
})

export const fact = z.object({
  id,
  name: z.string(),
  ownerId: id.nullable(),
  owner: z.string().nullable(),
  confirmDays: confirmDays.nullable(),
  lastConfirmedAt: instant.nullable(),
  lastConfirmedBy: z.string().nullable(),
  createdAt: instant,
  retiredAt: instant.nullable(),
  standing: z.enum(["proposed", "coming", "in-force", "stale", "expired", "retired"]),
  current: versionView,
  confirmBefore: day.nullable(),
  toldTo: z.int(),
  conflicts: z.array(id),
  waiting: z.int(),
})

export const factFilter = z.enum(FACT_FILTERS)
export const factParams = z.object({ factId: id })
const versionParams = z.object({ factId: id, version: z.coerce.number().int().min(1).max(1_000_000) })

const said = {
  subject: line,
  aliases: z.array(line).max(50).optional(),
  attribute: line,
  type: z.enum(FACT_TYPES).optional().describe("Without it the value is read as it was typed"),
  value: factValue.describe("“€59”, “3 working days”, “7-10 days”, “2.5 %”, “yes”, “2026-12-18”, a list or a text"),
  unit: z.string().trim().max(100).nullable().optional(),
  scope: factScope.optional(),
  validFrom: day.nullable().optional(),
  validUntil: day.nullable().optional(),
  statement: z.string().trim().max(2_000).nullable().optional().describe("As a customer may be told"),
  evidence: z.string().trim().max(2_000).nullable().optional(),
  source,
  propose: z.boolean().optional().describe("Leave it for somebody else to approve; what a member enters always waits"),
}

export const listFacts = route({
  method: "GET",
  path: "/facts",
  summary: "List the Fact Book, what expires soonest first",
  noun: "Facts",
  caller: "member",
  params: none,
  query: z.object({
    filter: factFilter.optional(),
    q: z.string().max(200).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  }),
  body: none,
  answer: z.object({
    items: z.array(fact),
    total: z.int(),
    counts: z.record(factFilter, z.int()),
    holding: z.int().describe("Facts that hold today, stale ones among them: what is written is compared with these"),
    day,
  }),
})

export const readFact = route({
  method: "GET",
  path: "/facts/:factId",
  summary: "Read a fact with all its versions",
  noun: "Facts",
  caller: "member",
  params: factParams,
  query: none,
  body: none,
  answer: fact.extend({ versions: z.array(versionView) }),
})

export const createFact = route({
  method: "POST",
  path: "/facts",
  summary: "Add a fact; what a member or an API key adds is proposed, and a lead or an admin approves it",
  noun: "Facts",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    ...said,
    name: line.optional(),
    ownerId: id.optional(),
    confirmDays: confirmDays.nullable().optional(),
  }),
  answer: fact,
})

export const createFactVersion = route({
  method: "POST",
  path: "/facts/:factId/versions",
  summary: "Enter what is true now, from today unless said; earlier versions stay as they are",
  noun: "Facts",
  caller: "member",
  params: factParams,
  query: none,
  body: z.object(said),
  answer: fact,
})

export const approveFactVersion = route({
  method: "POST",
  path: "/facts/:factId/versions/:version/approval",
  summary: "Approve a proposed version",
  noun: "Facts",
  caller: "lead",
  params: versionParams,
  query: none,
  body: none,
  answer: fact,
})

export const declineFactVersion = route({
  method: "POST",
  path: "/facts/:factId/versions/:version/refusal",
  summary: "Decline a proposed version",
  noun: "Facts",
  caller: "lead",
  params: versionParams,
  query: none,
  body: none,
  answer: fact,
})

export const confirmFact = route({
  method: "POST",
  path: "/facts/:factId/confirmation",
  summary:
    "Say that it is still true: its owner, a lead or an admin. Conflict for an expired one: that needs a new version",
  noun: "Facts",
  caller: "member",
  params: factParams,
  query: none,
  body: none,
  answer: fact,
})

export const writeFact = route({
  method: "PATCH",
  path: "/facts/:factId",
  summary: "Change its owner, or after how many days it must be confirmed again",
  noun: "Facts",
  caller: "member",
  params: factParams,
  query: none,
  body: z.object({ ownerId: id.optional(), confirmDays: confirmDays.nullable().optional() }),
  answer: fact,
})

export const retireFact = route({
  method: "POST",
  path: "/facts/:factId/retirement",
  summary: "Take it out of the book; what was told of it stays on the record",
  noun: "Facts",
  caller: "lead",
  params: factParams,
  query: none,
  body: none,
  answer: fact,
})
