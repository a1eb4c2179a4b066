import * as contract from "../../contract/standing-promises.ts"
import * as verbs from "../verbs/standing-promises.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

/** What a team promises to every customer. */
export function serveStandingPromises(door: Door): void {
  serveMember(door, contract.listStandingPromises, async ({ desk, actor, query }) => ({
    items: await verbs.listStandingPromises(desk, actor.workspaceId, query),
  }))
  serveMember(door, contract.createStandingPromise, async ({ desk, actor, body }) => ({
    id: await verbs.addStandingPromise(desk, actor, body),
  }))
  serveMember(door, contract.writeStandingPromise, async ({ desk, actor, params, body }) => {
    await verbs.changeStandingPromise(desk, actor, params.standingId, body)
    return { id: params.standingId }
  })
  serveMember(door, contract.withdrawStandingPromise, async ({ desk, actor, params }) => {
    await verbs.withdrawStandingPromise(desk, actor, params.standingId)
    return DONE
  })
}
