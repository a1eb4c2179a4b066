import * as contract from "../../contract/mailbox-access.ts"
import { changeMailboxAccess, readMailboxAccess } from "../verbs/mailbox-access.ts"
import { type Door, serveMember } from "./serve.ts"

/** Who may see the mail of each address. */
export function serveMailboxAccess(door: Door): void {
  serveMember(door, contract.listMailboxAccess, async ({ desk, actor }) => ({
    items: await readMailboxAccess(desk, actor),
  }))
  serveMember(door, contract.writeMailboxAccess, async ({ desk, actor, body }) => {
    await changeMailboxAccess(desk, actor, body)
    return { items: await readMailboxAccess(desk, actor) }
  })
}
