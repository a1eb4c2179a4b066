import * as contract from "../../contract/promise-weighings.ts"
import { weighNextDue, weighPromise } from "../verbs/weigh-promise.ts"
import { type Door, serveMember } from "./serve.ts"

/** Weighs and stores nothing, so a repeated call needs no key. */
export function serveWeighings(door: Door): void {
  serveMember(door, contract.createWeighing, ({ desk, actor, body }) => weighPromise(desk, actor, body), {
    keeps: "unrepeatable",
  })
  serveMember(door, contract.listWeighings, async ({ desk, actor }) => ({ items: await weighNextDue(desk, actor) }))
}
