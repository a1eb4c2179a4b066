import { Link } from "@tanstack/react-router"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { useHere } from "../here.tsx"
import type { ListedPromise } from "../promise/listed-promise.ts"
import { saidLine } from "../promise/said-line.ts"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Quote } from "../ui/quote.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { ProposalDue, ProposalFields, ProposalTerms } from "./proposal-terms.tsx"
import styles from "./proposals.module.css"
import { type Proposal, useProposal } from "./use-proposal.ts"

const { proposals: texts } = words

type Props = { readonly promise: ListedPromise; readonly chosen: boolean; readonly onChoose: () => void }

/** One promise found: its words, who and when in a line; the chosen one has the keys. */
export function ProposalCard({ promise, chosen, onChoose }: Props) {
  const proposal = useProposal(promise)
  const [asked] = useState(proposal.lacksDue)
  const [isEditing, setEditing] = useState(false)
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: "nearest" })
  }, [chosen])
  useEffect(() => {
    if (isEditing) card.current?.querySelector<HTMLElement>("select, input")?.focus()
  }, [isEditing])
  const confirm = () => {
    proposal.confirm()
    if (proposal.lacksDue) card.current?.querySelector<HTMLElement>("input")?.focus()
  }
  return (
    <li
      ref={card}
      className={`${styles.card} ${chosen ? styles.on : ""}`}
      aria-current={chosen || undefined}
      tabIndex={-1}
      onFocus={onChoose}
    >
      {chosen && <CardKeys onConfirm={confirm} onDismiss={proposal.dismiss} onEdit={() => setEditing(!isEditing)} />}
      <form
        noValidate
        onKeyDown={(event) => {
          if (event.key !== "Escape") return
          setEditing(false)
          card.current?.focus() // then single keys act again
        }}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!proposal.isBusy) confirm()
        }}
      >
        <Quote said={promise.words} />
        <Said promise={promise} proposal={proposal} />
        {!isEditing && <ProposalTerms promise={promise} proposal={proposal} />}
        {!isEditing && asked && <ProposalDue promise={promise} proposal={proposal} />}
        {isEditing && <ProposalFields proposal={proposal} />}
        <Answers proposal={proposal} chosen={chosen} isEditing={isEditing} onEdit={() => setEditing(!isEditing)} />
      </form>
      {proposal.error !== null && <Failure error={proposal.error} what={texts.saveFailed} />}
    </li>
  )
}

function Said({ promise, proposal: { reading } }: { promise: ListedPromise; proposal: Proposal }) {
  const { member, slug, zone } = useHere()
  return (
    <>
      <p className="x mute">
        <b>{promise.customer.name ?? words.ui.unnamed}</b> · {saidLine(promise, member.id, { zone, now: reading.now })}
        {promise.conversationId !== null && (
          <>
            {" · "}
            <Link
              className="nb"
              to="/$slug/conversations/$conversationId"
              params={{ slug, conversationId: promise.conversationId }}
            >
              {texts.open}
            </Link>
          </>
        )}
      </p>
      {promise.condition !== null && <p className="x mute">{words.today.condition(promise.condition)}</p>}
    </>
  )
}

type AnswersProps = {
  readonly proposal: Proposal
  readonly chosen: boolean
  readonly isEditing: boolean
  readonly onEdit: () => void
}

function Answers({ proposal, chosen, isEditing, onEdit }: AnswersProps) {
  const keys = (key: string) => (chosen ? { keys: key } : {})
  return (
    <div className={styles.buttons}>
      <Button type="submit" kind={chosen ? "main" : "plain"} {...keys("Enter")} held={proposal.isBusy}>
        {texts.confirm}
      </Button>
      <Button {...keys("N")} onClick={proposal.dismiss} held={proposal.isBusy}>
        {texts.dismiss}
      </Button>
      <Button kind="quiet" {...keys("E")} onClick={onEdit} aria-expanded={isEditing}>
        {texts.edit}
      </Button>
    </div>
  )
}

type CardKeysProps = { readonly onConfirm: () => void; readonly onDismiss: () => void; readonly onEdit: () => void }

function CardKeys({ onConfirm, onDismiss, onEdit }: CardKeysProps) {
  useKeys("row", {
    Enter: { label: texts.keys.confirm, run: onConfirm },
    n: { label: texts.keys.dismiss, run: onDismiss },
    e: { label: texts.keys.edit, run: onEdit },
  })
  return null
}
