import { z } from "zod"
import { route } from "./route.ts"
import { deed, id, instant, none } from "./values.ts"

/** What is known before a promise is made: see docs/honest-date.md. */
export const weighing = z.object({
  left: z.int().describe("Working minutes until due; negative when it is past"),
  dueBefore: z.int().describe("The owner's other owed promises that are due before it"),
  cases: z
    .int()
    .describe(
      "Of the team's last 200 promises of this deed, how many were kept or came due. Under 10 there is not enough record, and what follows is null",
    ),
  inTime: z
    .object({
      count: z.int(),
      n: z.int(),
      percent: z.int().describe("Rounded down"),
      low: z.int().describe("95 % range (Wilson), rounded outward"),
      high: z.int(),
    })
    .nullable()
    .describe("The share of them that was kept by the time first told"),
  doneBy: instant.nullable().describe("By when 9 in 10 of them would have been done, whatever was due before them"),
  honest: instant
    .nullable()
    .describe(
      "The earliest time by which 9 in 10 would be done given what is due before; null where 9 in 10 are not done yet",
    ),
  atRisk: z.boolean().describe("The honest date is after the due that is asked for"),
})

export const createWeighing = route({
  method: "POST",
  path: "/promise-weighings",
  summary: "Weigh a promise before it is made: time left, what is due before it, the team's record; nothing is stored",
  noun: "Promises",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    ownerId: id,
    deed,
    dueUntil: instant,
    promiseId: id.optional().describe("The promise that would get this due as its new date"),
  }),
  answer: weighing,
})

/** Apart from Today, which does not wait for it. */
export const listWeighings = route({
  method: "GET",
  path: "/today/weighings",
  summary: "Weigh the next 50 promises that are due",
  noun: "Today",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(weighing.extend({ promiseId: id })) }),
})
