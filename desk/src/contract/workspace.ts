import { z } from "zod"
import { LINK_DAYS_MAX } from "../ledger/customer-page.ts"
import { POLICY_MINUTES_MAX } from "../ledger/follow-through-policy.ts"
import { withdrawalRule } from "./orders.ts"
import { RULE_CHANNELS } from "../ledger/claim.ts"
import { country, region } from "./holidays.ts"
import { route } from "./route.ts"
import { done, id, name, none, zone } from "./values.ts"

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const shift = z.object({ from: clock, until: clock })

const minutes = z.int().min(0).max(POLICY_MINUTES_MAX)

const followThrough = z
  .object({
    beforeDueMinutes: minutes,
    standInMinutes: minutes,
    leadsMinutes: minutes,
    adminsMinutes: minutes,
    awayMinutes: minutes,
    byMail: z.boolean(),
  })
  .describe("Who is reminded of a promise and when, in working minutes; never customers")

const customerPage = z
  .object({
    on: z.boolean(),
    footer: z.boolean().describe("The link stands below every outgoing mail"),
    showOwner: z.enum(["name", "team"]),
    days: z.int().min(1).max(LINK_DAYS_MAX).describe("How long a link works after it was last sent"),
  })
  .describe("Whether customers may see what was promised to them, behind a link")

const rules = z
  .partialRecord(
    z.enum(RULE_CHANNELS),
    z.record(z.string().regex(/^[a-z][a-z0-9-]*\/[a-z0-9-]+$/), z.enum(["off", "remark", "confirm", "hold"])),
  )
  .describe("By channel, or “all”: rules that are off, or of another severity than their own")

const holidays = z
  .object({
    country,
    region: region.nullable(),
    worked: z.array(z.iso.date()).max(200).describe("Holidays on which the team works all the same"),
    dates: z.array(z.iso.date()).max(500).default([]).describe("Filled in by the desk, for the years around now"),
  })
  .nullable()
  .describe("Whose public holidays are days off as well")

/** Hours by ISO weekday, Monday = "1"; a day that is absent is off. */
export const hours = z.record(z.string().regex(/^[1-7]$/), z.array(shift).max(6))

export const workspaceSettings = z.object({
  zone,
  hours,
  daysOff: z.array(z.iso.date()).max(2_000),
  holidays,
  closedSays: z
    .enum(["same-day", "next-opening"])
    .describe("When what is said outside working hours counts as said, for “within 2 working days”"),
  meanings: z
    .record(z.string().min(1).max(60), z.int().min(1).max(10_000))
    .describe("What vague words are taken to mean, in working minutes"),
  graceMinutes: z.int().min(0).max(10_000).describe("Working minutes after due before a promise is marked broken"),
  followThrough,
  customerPage,
  publicReport: z
    .object({ on: z.boolean() })
    .describe(
      "Whether anybody may read the trust report of the last twelve months at /p/report/ and the workspace's address",
    ),
  publicProtocol: z
    .object({ on: z.boolean() })
    .describe(
      "Whether anybody may read what is promised to every customer at /p/promises/ and the workspace's address",
    ),
  contactForm: z
    .object({ on: z.boolean() })
    .describe("Whether there is a contact form at /p/contact/ and the workspace's address"),
  afterSale: z
    .object({
      withdrawal: z.array(withdrawalRule).max(200),
      outcome: z
        .object({ on: z.boolean(), days: z.int() })
        .describe("Whether customers are asked, once an order, if it helped; how many days after delivery"),
    })
    .describe("Until when customers may withdraw, by country and product, and the outcome check. Not legal advice"),
  answerCheck: z
    .object({
      on: z.boolean(),
      hours: z.int().describe("After it was closed; then the next working time"),
      days: z.int().describe("At most once in so many days a customer"),
    })
    .describe("Whether customers are asked, once a conversation after it was closed, if the answer helped"),
  rules,
  bots: z
    .object({ drafts: z.enum(["send", "wait"]) })
    .describe("Whether what a bot writes may leave by itself when the review finds nothing, or waits for a person"),
  access: z
    .object({ secondFactor: z.enum(["optional", "required"]) })
    .describe("Whether a password alone lets members in"),
  deeds: z
    .array(z.object({ id: z.string().min(1).max(40), name }))
    .min(1)
    .max(40),
})

export const readWorkspace = route({
  method: "GET",
  path: "/workspace",
  summary: "Read the workspace and how it works",
  noun: "Workspace",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ id, slug: z.string(), name: z.string(), kind: z.string(), settings: workspaceSettings }),
})

export const writeWorkspace = route({
  method: "PATCH",
  path: "/workspace",
  summary: "Change the workspace's name or settings; the times at which promises are looked at again follow",
  noun: "Workspace",
  caller: "admin",
  params: none,
  query: none,
  body: z.object({ name: name.optional(), settings: workspaceSettings.partial().optional() }),
  answer: z.object({ id, slug: z.string(), name: z.string(), kind: z.string(), settings: workspaceSettings }),
})

export const openSample = route({
  method: "POST",
  path: "/sample-workspaces",
  summary: "Open the sample shop, a workspace of its own with invented customers, dated around now",
  noun: "Workspace",
  caller: "user",
  params: none,
  query: none,
  body: none,
  answer: z.object({ id, slug: z.string() }),
})

export const purgeSample = route({
  method: "DELETE",
  path: "/sample-workspaces/:workspaceId",
  summary: "Remove the sample shop and everything in it",
  noun: "Workspace",
  caller: "user",
  params: z.object({ workspaceId: id }),
  query: none,
  body: none,
  answer: done,
})
