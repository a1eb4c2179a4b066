import { Link } from "@tanstack/react-router"
import { type ReactNode, useState } from "react"
import { closeConversation, markSpam, reopenConversation, unmarkSpam } from "../../contract/conversations.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { useTeamNames } from "../promise/owner-field.tsx"
import { Button } from "../ui/button.tsx"
import { Icon } from "../ui/icon.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment, spokenMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { CloseDialog } from "./close-dialog.tsx"
import styles from "./conversation-head.module.css"
import { DiscardDialog, canBeDiscarded } from "./discard-dialog.tsx"
import { HandOverDialog } from "./hand-over-dialog.tsx"
import { HoldPart } from "./hold-part.tsx"
import { seenByText } from "./seen-by.ts"
import { SortPart } from "./sort-part.tsx"
import { TagsPart } from "./tags-part.tsx"
import { LaterDialog } from "./later-dialog.tsx"
import type { OpenConversation } from "./use-conversation.ts"

const told = words.conversation

type Props = {
  readonly conversation: OpenConversation
  readonly team: readonly { readonly id: string; readonly name: string }[]
  readonly onList: () => void
  /** On phones: what chooses between the thread and what we owe. */
  readonly parts: ReactNode
}

/** Who it is about, who has it, and the two ways to put it out of sight. What we owe goes its own way. */
export function ConversationHead({ conversation, team, onList, parts }: Props) {
  const [asked, setAsked] = useState<"later" | "close" | "discard" | "hand over" | null>(null)
  const { close, reopen, error } = useClosing(conversation)
  const isClosed = conversation.closedAt !== null
  const isBare = canBeDiscarded(conversation) && !isClosed
  const askClose = () => {
    if (isClosed) reopen()
    else if (isBare) setAsked("discard")
    else if (conversation.owes > 0) setAsked("close")
    else close()
  }
  const leave = isClosed ? told.reopen : isBare ? words.outbound.begin.discard : told.close
  useKeys("page", {
    A: { label: told.handOver.key, run: () => setAsked("hand over") },
    Z: { label: told.keys.later, run: () => setAsked("later") },
    X: { label: leave.toLowerCase(), run: askClose },
  })
  return (
    <>
      <header className={styles.bar}>
        <button type="button" className={styles.listButton} onClick={onList} aria-label={told.title} title={told.title}>
          <Icon name="conversations" />
        </button>
        <Who conversation={conversation} />
        <div className={styles.end}>
          <div className={styles.second}>
            {parts}
            <Button kind="quiet" small keys="A" title={told.handOver.title} onClick={() => setAsked("hand over")}>
              <span className={styles.has}>
                {conversation.assignee === null ? told.hasNobody : told.has(conversation.assignee.name)}
              </span>
            </Button>
          </div>
          <div className={styles.acts}>
            {!isBare && <SpamButton conversation={conversation} />}
            <Button kind="quiet" small keys="Z" onClick={() => setAsked("later")}>
              {told.later}
            </Button>
            <Button small keys="X" onClick={askClose}>
              {leave}
            </Button>
          </div>
        </div>
        <Line conversation={conversation} />
      </header>
      {error !== null && (
        <div className={styles.error}>
          <Failure error={error} what={told.changeFailed} onRetry={askClose} />
        </div>
      )}
      {asked === "later" && <LaterDialog conversation={conversation} onClose={() => setAsked(null)} />}
      {asked === "hand over" && (
        <HandOverDialog conversation={conversation} team={team} onClose={() => setAsked(null)} />
      )}
      {asked === "discard" && <DiscardDialog conversationId={conversation.id} onClose={() => setAsked(null)} />}
      {asked === "close" && (
        <CloseDialog
          owes={conversation.owes}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null)
            close()
          }}
        />
      )}
    </>
  )
}

