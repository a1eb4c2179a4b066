import * as contract from "../../contract/trust-report.ts"
import { listBehindFigure, listCasesBehind } from "../verbs/report-lists.ts"
import { readHeadlines, readTrustReport } from "../verbs/trust-report.ts"
import { type Door, serveMember } from "./serve.ts"

export function serveTrustReport(door: Door): void {
  serveMember(door, contract.readTrustReport, async ({ desk, actor, query }) => {
    const report = await readTrustReport(desk, actor.workspaceId, query)
    return actor.role === "member" ? { ...report, overrides: [] } : report // leads and admins see them; how many, everybody
  })
  serveMember(door, contract.readHeadlines, ({ desk, actor, query }) => readHeadlines(desk, actor.workspaceId, query))
  serveMember(door, contract.listBehindFigure, ({ desk, actor, query }) =>
    listBehindFigure(desk, actor.workspaceId, query),
  )
  serveMember(door, contract.listCasesBehind, ({ desk, actor, query }) => listCasesBehind(desk, actor, query))
}
