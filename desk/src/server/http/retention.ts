import * as contract from "../../contract/retention.ts"
import { endHold, readHolds, setHold } from "../verbs/legal-holds.ts"
import { changeRetention, previewRetention, readRetention } from "../verbs/retention.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

/** What goes because of its age, and what must not go. */
export function serveRetention(door: Door): void {
  serveMember(door, contract.readRetention, ({ desk, actor }) => readRetention(desk, actor))
  serveMember(door, contract.previewRetention, ({ desk, actor, query }) => previewRetention(desk, actor, query))
  serveMember(door, contract.writeRetention, async ({ desk, actor, body }) => {
    await changeRetention(desk, actor, body)
    return readRetention(desk, actor)
  })
  serveMember(door, contract.listLegalHolds, async ({ desk, actor }) => ({ items: await readHolds(desk, actor) }))
  serveMember(door, contract.createLegalHold, async ({ desk, actor, body }) => ({
    id: await setHold(desk, actor, body),
  }))
  serveMember(door, contract.liftLegalHold, async ({ desk, actor, params }) => {
    await endHold(desk, actor, params.holdId)
    return DONE
  })
}
