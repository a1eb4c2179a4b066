import * as contract from "../../contract/mailboxes.ts"
import { notFound } from "../../ledger/error.ts"
import { type MailboxView, listMailboxes, readMailbox } from "../database/mailboxes.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import * as verbs from "../verbs/mailboxes.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

/** Tries a mailbox; the mail door's, handed in because doors do not know one another. */
export type TestMailbox = (
  desk: Desk,
  mailbox: verbs.OpenedMailbox,
) => Promise<{
  readonly ok: boolean
  readonly steps: readonly {
    readonly step: "connect" | "sign-in" | "inbox" | "sent"
    readonly ok: boolean
    readonly detail: string
  }[]
  readonly folders: readonly string[]
}>

/** The mailboxes that the desk reads by IMAP. */
export function serveMailboxes(door: Door, testMailbox: TestMailbox): void {
  serveMember(door, contract.listMailboxes, async ({ desk, actor }) => ({
    items: await listMailboxes(desk.database, actor.workspaceId),
  }))
  serveMember(door, contract.createMailbox, async ({ desk, actor, body }) =>
    read(desk, actor, await verbs.addMailbox(desk, actor, body)),
  )
  serveMember(door, contract.changeMailbox, async ({ desk, actor, params: { mailboxId }, body }) => {
    await verbs.changeMailbox(desk, actor, mailboxId, body)
    return read(desk, actor, mailboxId)
  })
  serveMember(door, contract.pauseMailbox, async ({ desk, actor, params: { mailboxId } }) => {
    await verbs.pauseMailbox(desk, actor, mailboxId)
    return read(desk, actor, mailboxId)
  })
  serveMember(door, contract.resumeMailbox, async ({ desk, actor, params: { mailboxId } }) => {
    await verbs.resumeMailbox(desk, actor, mailboxId)
    return read(desk, actor, mailboxId)
  })
  serveMember(door, contract.removeMailbox, async ({ desk, actor, params }) => {
    await verbs.removeMailbox(desk, actor, params.mailboxId)
    return DONE
  })
  serveMember(
    door,
    contract.testMailbox,
    async ({ desk, actor, body }) => testMailbox(desk, await verbs.mailboxToTest(desk, actor, body)),
    { keeps: "unrepeatable" },
  )
}

/** Nothing of its secrets. */
async function read(desk: Desk, actor: Actor, mailboxId: string): Promise<MailboxView> {
  const row = await readMailbox(desk.database, actor.workspaceId, mailboxId)
  if (row === null) throw notFound("mailbox")
  const { sealedSecret: _s, sealedToken: _t, tokenUntil: _u, workspaceId: _w, version: _v, ...view } = row
  return view
}
