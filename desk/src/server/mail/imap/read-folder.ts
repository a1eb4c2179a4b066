import { type FolderRole, type Lease, readFolderPlace, writeFolderPlace } from "../../database/mailbox-reading.ts"
import type { Desk } from "../../verbs/desk.ts"
import { receiveFromMailbox } from "../../verbs/receive.ts"
import { receiveOutside } from "../../verbs/receive-outside.ts"
import type { ReceivedMail } from "../../verbs/received-mail.ts"
import { readMail } from "../read-mail.ts"
import { takeIn } from "../take-in.ts"
import type { MailHead, MailboxConnection } from "./connect.ts"

const MAIL_SIZE_MAX = 64 * 1024 * 1024 // bytes; mail services stop at 25 to 50 MB before encoding
const HEAD_SIZE = 256 * 1024 // bytes, of a mail that is larger

export type Reading = {
  readonly desk: Desk
  readonly lease: Lease
  readonly connection: MailboxConnection
  readonly readFrom: Temporal.Instant
  /** What customers write to when their mail lies here. */
  readonly address: string
  readonly report: (failure: unknown) => void
}

/** Another process reads this mailbox now, or its settings have changed. */
export class LeaseLost extends Error {}

/**
 * Takes in what is new in a folder, in the order of its UIDs; how far it came is written after each mail, so that a crash
 * costs at most one that is then recognised. When the server has numbered the folder anew (UIDVALIDITY), all of it is
 * looked at again, and what is known is recognised.
 */
export async function readFolder(reading: Reading, role: FolderRole, path: string): Promise<void> {
  const { desk, lease, connection, readFrom } = reading
  const { uidValidity, uidNext } = await connection.examine(path)
  const place = await readFolderPlace(desk.database, lease, role, path)
  const isKnown = place !== null && place.uidValidity === uidValidity
  const lastUid = isKnown ? place.lastUid : 0
  if (isKnown && uidNext <= lastUid + 1) return
  for (const head of await connection.list(lastUid, readFrom)) {
    if (isWithin(head, readFrom)) await takeOne(reading, role, path, head)
    await goOn(reading, role, { path, uidValidity, lastUid: head.uid })
  }
  const end = Math.max(lastUid, uidNext - 1)
  await goOn(reading, role, { path, uidValidity, lastUid: end })
}

/** Servers tell the arrival in whole seconds. */
function isWithin({ arrivedAt }: MailHead, readFrom: Temporal.Instant): boolean {
  return Temporal.Instant.compare(arrivedAt, readFrom.round({ smallestUnit: "second", roundingMode: "floor" })) >= 0
}

async function takeOne(reading: Reading, role: FolderRole, path: string, head: MailHead): Promise<void> {
  const { desk, lease, connection, address, report } = reading
  const isWhole = head.size <= MAIL_SIZE_MAX
  const raw = await connection.fetch(head.uid, isWhole ? null : HEAD_SIZE)
  if (raw === null) return // deleted a moment ago, by whoever uses the mailbox
  const arrivedAt = head.arrivedAt.toString()
  const receive = async (mail: ReceivedMail) => {
    const incoming = {
      raw,
      mail: isWhole ? mail : cutOff(mail, head, path),
      envelopeFrom: null,
      recipients: [address],
      arrivedAt,
    }
    if (role === "inbox") await receiveFromMailbox(desk, lease, incoming)
    else await receiveOutside(desk, lease, incoming)
  }
  if (isWhole) await takeIn(raw, { receive, report })
  else await receive(await readMail(raw))
}

/** Only the beginning of it was fetched: the desk says so, and where the rest is. */
function cutOff(mail: ReceivedMail, { size }: MailHead, path: string): ReceivedMail {
  const megabytes = Math.round(size / 1024 / 1024)
  return {
    ...mail,
    files: [],
    html: null,
    problem: `This mail has ${megabytes} MB, more than the desk keeps. Only its beginning is here; the whole mail is in the mailbox, in ${path}.`,
  }
}

async function goOn(
  { desk, lease }: Reading,
  role: FolderRole,
  place: { readonly path: string; readonly uidValidity: number; readonly lastUid: number },
): Promise<void> {
  if (!(await writeFolderPlace(desk.database, lease, role, place))) throw new LeaseLost()
}
