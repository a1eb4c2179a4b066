import { useState } from "react"
import { confirmNeed, createNeed, dropNeed, readNeeds } from "../../contract/needs.ts"
import type { AnswerOf } from "../api.ts"
import railStyles from "../conversations/rail.module.css"
import type { OpenConversation } from "../conversations/use-conversation.ts"
import { putIntoDraft } from "../customer-page/put-into-draft.ts"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { AddNeedDialog } from "./add-need-dialog.tsx"
import styles from "./needs.module.css"
import { selectedWords } from "./selected-words.ts"

const told = words.needs

type Need = AnswerOf<typeof readNeeds>["needs"][number]

/** What this customer needs, in their words; N writes down what is selected. */
export function NeedsPart({ conversation }: { conversation: OpenConversation }) {
  const params = { conversationId: conversation.id }
  const read = useRead(readNeeds, { params })
  const create = useChange(createNeed)
  const toast = useToast()
  const [isAdding, setAdding] = useState(false)
  const write = () => {
    const selected = selectedWords(conversation.messages)
    const isOnWay = create.isPending && create.variables.body?.words === selected?.words
    if (selected === null) setAdding(true)
    else if (isOnWay || isKnown(read.data?.needs ?? [], selected.words)) toast({ text: told.known })
    else create.mutate({ params, body: selected }, { onSuccess: () => toast({ text: told.saved }) })
  }
  const [asked, setAsked] = useState<readonly string[]>([])
  const ours =
    conversation.answersTo === null ? [] : (read.data?.needs ?? []).filter(({ standing }) => standing === "ours")
  const next = ours.find(({ id }) => !asked.includes(id))
  const ask = (need: Need) => {
    putIntoDraft(conversation.id, told.question(need.words ?? ""))
    setAsked([...asked, need.id])
    toast({ text: told.asked })
  }
  useKeys("page", {
    N: { label: told.key, run: write, foot: false },
    ...(next === undefined ? {} : { Q: { label: told.askKey, run: () => ask(next), foot: false } }),
  })
  return (
    <section className={railStyles.part}>
      <h2>{told.title}</h2>
      {read.error !== null && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {create.isError && <Failure error={create.error} what={told.changeFailed} />}
      {read.data?.needs.length === 0 && (
        <p className={railStyles.none}>
          {told.none} {told.noneHint}
        </p>
      )}
      <ul className={styles.needs}>
        {read.data?.needs.map((need) => (
          <NeedLine
            key={need.id}
            need={need}
            conversation={conversation}
            isNext={need === next}
            onAsk={ours.includes(need) ? () => ask(need) : null}
          />
        ))}
      </ul>
      <Recommendations conversationId={conversation.id} />
      <div className={styles.add}>
        <Button small keys="N" onClick={write}>
          {told.add}
        </Button>
      </div>
      {isAdding && <AddNeedDialog conversationId={conversation.id} onClose={() => setAdding(false)} />}
    </section>
  )
}

/** The same words, or a part of them, are not another need. */
function isKnown(needs: readonly Need[], selected: string): boolean {
  return needs.some(({ words: known, standing }) => standing !== "ours" && (known ?? "").includes(selected))
}

type LineProps = {
  readonly need: Need
  readonly conversation: OpenConversation
  /** The one that the key asks for. */
  readonly isNext: boolean
  readonly onAsk: (() => void) | null
}

function NeedLine({ need, conversation, isNext, onAsk }: LineProps) {
  const confirm = useChange(confirmNeed)
  const drop = useChange(dropNeed)
  const last = conversation.messages.findLast(({ kind }) => kind === "inbound")
  const params = { needId: need.id }
  const isOurs = need.standing === "ours"
  return (
    <li>
      <p className={isOurs ? styles.ours : "q"}>{isOurs ? need.words : `“${need.words}”`}</p>
      <p className={styles.aside}>
        {told.standing[need.standing]}
        {onAsk !== null && (
          <TextButton onClick={onAsk} {...(isNext ? { keys: "Q" } : {})}>
            {told.ask}
          </TextButton>
        )}
        {isOurs && last !== undefined && (
          <TextButton onClick={() => confirm.mutate({ params, body: { messageId: last.id } })}>
            {told.confirm}
          </TextButton>
        )}
        <TextButton onClick={() => drop.mutate({ params })}>{told.drop}</TextButton>
      </p>
      {(confirm.isError || drop.isError) && <Failure error={confirm.error ?? drop.error} what={told.changeFailed} />}
    </li>
  )
}

function Recommendations({ conversationId }: { conversationId: string }) {
  const { data } = useRead(readNeeds, { params: { conversationId } })
  if (data === undefined || data.recommendations.length === 0) return null
  return (
    <>
      <h3>{told.recommendedTitle}</h3>
      <ul className={styles.needs}>
        {data.recommendations.map(({ id, product, total, fits }) => (
          <li key={id}>
            <p>{product === null ? told.nothing : told.recommended(product, total)}</p>
            {fits.map((each) => (
              <p key={each.needId} className={styles.aside}>
                {told.fits[each.fit]}: {each.words ?? words.decline.erased}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
