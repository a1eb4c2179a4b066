import { useState } from "react"
import { handOverConversation } from "../../contract/conversations.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { RadioField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { SelectField, TextArea } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./hand-over-dialog.module.css"
import { owedHere } from "./owed-here.ts"
import type { OpenConversation, ShownPromise } from "./use-conversation.ts"

const told = words.conversation.handOver
const NOBODY = "" // no member: the promises stay with their owners
const NOTHING_OWED = { mine: [], notMine: 0 }

type Props = {
  readonly conversation: OpenConversation
  readonly team: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

/** Gives the conversation to somebody with a word about it. Whether what is owed goes along is asked, never assumed. */
export function HandOverDialog({ conversation, team, onClose }: Props) {
  const { member } = useHere()
  const toast = useToast()
  const handOver = useChange(handOverConversation)
  const others = team.filter((each) => each.id !== conversation.assignee?.id)
  const first = others.find((each) => each.id !== member.id) ?? others[0]
  const nobody = conversation.assignee === null ? [] : [{ value: NOBODY, label: words.conversation.nobody }]
  const [memberId, setMemberId] = useState(first?.id ?? NOBODY)
  const [note, setNote] = useState("")
  const [along, setAlong] = useState<Choice>("")
  const [isTried, setTried] = useState(false)
  const { mine, notMine } = memberId === NOBODY ? NOTHING_OWED : owedHere(conversation, member, memberId)
  const name = team.find((each) => each.id === memberId)?.name ?? ""
  const isOpen = mine.length > 0 && along === ""
  const submit = () => {
    if (isOpen || handOver.isPending) return setTried(true)
    const promiseIds = along === "go" ? mine.map(({ id }) => id) : []
    const said = note.trim() === "" ? {} : { note: note.trim() }
    handOver.mutate(
      {
        params: { conversationId: conversation.id },
        body: { memberId: memberId === NOBODY ? null : memberId, promiseIds, ...said },
      },
      {
        onSuccess: () => {
          toast({ text: memberId === NOBODY ? told.doneNobody : told.done(name, promiseIds.length) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      title={told.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.does} busy={handOver.isPending || isOpen} />}
    >
      <SelectField
        label={told.to}
        choices={[...others.map(({ id, name: label }) => ({ value: id, label })), ...nobody]}
        value={memberId}
        onChange={(event) => setMemberId(event.target.value)}
      />
      <TextArea
        label={told.note}
        hint={told.noteHint}
        value={note}
        rows={3}
        onChange={(event) => setNote(event.target.value)}
      />
      {mine.length > 0 && (
        <Along promises={mine} name={name} value={along} onChange={setAlong} isMissing={isTried && isOpen} />
      )}
      {notMine > 0 && <p className="x mute">{told.notMine(notMine)}</p>}
      {handOver.isError && <Failure error={handOver.error} what={told.failed} onRetry={submit} />}
    </Dialog>
  )
}

type Choice = "go" | "stay" | ""

type AlongProps = {
  readonly promises: readonly ShownPromise[]
  readonly name: string
  readonly value: Choice
  readonly onChange: (value: Choice) => void
  readonly isMissing: boolean
}

/** Nothing is chosen beforehand: a promise changes hands because somebody said so. */
function Along({ promises, name, value, onChange, isMissing }: AlongProps) {
  return (
    <>
      <ul className={styles.promises}>
        {promises.map(({ id, words: said }) => (
          <li key={id} className="q">
            “{said}”
          </li>
        ))}
      </ul>
      <RadioField
        legend={told.promises(promises.length)}
        name="along"
        choices={[
          { value: "go" as const, label: told.go(promises.length, name) },
          { value: "stay" as const, label: told.stay(promises.length) },
        ]}
        value={value}
        onChange={onChange}
      />
      {isMissing && <p className={styles.missing}>{told.choose}</p>}
    </>
  )
}
