import { useState } from "react"
import { readConversation } from "../../contract/conversations.ts"
import { keepPromise, reopenPromise } from "../../contract/promises.ts"
import { useHere } from "../here.tsx"
import { useLogDialogs } from "../log/log-dialogs.tsx"
import { type AnswerOf } from "../api.ts"
import { useChange, useRead } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { RadioField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextArea } from "../ui/field.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { type Evidence, evidenceOf, likeliest } from "./evidence.ts"
import type { ListedPromise } from "./listed-promise.ts"
import { PromiseSummary } from "./promise-summary.tsx"
import { useReading } from "./use-reading.ts"

const { kept: texts } = words.dialogs
const WORD = "word"

type Props = { readonly promise: ListedPromise; readonly onClose: () => void }

/** Marks a promise kept, with what shows it: a message or call of ours, the customer's own words, or a member's word. */
export function KeepDialog({ promise, onClose }: Props) {
  const { conversationId } = promise
  const params = { conversationId: conversationId ?? "" }
  const conversation = useRead(readConversation, { params }, { enabled: conversationId !== null, keepPrevious: false })
  const { zone } = useHere()
  const { now } = useReading()
  const evidence = conversation.data === undefined ? [] : evidenceOf(conversation.data.messages, promise, { zone, now })
  if (conversationId !== null && conversation.isPending) {
    return (
      <Dialog title={texts.title} onClose={onClose}>
        <Loading rows={2} />
      </Dialog>
    )
  }
  return <Choose promise={promise} evidence={evidence} onClose={onClose} />
}

function Choose({ promise, evidence, onClose }: Props & { evidence: readonly Evidence[] }) {
  const dialogs = useLogDialogs()
  const [chosen, setChosen] = useState(
    () => likeliest(evidence, promise)?.messageId ?? (evidence.length > 0 ? "" : WORD),
  )
  const [note, setNote] = useState("")
  const { keep, save } = useKeep(promise, onClose)
  const found = evidence.find((each) => each.messageId === chosen) ?? null
  const isChosen = found !== null || chosen === WORD // what was chosen may have come back meanwhile
  const log = () => {
    onClose()
    const { conversationId } = promise
    dialogs.log({
      customerId: promise.customer.id,
      keeps: [promise.id],
      ...(conversationId === null ? {} : { conversationId }),
    })
  }
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={() => isChosen && save(found, note)}
      foot={
        <DialogFoot does={texts.does} busy={keep.isPending || !isChosen}>
          <TextButton onClick={log}>{texts.log}</TextButton>
        </DialogFoot>
      }
    >
      <PromiseSummary promise={promise} />
      <RadioField
        legend={texts.shows}
        name="evidence"
        autoFocus
        value={chosen}
        onChange={setChosen}
        choices={[
          ...evidence.map(({ messageId, label, words: said }) => ({ value: messageId, label, hint: said })),
          { value: WORD, label: texts.word, hint: texts.wordHint },
        ]}
      />
      {chosen === "" && <p className="mute x">{texts.noTalk}</p>}
      {chosen === WORD && (
        <TextArea
          label={texts.note}
          hint={words.fields.optional}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      {keep.isError && <Failure error={keep.error} what={texts.failed} />}
    </Dialog>
  )
}

function useKeep(promise: ListedPromise, onClose: () => void) {
  const toast = useToast()
  const keep = useChange(keepPromise)
  const reopen = useChange(reopenPromise)
  const params = { promiseId: promise.id }
  const undo = () =>
    reopen.mutate({ params, body: { why: "mistake" } }, { onSuccess: () => toast({ text: texts.reopened }) })
  const done = (answer: AnswerOf<typeof keepPromise>) => {
    onClose()
    if (answer.state === "kept") toast({ text: texts.done, undo: { run: undo } })
    else toast({ text: texts.doneWaiting, icon: "clock" })
  }
  const save = (found: Evidence | null, note: string) => {
    keep.mutate({ params, body: { evidence: bodyOf(found, note) } }, { onSuccess: done })
  }
  return { keep, save }
}

function bodyOf(found: Evidence | null, note: string) {
  if (found === null) return { kind: "word" as const, ...(note.trim() === "" ? {} : { note }) }
  return { kind: found.kind, messageId: found.messageId }
}
