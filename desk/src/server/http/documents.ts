import type { FastifyReply } from "fastify"
import { z } from "zod"
import { id } from "../../contract/values.ts"
import { logFilter } from "../../contract/settings-log.ts"
import { readTrustReport } from "../../contract/trust-report.ts"
import { invalid, notFound } from "../../ledger/error.ts"
import { ownRulesAsConfig } from "../verbs/own-rules.ts"
import { auditAsHtml, auditAsSarif } from "../verbs/audit-reports.ts"
import { type Actor, type Desk, deskAsSeen } from "../verbs/desk.ts"
import { exportCustomer } from "../verbs/export-customer.ts"
import { type MessageDocument, downloadHeaders, fileDocument, rawDocument } from "../verbs/message-documents.ts"
import { exportFacts } from "../verbs/fact-files.ts"
import { toldOfFactAsCsv, toldToCustomerAsCsv } from "../verbs/told.ts"
import { logAsCsv } from "../verbs/settings-log.ts"
import { trustReportAsCsv } from "../verbs/report-lists.ts"
import { readActor } from "./caller.ts"
import { API, type Door } from "./serve.ts"

/** Makes the HTML of a message safe to show; the mail door's, handed in because doors do not know one another. */
export type HtmlDocument = (
  desk: Desk,
  actor: Actor,
  messageId: string,
  options: { readonly remote: boolean },
) => Promise<MessageDocument>

const messageParams = z.object({ messageId: id })
const fileParams = z.object({ messageId: id, position: z.coerce.number().int().min(0).max(10_000) })
const customerParams = z.object({ customerId: id })
const factParams = z.object({ factId: id })
const formatQuery = z.object({ format: z.enum(["json", "csv"]) })
const htmlQuery = z.object({ remote: z.literal("yes").optional() })

/** Documents and downloads: a mail's HTML for a frame, the mail as it came, its attachments, all of one customer. */
export function serveDocuments(door: Door, htmlDocument: HtmlDocument): void {
  serveDocument(door, "/messages/:messageId/html", messageParams, (desk, actor, { messageId }, query) =>
    htmlDocument(desk, actor, messageId, { remote: htmlQuery.safeParse(query).data?.remote === "yes" }),
  )
  serveDocument(door, "/messages/:messageId/raw", messageParams, (desk, actor, { messageId }) =>
    rawDocument(desk, actor, messageId),
  )
  serveDocument(door, "/messages/:messageId/files/:position", fileParams, (desk, actor, { messageId, position }) =>
    fileDocument(desk, actor, messageId, position),
  )
  serveDocument(door, "/customers/:customerId/export", customerParams, async (desk, actor, { customerId }) => ({
    content: JSON.stringify(await exportCustomer(desk, actor, customerId), null, 2),
    headers: downloadHeaders(`customer-${customerId}.json`, "application/json; charset=utf-8"),
  }))
  serveFactDocuments(door)
  serveDocument(door, "/audit/report.sarif", z.object({}), async (desk, actor) => ({
    content: await auditAsSarif(desk, actor),
    headers: downloadHeaders("protocol-audit.sarif", "application/sarif+json; charset=utf-8"),
  }))
  serveDocument(door, "/own-rules/aboveboard.config.json", z.object({}), async (desk, actor) => ({
    content: await ownRulesAsConfig(desk, actor),
    headers: downloadHeaders("aboveboard.config.json", "application/json; charset=utf-8"),
  }))
  serveDocument(door, "/audit/report.html", z.object({}), async (desk, actor) => ({
    content: await auditAsHtml(desk, actor),
    headers: downloadHeaders("protocol-audit.html", "application/octet-stream"),
  }))
  serveDocument(door, "/settings-log.csv", z.object({}), async (desk, actor, _params, query) => {
    const asked = logFilter.safeParse(query)
    if (!asked.success) throw invalid("Filter by kind, memberId, from and until, or by nothing.")
    const { kind = null, memberId = null, from = null, until = null } = asked.data
    const filter = { kind, memberId, from, until, before: null }
    return { content: await logAsCsv(desk, actor, filter), headers: csv("settings-log.csv") }
  })
  serveDocument(door, "/trust-report/promises.csv", z.object({}), async (desk, actor, _params, query) => {
    const asked = readTrustReport.query.safeParse(query)
    if (!asked.success) throw invalid("Say from when and until when: ?from=2026-01-01T00:00:00Z&until=…", "from")
    return { content: await trustReportAsCsv(desk, actor.workspaceId, asked.data), headers: csv("trust-report.csv") }
  })
}

const csv = (name: string) => downloadHeaders(name, "text/csv; charset=utf-8")

function serveFactDocuments(door: Door): void {
  serveDocument(door, "/customers/:customerId/assertions.csv", customerParams, async (desk, actor, { customerId }) => ({
    content: await toldToCustomerAsCsv(desk, actor, customerId),
    headers: csv(`told-to-${customerId}.csv`),
  }))
  serveDocument(door, "/facts/:factId/assertions.csv", factParams, async (desk, actor, { factId }) => ({
    content: await toldOfFactAsCsv(desk, actor, factId),
    headers: csv(`told-of-${factId}.csv`),
  }))
  serveDocument(door, "/fact-book/export", z.object({}), async (desk, actor, _params, query) => {
    const format = formatQuery.safeParse(query).data?.format ?? "json"
    const content = await exportFacts(desk, actor, format)
    const headers =
      format === "csv" ? csv("facts.csv") : downloadHeaders("facts.json", "application/json; charset=utf-8")
    return { content, headers }
  })
}

function serveDocument<P extends z.ZodType>(
  { app, desk, identity }: Door,
  path: string,
  params: P,
  read: (desk: Desk, actor: Actor, params: z.output<P>, query: unknown) => Promise<MessageDocument>,
): void {
  app.get(`${API}${path}`, async (request, reply) => {
    const actor = await readActor(desk, identity, request, reply)
    const given = params.safeParse(request.params)
    if (!given.success) throw notFound("document")
    return sendDocument(reply, await read(deskAsSeen(desk, actor), actor, given.data, request.query))
  })
}

/** Answers with a document, under headers of its own. */
export function sendDocument(reply: FastifyReply, { content, headers }: MessageDocument): FastifyReply {
  reply.headers(headers)
  return reply.send(typeof content === "string" ? content : Buffer.from(content))
}
