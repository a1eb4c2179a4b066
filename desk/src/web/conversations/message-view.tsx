import { isOwed } from "../../ledger/customer-promise.ts"
import { lookAlikeOf } from "../../ledger/look-alike.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useMemberAt, useTeam } from "../promise/owner-field.tsx"
import { Icon } from "../ui/icon.tsx"
import { fullMoment, instantOf, spokenMoment } from "../ui/time.ts"
import { words } from "../words.ts"
import { DeliveryLine } from "./delivery-line.tsx"
import { MessageBody } from "./message-body.tsx"
import { MessageFiles, UnreadPart } from "./message-files.tsx"
import styles from "./message.module.css"
import type { OpenConversation, ShownMessage } from "./use-conversation.ts"

const told = words.conversation

/** One thing that was said: by the customer (ink rule), by us (light rule), or between members (dashed, on grey). */
export function MessageView({ message, conversation }: { message: ShownMessage; conversation: OpenConversation }) {
  return (
    <article
      className={styles.message}
      data-message={message.id}
      data-kind={lookOf(message)}
      data-delivery={message.delivery ?? undefined}
      aria-label={labelOf(message, conversation)}
    >
      <Header message={message} conversation={conversation} />
      <MessageBody message={message} />
      <MessageFiles message={message} />
      <UnreadPart message={message} />
      <Keeps message={message} conversation={conversation} />
      <Chases message={message} conversation={conversation} />
      {message.kind === "outbound" && <DeliveryLine message={message} />}
    </article>
  )
}

/** A call or visit that was logged, and a mail server's report, look like neither side's words. */
function lookOf(message: ShownMessage): string {
  if (message.kind === "note" && message.channel !== "internal") return "logged"
  return isReport(message) ? "report" : message.kind
}

function isReport(message: ShownMessage): boolean {
  return message.kind === "inbound" && message.by.kind === "desk"
}

function Header({ message, conversation }: { message: ShownMessage; conversation: OpenConversation }) {
  const { zone } = useHere()
  const now = useNow()
  const at = instantOf(message.at)
  const sender = useMemberAt(message.from?.address)
  const namesOf = (boxes: ShownMessage["cc"]) =>
    boxes.map(({ name, address }) => (name === "" ? address : name)).join(", ")
  return (
    <header>
      <b title={message.from?.address}>{authorOf(message, conversation)}</b>
      <span>{asideOf(message, conversation)}</span>
      {message.draftedBy !== null && (
        <span>{words.replies.held.draftedBy(message.draftedBy || words.replies.held.bot)}</span>
      )}
      <LookAlikeNote message={message} />
      {message.kind === "inbound" && sender !== null && <span>{told.membersAddress(sender)}</span>}
      {message.cc.length > 0 && <span>{told.copyTo(namesOf(message.cc))}</span>}
      {message.bcc.length > 0 && <span>{words.outbound.recipients.bccTo(namesOf(message.bcc))}</span>}
      {at !== null && (
        <time dateTime={message.at} title={fullMoment(at, { zone, now })}>
          {capitalised(spokenMoment(at, { zone, now }))}
        </time>
      )}
    </header>
  )
}

/** A name that may be taken for another's: the address stands beside it. */
function LookAlikeNote({ message: { kind, from } }: { message: ShownMessage }) {
  const { workspace } = useHere()
  const team = useTeam()
  if (kind !== "inbound" || from === null) return null
  const odd = lookAlikeOf(from, [workspace.name, ...team.map(({ name }) => name)])
  if (odd === null) return null
  return <span className={styles.odd}>{told.lookAlike[odd](from.address)}</span>
}

function authorOf(message: ShownMessage, { customer }: OpenConversation): string {
  if (message.by.name !== null && message.by.name !== "") return message.by.name
  if (isReport(message) || isNoticeAnswer(message)) return message.from?.name || message.from?.address || told.by.desk
  if (message.kind === "inbound") return customer.name ?? message.from?.address ?? told.untitled
  return told.by[message.by.kind]
}

/** What stands beside the author: to whom, or that nobody outside reads it. */
function asideOf(message: ShownMessage, { customer, channel }: OpenConversation): string {
  if (isReport(message)) return told.report
  if (message.kind === "inbound") return message.channel === channel ? "" : told.channel[message.channel]
  if (message.kind === "outbound")
    return told.to(message.to[0]?.name || customer.name || message.to[0]?.address || told.untitled)
  if (message.channel === "call" || message.channel === "visit") return told.logged[message.channel]
  return isNoticeAnswer(message) ? told.noticeAnswer : told.note
}

/** A note that came by mail, as the answer to a notice. */
function isNoticeAnswer(message: ShownMessage): boolean {
  return message.kind === "note" && message.from !== null
}

/** Promises that the message keeps, in their words. */
function Keeps({ message, conversation }: { message: ShownMessage; conversation: OpenConversation }) {
  const kept = conversation.promises.filter((each) => message.keeps.includes(each.id))
  const isLost = message.delivery === "failed" || message.delivery === "bounced" || message.delivery === "cancelled"
  if (kept.length === 0 || isLost) return null
  const isShown = message.kind === "note" || message.delivery === "accepted"
  return (
    <ul className={styles.keeps}>
      {kept.map((each) => (
        <li key={each.id}>
          {isShown ? told.keeps : told.willKeep} <q className="q">{each.words ?? told.erased}</q>
        </li>
      ))}
    </ul>
  )
}

/** The open promises that the customer asks for with it. */
function Chases({ message, conversation }: { message: ShownMessage; conversation: OpenConversation }) {
  const chased = conversation.promises.filter((each) => isOwed(each.state) && each.chased?.messageId === message.id)
  if (chased.length === 0) return null
  return (
    <ul className={styles.keeps}>
      {chased.map((each) => (
        <li key={each.id}>
          <Icon name="question" small /> {told.asksFor} <q className="q">{each.words ?? told.erased}</q>
        </li>
      ))}
    </ul>
  )
}

function labelOf(message: ShownMessage, conversation: OpenConversation): string {
  return [authorOf(message, conversation), asideOf(message, conversation)].filter((part) => part !== "").join(", ")
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
