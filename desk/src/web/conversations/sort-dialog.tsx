import { useState } from "react"
import { listConversations } from "../../contract/conversations.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { RadioField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure, NotYet } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { ChooseRows } from "./choose-rows.tsx"
import { lostWaitText } from "./lost-waits.ts"
import { useMerge } from "./merge-dialog.tsx"
import type { OpenConversation } from "./use-conversation.ts"
import { useSplit } from "./use-split.ts"

const told = words.merging
const OTHERS_MAX = 50 // conversations of one customer to choose from

type Props = { readonly conversation: OpenConversation; readonly onClose: () => void }

/** Merges other conversations of the customer into this one, or makes one of their own of some of its messages. */
export function SortDialog({ conversation, onClose }: Props) {
  const [kind, setKind] = useState<"merge" | "split">("merge")
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const merge = useMerge()
  const split = useSplit(conversation)
  const isAll = kind === "split" && conversation.earlier === 0 && chosen.size >= conversation.messages.length
  const isHeld = chosen.size === 0 || isAll || merge.isPending || split.isPending
  const submit = () => {
    if (isHeld) return
    if (kind === "merge") merge.run(conversation.id, [...chosen], false, onClose)
    else split.run([...chosen], onClose)
  }
  const error = kind === "merge" ? merge.error : split.error
  return (
    <Dialog
      title={told.title}
      wide
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={kind === "merge" ? told.merge : told.split} busy={isHeld} />}
    >
      <RadioField
        legend={told.what}
        name="what"
        choices={[
          { value: "merge" as const, label: told.kinds.merge },
          { value: "split" as const, label: told.kinds.split },
        ]}
        value={kind}
        onChange={(next) => {
          setKind(next)
          setChosen(new Set())
        }}
      />
      {kind === "merge" ? (
        <Others conversation={conversation} chosen={chosen} onChoose={setChosen} />
      ) : (
        <Messages conversation={conversation} chosen={chosen} onChoose={setChosen} />
      )}
      {isAll && <p className="x mute">{told.leaveOne}</p>}
      {error !== null && (
        <Failure error={error} what={kind === "merge" ? told.failed : told.splitFailed} onRetry={submit} />
      )}
    </Dialog>
  )
}

type PartProps = {
  readonly conversation: OpenConversation
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

function Others({ conversation, chosen, onChoose }: PartProps) {
  const { zone } = useHere()
  const now = useNow()
  const customerId = conversation.customer.id
  const read = useRead(listConversations, { query: { customerId, filter: "all", limit: OTHERS_MAX } })
  if (read.data === undefined) return <NotYet read={read} what={words.conversation.listFailed} rows={2} />
  const others = read.data.items.filter(
    ({ id, spamAt, unsent }) => id !== conversation.id && spamAt === null && !unsent,
  )
  if (others.length === 0) return <p>{`${told.noOthers} ${told.othersHint}`}</p>
  const lost = lostWaitText(read.data.items.filter(({ id }) => id === conversation.id || chosen.has(id)))
  return (
    <ChooseRows
      legend={told.others}
      hint={[told.staysHint, told.back, told.othersHint, ...(lost === null ? [] : [lost])].join(" ")}
      rows={others.map(({ id, subject, lastWords, lastMessageAt }) => ({
        id,
        name: subject ?? words.conversation.noSubject,
        words: lastWords ?? "",
        when: shownMoment(lastMessageAt, { zone, now }),
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

function Messages({ conversation, chosen, onChoose }: PartProps) {
  const { zone } = useHere()
  const now = useNow()
  const { messages, customer } = conversation
  if (messages.length < 2) return <p>{told.oneMessage}</p>
  return (
    <ChooseRows
      legend={told.messages}
      hint={told.messagesHint}
      andAfter={told.andAfter}
      rows={messages.map(({ id, by, text, own, at }) => ({
        id,
        name: by.name || customer.name || words.conversation.untitled,
        words: (text ?? words.conversation.erased).slice(own[0]?.start ?? 0, (own[0]?.start ?? 0) + 120),
        when: shownMoment(at, { zone, now }),
      }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
}

function shownMoment(at: string, where: Parameters<typeof moment>[1]): string {
  const instant = instantOf(at)
  return instant === null ? "" : moment(instant, where)
}
