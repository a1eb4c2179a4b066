import { z } from "zod"
import { DESK_SOURCES } from "../ledger/desk-text.ts"
import { DOCUMENT_KINDS } from "../ledger/protocol-audit.ts"
import { route } from "./route.ts"
import { TEXT_LENGTH_MAX, done, id, instant, name, none, words } from "./values.ts"

const PASTED_LENGTH_MAX = 4 * TEXT_LENGTH_MAX // characters; a handbook of 150 pages
const BASE64_LENGTH_MAX = 1_000_000 // characters; a file of 750 kB

const severity = z.enum(["remark", "confirm", "hold"])
const kind = z.enum(DOCUMENT_KINDS)
const content = z
  .union([
    z.object({ text: z.string().min(1).max(PASTED_LENGTH_MAX) }),
    z.object({ base64: z.base64().min(1).max(BASE64_LENGTH_MAX) }),
  ])
  .describe(
    "The text, or a file in base64; how it is read is told by the ending of the name: md, txt, html, csv, json, yaml, docx, pdf, eml",
  )

const totals = {
  hold: z.int(),
  confirm: z.int(),
  remark: z.int(),
  accepted: z.int().describe("Somebody answers for them: an acceptance, or a reason in the document itself"),
}

const line = z.object({
  id,
  name: z.string(),
  kind,
  ownerId: id.nullable(),
  owner: z.string().nullable(),
  version: z.int(),
  enteredAt: instant,
  language: z.string().nullable().describe("Other languages than English are left alone"),
  url: z.string().nullable().describe("Where it lies, if it was pointed at: it is read there again each day"),
  readAt: instant.nullable(),
  nextReadAt: instant.nullable(),
  readProblem: z.string().nullable().describe("Why it could not be read there when it was last tried"),
  ofDesk: z
    .object({ source: z.enum(DESK_SOURCES), id: z.string() })
    .nullable()
    .describe("What the desk itself says: it is edited where it is, and checked again when it changes there"),
  ...totals,
})

const finding = z.object({
  key: z.string().describe("Stands for rule and words; the same ones elsewhere in the document have it too"),
  line: z.int(),
  column: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
  words: z.string(),
  context: z.string(),
  contextStart: z.int(),
  contextEnd: z.int(),
  rule: z.string(),
  severity,
  why: z.string(),
  instead: z.string().optional(),
  ignored: z.string().optional().describe("The reason that the document itself gives"),
  standing: z.enum(["open", "lapsed", "accepted", "ignored"]),
  acceptance: z
    .object({
      id,
      documentId: id,
      key: z.string(),
      reason: z.string(),
      until: z.iso.date(),
      by: z.string().nullable(),
      at: instant,
    })
    .nullable(),
})

const document = line.extend({ text: z.string(), findings: z.array(finding) })

export const readAudit = route({
  method: "GET",
  path: "/audit",
  summary: "Read what the rules find in the documents under audit, by document and by rule, and how that went",
  noun: "Protocol audit",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({
    documents: z.array(line),
    rules: z.array(z.object({ rule: z.string(), severity, why: z.string(), open: z.int(), documents: z.int() })),
    totals: z.object(totals),
    runs: z.array(
      z.object({
        at: instant,
        cause: z.enum(["document", "acceptance", "rules", "desk"]),
        documents: z.int(),
        ...totals,
      }),
    ),
  }),
})

export const createAuditDocument = route({
  method: "POST",
  path: "/audit-documents",
  summary: "Put a policy, script, macro, training text or bot prompt under audit",
  noun: "Protocol audit",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ name, kind, ownerId: id.optional(), content }),
  answer: document,
})

export const createAuditAddress = route({
  method: "POST",
  path: "/audit-addresses",
  summary: "Put a document under audit that lies at an address; it is read now, and again each day",
  noun: "Protocol audit",
  caller: "lead",
  params: none,
  query: none,
  body: z.object({ name, kind, ownerId: id.optional(), url: z.url().max(2_000) }),
  answer: document,
})

export const readAuditAddressAgain = route({
  method: "POST",
  path: "/audit-documents/:documentId/readings",
  summary: "Read a document at its address again, now",
  noun: "Protocol audit",
  caller: "member",
  params: z.object({ documentId: id }),
  query: none,
  body: none,
  answer: document,
})

export const readAuditDocument = route({
  method: "GET",
  path: "/audit-documents/:documentId",
  summary: "Read a document under audit, with its findings",
  noun: "Protocol audit",
  caller: "member",
  params: z.object({ documentId: id }),
  query: none,
  body: none,
  answer: document,
})

export const writeAuditDocument = route({
  method: "PATCH",
  path: "/audit-documents/:documentId",
  summary: "Say what a document is called, what it is and who answers for it",
  noun: "Protocol audit",
  caller: "member",
  params: z.object({ documentId: id }),
  query: none,
  body: z.object({ name: name.optional(), kind: kind.optional(), ownerId: id.optional() }),
  answer: document,
})

export const createAuditVersion = route({
  method: "POST",
  path: "/audit-documents/:documentId/versions",
  summary: "Hand in a new version of a document; it is checked at once, and the one before it stays",
  noun: "Protocol audit",
  caller: "member",
  params: z.object({ documentId: id }),
  query: none,
  body: z.object({ name: name.optional().describe("Of the file, when its ending is another"), content }),
  answer: document,
})

export const removeAuditDocument = route({
  method: "DELETE",
  path: "/audit-documents/:documentId",
  summary: "Take a document out of the audit",
  noun: "Protocol audit",
  caller: "lead",
  params: z.object({ documentId: id }),
  query: none,
  body: none,
  answer: done,
})

export const createAuditAcceptance = route({
  method: "POST",
  path: "/audit-documents/:documentId/acceptances",
  summary: "Answer for a finding until the end of a day, with the reason",
  noun: "Protocol audit",
  caller: "lead",
  params: z.object({ documentId: id }),
  query: none,
  body: z.object({ key: z.string().min(1).max(64), reason: words, until: z.iso.date() }),
  answer: document,
})

export const withdrawAuditAcceptance = route({
  method: "DELETE",
  path: "/audit-acceptances/:acceptanceId",
  summary: "Have a finding open again that somebody answered for",
  noun: "Protocol audit",
  caller: "lead",
  params: z.object({ acceptanceId: id }),
  query: none,
  body: none,
  answer: done,
})
