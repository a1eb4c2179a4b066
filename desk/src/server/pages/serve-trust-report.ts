import { createHash } from "node:crypto"
import type { FastifyInstance, FastifyReply } from "fastify"
import { readPublicRecord, readPublicReport } from "../verbs/public-report.ts"
import type { Desk } from "../verbs/desk.ts"
import { missingPage } from "./other-pages.ts"
import { trustReportPage } from "./trust-report.ts"

type Params = { readonly Params: { readonly slug: string } }

/** The trust report that anybody may read, where an admin has made it public; otherwise as if there were none. */
export function serveTrustReport(scope: FastifyInstance, desk: Desk): void {
  scope.get<Params>("/p/report/:slug", async ({ params: { slug } }, reply): Promise<FastifyReply> => {
    const report = await readPublicReport(desk, slug)
    if (report === null) return reply.code(404).send(missingPage())
    return reply.send(trustReportPage(report, `/p/report/${encodeURIComponent(slug)}`))
  })
  scope.get<Params>("/p/report/:slug/figures.json", async ({ params: { slug } }, reply): Promise<FastifyReply> => {
    const report = await readPublicReport(desk, slug)
    if (report === null) return reply.code(404).send(missingPage())
    const { workspace, figures, ...period } = report
    // The reasons of overrides and the ids of conversations are the team's own.
    const { overrides: _overrides, ...open } = figures
    const record = await readPublicRecord(desk, report, sha256)
    reply.header("content-type", "application/json; charset=utf-8")
    return reply.send(JSON.stringify({ workspace: workspace.name, ...period, figures: open, ...record }))
  })
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest()
}
