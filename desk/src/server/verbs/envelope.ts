import { comparableAddress } from "../../ledger/address.ts"
import { copiesByDefault, untagged } from "../../ledger/answer-to-all.ts"
import { invalid } from "../../ledger/error.ts"
import type { ConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { ownAddressOf, readMailSender } from "../database/mail-sender.ts"
import type { Mailbox } from "../database/messages.ts"
import { listMemberMails } from "../database/outside.ts"
import { readMailAddress } from "../database/people.ts"
import { type OwnEnd, type ThreadEnd, listOwnAddresses, readOwnEnd, readThreadEnd } from "../database/thread-end.ts"

/** Who gets an answer, as whom it is sent, and what it refers to. */
export type Envelope = {
  readonly from: Mailbox
  readonly to: Mailbox
  readonly cc: readonly Mailbox[]
  readonly bcc: readonly Mailbox[]
  readonly subject: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  /** What the customer wrote last; null when they have not written yet. */
  readonly previous: string | null
  readonly serverNamed: boolean
  /** We begin the conversation with it: nothing of theirs is there, and nothing of ours has left. */
  readonly isFirst: boolean
}

/** Whom the sender wants to have a copy; left out, nobody. */
export type Copies = {
  readonly cc?: readonly string[] | undefined
  readonly bcc?: readonly string[] | undefined
  /** Left out or empty, that of the conversation. */
  readonly subject?: string | undefined
}

const RECIPIENTS_MAX = 50 // more at once is a circular, and servers take it for spam

/**
 * The envelope of an answer in this conversation. It goes to the address that the customer wrote from, from the one that
 * they wrote to. `invalid` when the customer or we have no address, or a copy cannot go where it is to.
 */
export async function envelopeOf(
  queries: Queries,
  workspaceId: string,
  conversation: ConversationHead,
  copies: Copies,
): Promise<Envelope> {
  const ends = await endsOf(queries, workspaceId, conversation)
  const { end, own } = ends
  if (ends.to === null) throw invalid("This customer has no mail address. Add one, or log a call.")
  const sender = await readMailSender(queries, workspaceId)
  const address = await fromAddressOf(queries, workspaceId, ends, conversation.cameBy)
  if (address === null) throw invalid("Say first which address customers write to: Settings, Mail.")
  const { inReplyTo, references } = threadOf(end ?? own)
  return {
    from: { name: sender?.fromName ?? "", address },
    to: ends.to,
    ...(await copiesOf(queries, workspaceId, { to: ends.to, end, own, copies })),
    subject:
      copies.subject?.trim() ||
      (ends.isBegun
        ? firstSubject(conversation)
        : answerSubject(end?.subject ?? own?.subject ?? conversation.subject ?? "")),
    inReplyTo,
    references,
    previous: end?.text ?? null,
    serverNamed: sender?.host !== null && sender?.host !== undefined,
    isFirst: ends.isBegun,
  }
}

/** Who would get an answer, for the screen that it is written on: the same as `envelopeOf` decides it. */
export async function answerOf(
  queries: Queries,
  workspaceId: string,
  conversation: Pick<ConversationHead, "id" | "customerId" | "begunTo" | "cameBy">,
): Promise<{ readonly to: Mailbox | null; readonly cc: readonly Mailbox[]; readonly from: string | null }> {
  const ends = await endsOf(queries, workspaceId, conversation)
  const { to, end, own } = ends
  const from = await fromAddressOf(queries, workspaceId, ends, conversation.cameBy)
  if (to === null) return { to, cc: [], from }
  if (end === null) return { to, cc: own?.cc ?? [], from }
  const team = new Set((await listMemberMails(queries, workspaceId)).map(({ mail }) => mail))
  const ours = new Set(await listOwnAddresses(queries, workspaceId))
  return { to, cc: copiesByDefault({ to, writtenTo: end.writtenTo, own: ours, team }), from }
}

type Ends = {
  readonly to: Mailbox | null
  readonly end: ThreadEnd | null
  readonly own: OwnEnd | null
  /** The conversation was begun by us, and nothing was written in it yet but notes. */
  readonly isBegun: boolean
}

async function endsOf(
  queries: Queries,
  workspaceId: string,
  { id, customerId, begunTo }: Pick<ConversationHead, "id" | "customerId" | "begunTo">,
): Promise<Ends> {
  const end = await readThreadEnd(queries, workspaceId, id)
  const own = end === null ? await readOwnEnd(queries, workspaceId, id) : null
  const first = end?.to ?? own?.to ?? (await readMailAddress(queries, workspaceId, customerId))
  const isBegun = end === null && own === null && begunTo !== null
  return { end, own, isBegun, to: isBegun && first !== null ? { ...first, address: begunTo } : first }
}

/** The address they wrote to; where those are several, the one that the conversation came by. */
async function fromAddressOf(
  queries: Queries,
  workspaceId: string,
  { end, own }: Ends,
  cameBy: string | null,
): Promise<string | null> {
  const used = end?.writtenTo.map(({ address }) => address.toLowerCase()) ?? (own?.from ? [own.from.address] : [])
  const isCameByUsed = cameBy !== null && used.includes(cameBy)
  return (
    (await ownAddressOf(queries, workspaceId, isCameByUsed ? [cameBy] : used)) ??
    (cameBy === null ? null : await ownAddressOf(queries, workspaceId, [cameBy])) ??
    (await readMailSender(queries, workspaceId))?.address ??
    null
  )
}

const REFERENCES_MAX = 30 // ids; enough to thread, and a header that servers accept

function threadOf(end: Pick<ThreadEnd, "mailId" | "references"> | null) {
  const references = [...(end?.references ?? []), ...(end?.mailId ? [end.mailId] : [])]
  return { inReplyTo: end?.mailId ?? null, references: references.slice(-REFERENCES_MAX) }
}

function firstSubject({ subject }: ConversationHead): string {
  if (subject !== null) return subject
  throw invalid("Say what it is about: a mail without a subject is often not read.", "subject")
}

function answerSubject(subject: string): string {
  const bare = subject.trim()
  if (bare === "") return "Your message"
  return /^re:/i.test(bare) ? bare : `Re: ${bare}`
}

type Copying = Pick<Ends, "end" | "own"> & { readonly to: Mailbox; readonly copies: Copies }

/** Nobody is named twice; who has a name in the mail that is answered keeps it. */
async function copiesOf(
  queries: Queries,
  workspaceId: string,
  { to, end, own, copies }: Copying,
): Promise<Pick<Envelope, "cc" | "bcc">> {
  const { cc = [], bcc = [] } = copies
  if (cc.length + bcc.length === 0) return { cc: [], bcc: [] }
  if (cc.length + bcc.length >= RECIPIENTS_MAX)
    throw invalid(`A message goes to at most ${RECIPIENTS_MAX} addresses.`, cc.length > bcc.length ? "cc" : "bcc")
  const ours = new Set(await listOwnAddresses(queries, workspaceId))
  const names = new Map([...(end?.writtenTo ?? []), ...(own?.cc ?? [])].map((box) => [box.address.toLowerCase(), box]))
  const seen = new Set([to.address.toLowerCase()])
  const boxes = (field: "cc" | "bcc", addresses: readonly string[]) =>
    addresses.flatMap((written) => {
      const address = comparableAddress("mail", written)
      if (address === null) throw invalid(`${written} is no address that mail can go to.`, field)
      if (ours.has(address) || ours.has(untagged(address)))
        throw invalid(`${written} is this desk's own address. The message is kept here in any case.`, field)
      if (seen.has(address)) return []
      seen.add(address)
      return [{ name: names.get(address)?.name ?? "", address: written.trim() }]
    })
  return { cc: boxes("cc", cc), bcc: boxes("bcc", bcc) }
}
