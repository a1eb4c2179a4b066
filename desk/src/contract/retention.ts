import { z } from "zod"
import { RETENTION_KINDS } from "../ledger/retention.ts"
import { route } from "./route.ts"
import { done, id, instant, none } from "./values.ts"

const kind = z.enum(RETENTION_KINDS)
const months = z.coerce.number().int().min(1).max(600)

const retention = z.object({
  /** The rules that are on. */
  rules: z.array(z.object({ kind, months: z.int(), setAt: instant, nextAt: instant })),
  /** The last 50 runs that erased something, the newest first. */
  runs: z.array(
    z.object({
      id,
      kind,
      months: z.int(),
      beganAt: instant,
      endedAt: instant.nullable(),
      erased: z.int(),
    }),
  ),
})

const shared = { noun: "Retention and legal hold", caller: "admin", params: none } as const

export const readRetention = route({
  ...shared,
  method: "GET",
  path: "/retention",
  summary: "Read which rules erase what is old, and what their runs did; none is on unless an admin switched it on",
  query: none,
  body: none,
  answer: retention,
})

export const previewRetention = route({
  ...shared,
  method: "GET",
  path: "/retention-preview",
  summary:
    "See what a rule would erase if it were on now. texts: of closed conversations in which nothing is owed; customers: with whom nothing is left",
  query: z.object({ kind, months }),
  body: none,
  answer: z.object({
    count: z.int(),
    oldest: instant.nullable(),
    held: z.int().describe("Would be erased, but for a legal hold"),
  }),
})

export const writeRetention = route({
  ...shared,
  method: "PUT",
  path: "/retention",
  summary: "Switch a rule on, with the number that its preview gave, or off with null months",
  query: none,
  body: z.object({ kind, months: z.int().min(1).max(600).nullable(), count: z.int().min(0).optional() }),
  answer: retention,
})

/** What a standing hold is of, the nearest first, and since when. Why, and who set it, admins read in the list of holds. */
export const standingHold = z.object({ of: z.enum(["conversation", "customer", "workspace"]), since: instant })

const hold = z.object({
  id,
  /** Also of a held conversation, whom it is with. With neither customer nor conversation: the whole workspace. */
  customer: z.object({ id, name: z.string().nullable() }).nullable(),
  conversationId: id.nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: instant,
  liftedAt: instant.nullable(),
  liftedBy: z.string().nullable(),
})

export const listLegalHolds = route({
  ...shared,
  method: "GET",
  path: "/legal-holds",
  summary: "List legal holds, those that stand first",
  query: none,
  body: none,
  answer: z.object({ items: z.array(hold) }),
})

export const createLegalHold = route({
  ...shared,
  method: "POST",
  path: "/legal-holds",
  summary:
    "Hold a customer, a conversation or, with neither, the whole workspace: nothing of it is erased, by a rule or by hand, until the hold is lifted",
  query: none,
  body: z.object({
    customerId: id.optional(),
    conversationId: id.optional(),
    reason: z.string().trim().min(1, "Say why").max(500),
  }),
  answer: z.object({ id }),
})

export const liftLegalHold = route({
  ...shared,
  method: "POST",
  path: "/legal-holds/:holdId/lifting",
  summary: "Lift a legal hold",
  params: z.object({ holdId: id }),
  query: none,
  body: none,
  answer: done,
})
