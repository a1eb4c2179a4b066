import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { undoMerge } from "../../contract/conversation-moves.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, spokenMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./move-line.module.css"
import type { OpenConversation, ShownMessage } from "./use-conversation.ts"

const told = words.merging

export type ShownMove = OpenConversation["moves"][number]

/** Who merged or split what, in the history of the conversation. */
export function MoveLine({ move, conversation }: { move: ShownMove; conversation: OpenConversation }) {
  const { zone } = useHere()
  const now = useNow()
  const [isAsked, setAsked] = useState(false)
  const when = (at: string | null) => {
    const instant = instantOf(at)
    return instant === null ? "" : spokenMoment(instant, { zone, now })
  }
  const isTakenBack = move.undoneAt !== null
  return (
    <p className={styles.line}>
      <span>
        <What move={move} conversation={conversation} />
        {" · "}
        <time dateTime={move.at}>{when(move.at)}</time>
        {isTakenBack && ` · ${told.undone(move.undoneBy ?? told.somebody, when(move.undoneAt))}`}
      </span>
      {move.kind === "merge" && !isTakenBack && <TextButton onClick={() => setAsked(true)}>{told.undo}</TextButton>}
      {isAsked && <UndoDialog move={move} conversation={conversation} onClose={() => setAsked(false)} />}
    </p>
  )
}

function What({ move, conversation }: { move: ShownMove; conversation: OpenConversation }) {
  const by = move.by ?? told.somebody
  const [from, to] = [nameIn(move.from, conversation), nameIn(move.to, conversation)]
  const messages = told.count(move.messages)
  if (move.kind === "merge") {
    if (move.to.id === conversation.id) return told.line.here(by, from, messages)
    if (move.from.id === conversation.id) return told.line.away(by, to, messages)
    return told.line.other(by, from, to)
  }
  const isHere = move.to.id === conversation.id
  return (
    <>
      {isHere ? told.line.from(by, messages) : told.line.off(by, messages)}
      <ToOther id={isHere ? move.from.id : move.to.id} name={isHere ? from : to} />
    </>
  )
}

function ToOther({ id, name }: { id: string; name: string }) {
  const { slug } = useHere()
  return (
    <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: id }}>
      {name}
    </Link>
  )
}

/** Whose it is is said where it is somebody else's. */
function nameIn({ subject, customer }: ShownMove["from"], conversation: OpenConversation): string {
  const shown = subject ?? words.conversation.noSubject
  if (customer.id === conversation.customer.id) return told.named(shown)
  return told.namedOf(shown, customer.name ?? words.conversation.untitled)
}

type DialogProps = {
  readonly move: ShownMove
  readonly conversation: OpenConversation
  readonly onClose: () => void
}

/** Says what goes back and what stays, before it is done. */
function UndoDialog({ move, conversation, onClose }: DialogProps) {
  const toast = useToast()
  const undo = useChange(undoMerge)
  const submit = () => {
    if (undo.isPending) return
    const params = { conversationId: conversation.id, moveId: move.id }
    undo.mutate(
      { params },
      {
        onSuccess: () => {
          toast({ text: told.undoDone })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={told.undoTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.undoDoes} busy={undo.isPending} />}
    >
      <p>{told.undoSays(nameIn(move.from, conversation), told.count(move.messages))}</p>
      <p>{told.undoStays}</p>
      {undo.isError && <Failure error={undo.error} what={told.undoFailed} onRetry={submit} />}
    </Dialog>
  )
}

/** The moves that stand before each message, and after the last: by time. Those older than what is shown stay out of sight. */
export function movesBetween(
  moves: readonly ShownMove[],
  messages: readonly ShownMessage[],
  isAllShown: boolean,
): { readonly before: ReadonlyMap<string, readonly ShownMove[]>; readonly last: readonly ShownMove[] } {
  const before = new Map<string, readonly ShownMove[]>()
  const last: ShownMove[] = []
  for (const move of moves) {
    const at = messages.findLastIndex((message) => instantBefore(message.at, move.at))
    if (at < 0 && !isAllShown) continue
    const next = messages[at + 1]
    if (next === undefined) last.push(move)
    else before.set(next.id, [...(before.get(next.id) ?? []), move])
  }
  return { before, last }
}

function instantBefore(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) <= 0
}
