import * as contract from "../../contract/customer-links.ts"
import { createLink, listLinks, revokeLink } from "../verbs/customer-links.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

/** Links to the page on which a customer sees what was promised to them. */
export function serveCustomerLinks(door: Door): void {
  serveMember(door, contract.listCustomerLinks, async ({ desk, actor, params }) => ({
    items: await listLinks(desk, actor, params.conversationId),
  }))
  // Asked twice, it gives the same link; kept answers would hold its address.
  serveMember(
    door,
    contract.createCustomerLink,
    ({ desk, actor, params }) => createLink(desk, actor, params.conversationId),
    { keeps: "unrepeatable" },
  )
  serveMember(door, contract.revokeCustomerLink, async ({ desk, actor, params }) => {
    await revokeLink(desk, actor, params.linkId)
    return DONE
  })
}
