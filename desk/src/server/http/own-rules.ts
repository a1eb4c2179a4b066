import * as contract from "../../contract/own-rules.ts"
import { listOwnRules } from "../database/own-rules.ts"
import * as verbs from "../verbs/own-rules.ts"
import { DONE, type Door, serveMember } from "./serve.ts"
import { withoutUndefined } from "./without-undefined.ts"

/** The rules that a team writes itself. */
export function serveOwnRules(door: Door): void {
  serveMember(door, contract.listOwnRules, async ({ desk, actor }) => ({
    items: await listOwnRules(desk.database, actor.workspaceId),
  }))
  serveMember(door, contract.readOwnRule, ({ desk, actor, params }) =>
    verbs.readOwnRuleOf(desk, actor, params.ownRuleId),
  )
  serveMember(door, contract.createOwnRule, async ({ desk, actor, body }) =>
    verbs.readOwnRuleOf(desk, actor, await verbs.addOwnRule(desk, actor, withoutUndefined(body.rule))),
  )
  serveMember(door, contract.writeOwnRule, async ({ desk, actor, params, body }) => {
    await verbs.changeOwnRule(desk, actor, params.ownRuleId, { ...body, rule: withoutUndefined(body.rule) })
    return verbs.readOwnRuleOf(desk, actor, params.ownRuleId)
  })
  serveMember(door, contract.removeOwnRule, async ({ desk, actor, params }) => {
    await verbs.removeOwnRule(desk, actor, params.ownRuleId)
    return DONE
  })
  serveMember(door, contract.importOwnRules, ({ desk, actor, body }) => verbs.importOwnRules(desk, actor, body.text))
}
