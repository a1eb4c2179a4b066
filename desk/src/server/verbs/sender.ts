import { comparableAddress } from "../../ledger/address.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { listMailAddresses } from "../database/mail-settings.ts"
import { isMemberByEmail } from "../database/members.ts"
import { findAddressOwner, findWriter, holdCustomer, insertAddress, insertCustomer } from "../database/people.ts"
import type { Desk } from "./desk.ts"
import type { Mailbox, ReceivedMail } from "./received-mail.ts"

/** Who a mail is from, as far as it says. */
export type Sender = {
  readonly box: Mailbox | null
  /** In comparable form; null when the mail has no address that could be answered. */
  readonly address: string | null
  /** Nobody typed it, so nobody waits for an answer. */
  readonly automatic: boolean
}

type Incoming = { readonly mail: ReceivedMail; readonly envelopeFrom: string | null }

/** A form on the shop's own site writes in the shop's name, with the customer behind Reply-To: then they are the sender. */
export async function senderOf(
  queries: Queries,
  workspaceId: string,
  { mail, envelopeFrom }: Incoming,
): Promise<Sender> {
  const own = await listMailAddresses(queries, workspaceId)
  const isOwn = (box: Mailbox) => own.includes(box.address.toLowerCase())
  const from = mail.from ?? (envelopeFrom === "" || envelopeFrom === null ? null : { name: "", address: envelopeFrom })
  const box = from !== null && mail.replyTo !== null && isOwn(from) && !isOwn(mail.replyTo) ? mail.replyTo : from
  const automatic = mail.automatic || envelopeFrom === "" || mail.report !== null || isForeignList(mail.list, own)
  return { box, address: box === null ? null : comparableAddress("mail", box.address), automatic }
}

/**
 * The customer with this address; a new one, under the name they give themselves, when nobody has it. A member's address
 * never becomes a customer's: whoever forged a mail from it would stop that member's notices.
 */
export async function customerOf(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  sender: Pick<Sender, "box" | "address">,
): Promise<string> {
  const { box, address } = sender
  const known = address === null ? null : await findAddressOwner(queries, workspaceId, [address])
  if (known !== null && (await holdCustomer(queries, workspaceId, known))) return known
  const isMembers = await isMembersOwn(queries, workspaceId, sender)
  const before =
    isMembers && address !== null ? await findWriter(queries, workspaceId, address, box?.name || null) : null
  if (before !== null) return before
  const id = desk.newId()
  const at = desk.now().toString()
  await insertCustomer(queries, { workspaceId, id, name: box?.name || null, at })
  if (box !== null && address !== null && !isMembers) {
    const row = { id: desk.newId(), kind: "mail" as const, value: address, shown: box.address }
    if (!(await insertAddress(queries, workspaceId, id, row, at)))
      throw new Error("an address was taken while a mail came in")
  }
  await insertChange(queries, { workspaceId, kind: "customer", id, at })
  return id
}

/** As far as a mail's sender can be believed. */
export async function isMembersOwn(
  queries: Queries,
  workspaceId: string,
  { address }: Pick<Sender, "address">,
): Promise<boolean> {
  return address !== null && (await isMemberByEmail(queries, workspaceId, address))
}

/** A shop's own address may be a list that brings customers' mails to the desk; those are typed by people. */
function isForeignList(list: string | null, own: readonly string[]): boolean {
  return list !== null && !own.some((address) => address.replace("@", ".") === list.toLowerCase())
}
