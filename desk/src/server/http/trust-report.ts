import * as contract from "../../contract/trust-report.ts"
import { listBehindFigure, readTrustReport } from "../verbs/trust-report.ts"
import { type Door, serveMember } from "./serve.ts"

export function serveTrustReport(door: Door): void {
  serveMember(door, contract.readTrustReport, ({ desk, actor, query }) =>
    readTrustReport(desk, actor.workspaceId, query),
  )
  serveMember(door, contract.listBehindFigure, ({ desk, actor, query }) =>
    listBehindFigure(desk, actor.workspaceId, query),
  )
}
