import * as contract from "../../contract/corrections.ts"
import { type Actor, type Desk, deskAsSeen } from "../verbs/desk.ts"
import * as verbs from "../verbs/corrections.ts"
import { type Door, serveMember } from "./serve.ts"

/** Telling customers that something they were told is no longer true. */
export function serveCorrections(door: Door): void {
  serveMember(door, contract.createCorrection, async ({ desk, actor, params }) =>
    shown(desk, actor, await verbs.startCorrection(desk, actor, params.factId)),
  )
  serveMember(door, contract.listCorrections, async ({ desk, actor, query }) => ({
    items: await verbs.listCorrections(desk.database, actor, query.factId ?? null),
  }))
  serveMember(door, contract.readCorrection, ({ desk, actor, params }) => shown(desk, actor, params.runId))
  serveMember(door, contract.writeCorrection, async ({ desk, actor, params, body }) => {
    await verbs.writeCorrection(desk, actor, params.runId, body)
    return shown(desk, actor, params.runId)
  })
  serveMember(door, contract.previewCorrection, async ({ desk, actor, params }) => {
    await verbs.previewCorrection(desk, actor, params.runId)
    return shown(desk, actor, params.runId)
  })
  serveMember(door, contract.chooseForCustomer, async ({ desk, actor, params, body }) => {
    await verbs.chooseForCustomer(desk, actor, params, body)
    return shown(desk, actor, params.runId)
  })
  serveMember(door, contract.createCorrectionBatch, async ({ desk, actor, params, body }) => {
    const done = await verbs.sendBatch(desk, actor, params.runId, body)
    return { ...done, correction: await shown(desk, actor, params.runId) }
  })
  serveMember(door, contract.closeCorrection, async ({ desk, actor, params }) => {
    await verbs.closeCorrection(desk, actor, params.runId)
    return shown(desk, actor, params.runId)
  })
}

function shown(desk: Desk, actor: Actor, runId: string) {
  return verbs.readCorrection(deskAsSeen(desk, actor).database, actor, runId)
}
