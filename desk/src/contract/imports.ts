import { z } from "zod"
import { ADDRESSEES_MAX } from "../ledger/ticket-export.ts"
import { route } from "./route.ts"
import { NAME_LENGTH_MAX, id, instant, none } from "./values.ts"

export const MAIL_SIZE_MAX = 40 * 1024 * 1024 // bytes of one mail
export const BATCH_LENGTH_MAX = 60 * 1024 * 1024 // bytes of one call; base64 takes a third more than the mail
export const BATCH_COUNT_MAX = 500
const OLD_TEXT_LENGTH_MAX = 200_100 // characters
const FILES_MAX = 1_000
const TOTAL_MAX = 100_000_000

const kind = z.enum(["mails", "tickets", "customers"])
const count = z.int().min(0).max(TOTAL_MAX)
const shortText = z.string().max(NAME_LENGTH_MAX).nullable()
const mailOrNone = z.string().max(320).nullable()

export const importView = z.object({
  id,
  kind,
  fileName: z.string(),
  size: z.number().describe("Bytes"),
  total: z.int().describe("Mails, conversations or rows in the file"),
  done: z.int().describe("How many of them were handed in; go on after these"),
  taken: z.int(),
  changed: z.int(),
  again: z.int().describe("Were there before, or belong to somebody who was erased"),
  leftOut: z.int(),
  proposed: z.int().describe("Promises of ours of the last 30 days that wait to be looked at"),
  problems: z.array(z.string()),
  by: z.string().nullable(),
  startedAt: instant,
  changedAt: instant,
  endedAt: instant.nullable(),
})

export const listImports = route({
  method: "GET",
  path: "/imports",
  summary: "List what was taken in from files, and how far each is",
  noun: "Imports",
  caller: "admin",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(importView) }),
})

export const beginImport = route({
  method: "POST",
  path: "/imports",
  summary: "Begin to take in a file, or go on with the one that was begun with the same name and size",
  noun: "Imports",
  caller: "admin",
  params: none,
  query: none,
  body: z.object({
    kind,
    fileName: z.string().trim().min(1).max(NAME_LENGTH_MAX),
    size: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
    total: count.min(1),
    problems: z.array(z.string().max(500)).max(200).default([]),
  }),
  answer: importView,
})

const params = z.object({ importId: id })
const done = count.describe("How many entries of the file are handed in with this call and those before it")

export const importMailBatch = route({
  method: "POST",
  path: "/imports/:importId/mails",
  summary: "Hand in mails as they are stored (RFC 5322), the oldest first; what was taken in before is not taken again",
  noun: "Imports",
  caller: "admin",
  params,
  query: none,
  body: z.object({
    done,
    mails: z
      .array(
        z.object({
          base64: z.string().max(BATCH_LENGTH_MAX),
          at: instant.nullable().describe("When it came, where the file says so"),
        }),
      )
      .max(BATCH_COUNT_MAX),
  }),
  answer: importView,
})

const person = z.object({ name: shortText, mail: mailOrNone })

export const importTicketBatch = route({
  method: "POST",
  path: "/imports/:importId/conversations",
  summary: "Hand in conversations of another desk; those that were taken in before are not taken again",
  noun: "Imports",
  caller: "admin",
  params,
  query: none,
  body: z.object({
    done,
    source: z.enum(["zendesk", "freshdesk"]),
    conversations: z
      .array(
        z.object({
          id: z.string().min(1).max(64).describe("The number that the other desk gave it"),
          subject: z.string().max(500).nullable(),
          customer: person,
          to: z
            .array(z.string().max(320))
            .max(ADDRESSEES_MAX)
            .default([])
            .describe(
              "The addresses it was written to: the first of ours says who sees it; everybody where it is none",
            ),
          isClosed: z.boolean(),
          messages: z
            .array(
              z.object({
                id: z.string().min(1).max(64),
                kind: z.enum(["inbound", "outbound", "note"]),
                at: instant,
                text: z.string().max(OLD_TEXT_LENGTH_MAX),
                author: person,
                files: z.array(z.string().max(1_000)).max(FILES_MAX),
              }),
            )
            .min(1)
            .max(10_000),
        }),
      )
      .max(BATCH_COUNT_MAX),
  }),
  answer: importView,
})

export const importCustomerBatch = route({
  method: "POST",
  path: "/imports/:importId/customers",
  summary: "Hand in customers; whoever has the address is filled up, everybody else is new",
  noun: "Imports",
  caller: "admin",
  params,
  query: none,
  body: z.object({
    done,
    customers: z
      .array(
        z
          .object({
            row: z.int().min(1).max(TOTAL_MAX),
            name: shortText,
            company: shortText,
            mail: mailOrNone,
            phone: shortText,
            scope: z.record(z.enum(["plan", "country", "group"]), z.string().min(1).max(NAME_LENGTH_MAX).optional()),
          })
          .refine(
            ({ name, mail, phone }) => name !== null || mail !== null || phone !== null,
            "A name, an address or a number",
          ),
      )
      .max(BATCH_COUNT_MAX),
  }),
  answer: importView,
})

export const endImport = route({
  method: "POST",
  path: "/imports/:importId/end",
  summary: "Say that nothing more is taken from this file",
  noun: "Imports",
  caller: "admin",
  params,
  query: none,
  body: none,
  answer: importView,
})
