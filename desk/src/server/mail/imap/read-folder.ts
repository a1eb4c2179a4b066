import { type FolderRole, type Lease, readFolderPlace, writeFolderPlace } from "../../database/mailbox-reading.ts"
import type { Desk } from "../../verbs/desk.ts"
import { type Incoming, type Stored, receiveFromMailbox, storeFiles } from "../../verbs/receive.ts"
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
 * Takes in what is new in a folder, in the order of its UIDs, some mails at a time: while they are taken in, the next ones are
 * fetched and put on disk. How far it came is written after them, so that a crash costs some mails that are then recognised.
 * When the server has numbered the folder anew (UIDVALIDITY), all of it is looked at again, and what is known is recognised.
 */
export async function readFolder(reading: Reading, role: FolderRole, path: string): Promise<void> {
  const { desk, lease, connection, readFrom } = reading
  const { uidValidity, uidNext } = await connection.examine(path)
  const place = await readFolderPlace(desk.database, lease, role, path)
  const isKnown = place !== null && place.uidValidity === uidValidity
  const lastUid = isKnown ? place.lastUid : 0
  if (isKnown && uidNext <= lastUid + 1) return
  const heads = headsOf(reading, await connection.list(lastUid, readFrom))
  for await (const mails of oneAhead(someAtATime(heads), (some) => bring(reading, path, some))) {
    for (const mail of mails) await takeOne(reading, role, mail)
    const last = mails.at(-1)
    if (last !== undefined) await goOn(reading, role, { path, uidValidity, lastUid: last.uid })
  }
  await goOn(reading, role, { path, uidValidity, lastUid: Math.max(lastUid, uidNext - 1) })
}

const HEADS_MAX = 200 // asked about at once: of a full mailbox the first mails are here before the last was asked about

async function* headsOf({ connection, readFrom }: Reading, uids: readonly number[]): AsyncGenerator<MailHead> {
  for (let from = 0; from < uids.length; from += HEADS_MAX) {
    for (const head of await connection.heads(uids.slice(from, from + HEADS_MAX))) {
      if (isWithin(head, readFrom)) yield head
    }
  }
}

const SOME_MAX = 20 // mails
const SOME_SIZE_MAX = 4 * 1024 * 1024 // bytes: twice as much is held in memory at most, or one large mail besides

/** In their order, so many together that asking the server for each does not cost more than the mails. */
async function* someAtATime(heads: AsyncIterable<MailHead>): AsyncGenerator<readonly MailHead[]> {
  let some: MailHead[] = []
  let size = 0
  for await (const head of heads) {
    if (some.length > 0 && (some.length >= SOME_MAX || size + head.size > SOME_SIZE_MAX)) {
      yield some
      some = []
      size = 0
    }
    some.push(head)
    size += head.size
  }
  if (some.length > 0) yield some
}

/** What `make` makes of each, in their order; the next is made while whoever asked is at work on the one before. */
async function* oneAhead<From, To>(each: AsyncIterable<From>, make: (from: From) => Promise<To>): AsyncGenerator<To> {
  let next: Promise<To> | null = null
  for await (const from of each) {
    const before: Promise<To> | null = next
    const made: Promise<To> = before === null ? make(from) : before.then(() => make(from))
    made.catch(() => {}) // fails where it is asked for
    next = made
    if (before !== null) yield await before
  }
  if (next !== null) yield await next
}

/** Servers tell the arrival in whole seconds. */
function isWithin({ arrivedAt }: MailHead, readFrom: Temporal.Instant): boolean {
  return Temporal.Instant.compare(arrivedAt, readFrom.round({ smallestUnit: "second", roundingMode: "floor" })) >= 0
}

/** A mail with its content on disk, before anything in the database names it; `stored` is null where that failed. */
type Brought = { readonly uid: number; readonly incoming: Incoming; readonly stored: Stored | null }

/** Those that are still there. */
async function bring(
  { desk, connection, address }: Reading,
  path: string,
  heads: readonly MailHead[],
): Promise<readonly Brought[]> {
  const raws = await fetched(connection, heads)
  const incoming: { readonly uid: number; readonly incoming: Incoming }[] = []
  for (const head of heads) {
    const raw = raws.get(head.uid)
    if (raw === undefined) continue // deleted a moment ago, by whoever uses the mailbox
    const read = await readMail(raw)
    const mail = isWhole(head) ? read : cutOff(read, head, path)
    const arrivedAt = head.arrivedAt.toString()
    incoming.push({ uid: head.uid, incoming: { raw, mail, envelopeFrom: null, recipients: [address], arrivedAt } })
  }
  // They wait for the disk together.
  return Promise.all(
    incoming.map(async (one) => ({ ...one, stored: await storeFiles(desk, one.incoming).catch(() => null) })),
  )
}

async function fetched(
  connection: MailboxConnection,
  heads: readonly MailHead[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  const [first] = heads
  if (first === undefined) return new Map()
  if (heads.every(isWhole)) return connection.fetch(heads.map(({ uid }) => uid))
  const raw = await connection.fetchHead(first.uid, HEAD_SIZE)
  return raw === null ? new Map() : new Map([[first.uid, raw]])
}

function isWhole({ size }: MailHead): boolean {
  return size <= MAIL_SIZE_MAX
}

/** A mail whose files could not be put on disk, or that could not be taken in, is tried once more with nothing but the mail as it came. */
async function takeOne(
  { desk, lease, report }: Reading,
  role: FolderRole,
  { incoming, stored }: Brought,
): Promise<void> {
  const take = role === "inbox" ? receiveFromMailbox : receiveOutside
  const receive = async (mail: ReceivedMail) => {
    const same = mail === incoming.mail ? stored : null
    const as = { ...incoming, mail }
    await take(desk, lease, as, same ?? (await storeFiles(desk, as)))
  }
  await takeIn(incoming.mail, { receive, report })
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
