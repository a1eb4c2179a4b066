import { z } from "zod"
import { BASES } from "../ledger/decline.ts"
import { CASE_FIGURES } from "../ledger/report-figure.ts"
import { promise } from "./promises.ts"
import { route } from "./route.ts"
import { channel, deed, id, instant, none } from "./values.ts"

const DAYS_MAX = 1_100 // three years; the figures are computed when they are asked for

const period = z
  .object({ from: instant, until: instant, deed: deed.optional(), channel: channel.optional() })
  .refine(({ from, until }) => Date.parse(until) > Date.parse(from), "The period ends after it begins")
  .refine(
    ({ from, until }) => Date.parse(until) - Date.parse(from) <= DAYS_MAX * 86_400_000,
    "Three years are the longest period",
  )

const count = z.int().min(0)
const share = z.object({
  count,
  n: count,
  percent: z.int().describe("Rounded down; under 10 cases (n) there is not enough record"),
  low: z.int().describe("The 95 % range, rounded outward"),
  high: z.int(),
})
const minutes = z.number().nullable().describe("Working minutes")

/** The figures of a team over a period; none is of a single person. */
export const readTrustReport = route({
  method: "GET",
  path: "/trust-report",
  summary: "Read what became of the team's promises in a period, with n and 95 % ranges",
  noun: "Trust report",
  caller: "member",
  params: none,
  query: period,
  body: none,
  answer: z.object({
    closed: count,
    outcomes: z.object({
      "in-time": count,
      late: count,
      "new-date": count,
      "new-date-late": count,
      broken: count,
      released: count,
      void: count,
      dismissed: count,
    }),
    shares: z
      .object({
        "in-time": share,
        late: share,
        "new-date": share,
        "new-date-late": share,
        broken: share,
        released: share,
      })
      .describe("Of all that were closed"),
    inTime: share,
    inTimeShown: share.describe("Kept in time, and shown by something else than a member's word"),
    byDeed: z.array(z.object({ deed: z.string(), share })),
    evidence: z.object({ message: count, call: count, visit: count, file: count, customer: count, word: count }),
    lateness: z.object({ n: count, counts: z.array(count), medianLate: minutes }),
    promisedAndDone: z.object({ n: count, promised: minutes, done: minutes }),
    untilDone: z.object({
      n: count,
      open: count,
      median: minutes,
      within: z.array(
        z.object({
          minutes: z.int(),
          share: z.object({ percent: z.int(), low: z.int(), high: z.int() }).nullable(),
        }),
      ),
    }),
    openNow: count,
    customersSaid: z.object({ confirmed: count, disputed: count, chased: count }),
    reviewed: z.object({
      messages: count,
      overridden: count,
      claims: z.object({
        supported: count,
        contradicted: count,
        unsupported: count,
        needsEvidence: count,
        onStale: count,
      }),
    }),
    facts: z.object({ inForce: count, stale: count }).describe("As they are now, whatever the period"),
    overrides: z.array(z.object({ messageId: id, conversationId: id, at: instant, reason: z.string() })),
    declines: z.object({
      byBasis: z.array(z.object({ basis: z.enum(BASES), n: count, withAlternative: count })),
      wroteAgain: share.describe("Of those 30 days old, to how many the customer wrote again within 30 days"),
    }),
    corrections: z
      .object({ runs: count, people: count, corrected: count, honoured: count, left: count, notYet: count })
      .describe("Of everybody who had been told what is no longer true, in corrections begun in the period"),
    afterSale: z
      .object({
        orders: count,
        undone: count,
        undoneShare: share,
        recommended: count,
        recommendedUndone: count,
        recommendedShare: share,
        misled: count,
        misledUndone: count,
        misledShare: share,
        letDown: count,
        letDownUndone: count,
        letDownShare: share,
        asked: count,
        yes: count,
        partly: count,
        no: count,
        helpedShare: share,
      })
      .describe("What was sold in the period, what customers asked to undo, and whether it helped"),
    answers: z
      .object({ asked: count, yes: count, partly: count, no: count, helpedShare: share })
      .describe("Customers asked in the period whether an answer helped; the share is of those who answered"),
    returning: z.array(z.object({ treated: z.enum(["in-time", "late", "broken"]), share })),
  }),
})

/** The few figures of the report that stand on Today; the whole report tells where each comes from. */
export const readHeadlines = route({
  method: "GET",
  path: "/trust-report/headlines",
  summary:
    "Read the headlines of the trust report: kept in time, how late, sent in spite of a hold, corrections still to send",
  noun: "Trust report",
  caller: "member",
  params: none,
  query: period,
  body: none,
  answer: z.object({
    inTime: share,
    late: z.object({ n: count.describe("Promises kept late"), median: minutes }),
    sent: count.describe("Messages that were reviewed and left"),
    overridden: count,
    corrections: z
      .object({ people: count, notYet: count })
      .describe("Of everybody in the corrections that are open now, whatever the period"),
  }),
})

export const listBehindFigure = route({
  method: "GET",
  path: "/trust-report/promises",
  summary: "List the promises behind a figure of the trust report, the newest 200",
  noun: "Trust report",
  caller: "member",
  params: none,
  query: period.and(
    z.object({
      figure: z
        .string()
        .regex(
          /^(closed|kept|open|outcome:[a-z-]{2,20}|evidence:[a-z]{2,20}|lateness:[0-6]|said:(confirmed|disputed|chased)|made:(all|open))$/,
        )
        .describe("closed · kept · open · outcome:in-time · evidence:word · lateness:0 · said:chased · made:open"),
    }),
  ),
  body: none,
  answer: z.object({ count, items: z.array(promise) }),
})

export const listCasesBehind = route({
  method: "GET",
  path: "/trust-report/cases",
  summary: "List what is behind a figure of the trust report that counts no promises, the newest 200",
  noun: "Trust report",
  caller: "member",
  params: none,
  query: period.and(z.object({ figure: z.enum(CASE_FIGURES) })),
  body: none,
  answer: z.object({
    count,
    items: z.array(
      z.object({
        id: z.string(),
        words: z.string().nullable().describe("Null once the customer is erased"),
        isSaid: z.boolean().describe("The words are somebody's own"),
        note: z.string().nullable(),
        customer: z.object({ id, name: z.string().nullable() }).nullable(),
        at: instant.nullable(),
        opens: z.object({ kind: z.enum(["conversation", "order", "fact", "customer"]), id }),
      }),
    ),
  }),
})