function Who({ conversation }: { conversation: OpenConversation }) {
  const { slug } = useHere()
  return (
    <div className={styles.who}>
      <h1>
        <Link to="/$slug/customers/$customerId" params={{ slug, customerId: conversation.customer.id }}>
          {conversation.customer.name ?? told.untitled}
        </Link>
      </h1>
      <span className={styles.subject}>
        {[told.channel[conversation.channel], conversation.subject ?? ""].filter(Boolean).join(" · ")}
      </span>
    </div>
  )
}

/** What else there is to know of it, and what is rarely done with it. */
function Line({ conversation }: { conversation: OpenConversation }) {
  const seers = seenByText(conversation.seenBy, useTeamNames())
  return (
    <div className={styles.line}>
      <Status conversation={conversation} />
      <TagsPart conversationId={conversation.id} tags={conversation.tags} />
      {!conversation.unsent && <SortPart conversation={conversation} />}
      {!conversation.unsent && <HoldPart conversation={conversation} />}
      {seers !== "" && <span>{seers}</span>}
      <Helped conversation={conversation} />
    </div>
  )
}

function Status({ conversation }: { conversation: OpenConversation }) {
  const { zone } = useHere()
  const now = useNow()
  const until = instantOf(conversation.snoozedUntil)
  const closed = instantOf(conversation.closedAt)
  const spam = instantOf(conversation.spamAt)
  if (spam !== null) return <span className={styles.status}>{told.inSpam(moment(spam, { zone, now }))}</span>
  if (closed !== null) return <span className={styles.status}>{told.closed(moment(closed, { zone, now }))}</span>
  if (until !== null && Temporal.Instant.compare(until, now) > 0) {
    return <span className={styles.status}>{told.laterUntil(spokenMoment(until, { zone, now }))}</span>
  }
  return null
}

/** Whether the customer said that the answer helped; what they wrote stands among the messages. */
function Helped({ conversation: { answerCheck } }: { conversation: OpenConversation }) {
  const { zone } = useHere()
  const now = useNow()
  const asked = instantOf(answerCheck?.askedAt ?? null)
  if (answerCheck === null || asked === null) return null
  const { answer, problem, words: said } = answerCheck
  const when = moment(asked, { zone, now })
  const beside = problem ?? (answer === "yes" ? said : null)
  return (
    <span title={beside ?? undefined}>
      {problem !== null ? told.helped.failed : answer === null ? told.helped.asked(when) : told.helped[answer]}
      {beside !== null && <span className="mute"> {begun(beside)}</span>}
    </span>
  )
}

const BESIDE_LENGTH = 80 // characters; the rest is in the title

function begun(text: string): string {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length <= BESIDE_LENGTH ? `“${line}”` : `“${line.slice(0, BESIDE_LENGTH).toWellFormed()}…”`
}

function SpamButton({ conversation }: { conversation: OpenConversation }) {
  const mark = useChange(markSpam)
  const unmark = useChange(unmarkSpam)
  const toast = useToast()
  const input = { params: { conversationId: conversation.id } }
  const undo = { run: () => unmark.mutate(input) }
  const text = conversation.owes > 0 ? told.spamDoneOwed : told.spamDone
  const isSpam = conversation.spamAt !== null
  const isAnswered = conversation.messages.some(({ kind }) => kind === "outbound") // nobody answers spam
  if (isAnswered && !isSpam) return null
  return (
    <Button
      kind="quiet"
      small
      held={mark.isPending || unmark.isPending}
      onClick={() => (isSpam ? undo.run() : mark.mutate(input, { onSuccess: () => toast({ text, undo }) }))}
    >
      {isSpam ? told.notSpam : told.spam}
    </Button>
  )
}

function useClosing(conversation: OpenConversation) {
  const closing = useChange(closeConversation)
  const opening = useChange(reopenConversation)
  const toast = useToast()
  const input = { params: { conversationId: conversation.id } }
  const reopen = () => opening.mutate(input)
  const close = () =>
    closing.mutate(input, {
      onSuccess: () =>
        toast({ text: conversation.owes > 0 ? told.closeDone : told.closeDonePlain, undo: { run: reopen } }),
    })
  return { close, reopen, error: closing.error ?? opening.error }
}
