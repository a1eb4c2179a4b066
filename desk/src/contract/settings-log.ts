import { z } from "zod"
import { LOG_KINDS } from "../ledger/settings-log.ts"
import { route } from "./route.ts"
import { id, instant, none } from "./values.ts"

const values = z.record(z.string(), z.unknown())

export const logFilter = z.object({
  kind: z.enum(LOG_KINDS).optional(),
  memberId: id.optional().describe("What this member did, and what was done to them"),
  from: instant.optional(),
  until: instant.optional(),
})

export const listSettingsLog = route({
  method: "GET",
  path: "/settings-log",
  summary:
    "List who changed settings or access, newest first: a chain that nobody can edit (as CSV: /settings-log.csv)",
  noun: "Log of settings and access",
  caller: "admin",
  params: none,
  query: logFilter.extend({
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  }),
  body: none,
  answer: z.object({
    items: z.array(
      z.object({
        seq: z.int(),
        at: instant,
        by: z.object({ kind: z.string(), id: id.nullable(), name: z.string().nullable() }),
        kind: z.enum(LOG_KINDS),
        subject: z.object({ id: id.nullable(), name: z.string().nullable() }),
        before: values,
        after: values,
        hash: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
