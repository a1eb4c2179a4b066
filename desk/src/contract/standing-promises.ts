import { z } from "zod"
import { route } from "./route.ts"
import { deed, done, id, instant, none } from "./values.ts"

const DAYS_MAX = 1_100 // three years, as the trust report
const TEXT_MAX = 2_000 // characters
const MINUTES_MAX = 20_000 // working minutes; two months

const percent = z.int().min(1).max(100).describe("Of how many in a hundred it is promised")
const measure = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("first-answer"), minutes: z.int().min(1).max(MINUTES_MAX), percent }),
    z.object({ kind: z.literal("kept-in-time"), deed: deed.nullable(), percent }),
    z.object({ kind: z.literal("told-before-late"), deed: deed.nullable(), percent }),
    z.object({ kind: z.literal("none"), why: z.string().trim().min(1).max(500) }),
  ])
  .describe(
    "First answer within so many working minutes · dated promises kept in time · told a new date before the old one passed · not measured",
  )

const text = z.object({
  what: z.string().trim().min(1).max(TEXT_MAX),
  limits: z.string().trim().max(TEXT_MAX).describe("Where it does not hold"),
  complain: z.string().trim().max(TEXT_MAX).describe("Whom a customer turns to when it was not kept"),
  measure,
})

const share = z.object({ count: z.int(), n: z.int(), percent: z.int(), low: z.int(), high: z.int() })

const version = text.extend({
  version: z.int(),
  validFrom: instant,
  validUntil: instant.nullable(),
  by: z.string().nullable(),
  measured: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("share"), from: instant, until: instant, share }),
    z.object({ kind: z.literal("outside") }).describe("It did not hold in the period"),
    z.object({ kind: z.literal("none") }).describe("It is not measured"),
  ]),
})

const period = z
  .object({ from: instant, until: instant })
  .refine(({ from, until }) => Date.parse(until) > Date.parse(from), "The period ends after it begins")
  .refine(
    ({ from, until }) => Date.parse(until) - Date.parse(from) <= DAYS_MAX * 86_400_000,
    "Three years are the longest period",
  )

export const listStandingPromises = route({
  method: "GET",
  path: "/standing-promises",
  summary: "List what is promised to every customer, each version measured over the days on which it held",
  noun: "Promises to every customer",
  caller: "member",
  params: none,
  query: period,
  body: none,
  answer: z.object({ items: z.array(z.object({ id, versions: z.array(version).describe("The newest first") })) }),
})

export const createStandingPromise = route({
  method: "POST",
  path: "/standing-promises",
  summary: "Promise something to every customer, from now on",
  noun: "Promises to every customer",
  caller: "admin",
  params: none,
  query: none,
  body: text,
  answer: z.object({ id }),
})

export const writeStandingPromise = route({
  method: "PATCH",
  path: "/standing-promises/:standingId",
  summary: "Promise it in another text from now on; until now it is measured by the one before",
  noun: "Promises to every customer",
  caller: "admin",
  params: z.object({ standingId: id }),
  query: none,
  body: text,
  answer: z.object({ id }),
})

export const withdrawStandingPromise = route({
  method: "DELETE",
  path: "/standing-promises/:standingId",
  summary: "Promise it no more",
  noun: "Promises to every customer",
  caller: "admin",
  params: z.object({ standingId: id }),
  query: none,
  body: none,
  answer: done,
})
