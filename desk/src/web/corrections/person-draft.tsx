import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { chooseForCustomer } from "../../contract/corrections.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { TextArea } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import type { Correction } from "./correction-dialog.tsx"
import styles from "./corrections.module.css"

const told = words.corrections
const CHOICES = ["correct", "honour", "leave"] as const
type Person = Correction["people"][number]

/** One customer of a run: what they were told, what they would be written, and what becomes of them. */
export function PersonDraft({ runId, person }: { runId: string; person: Person }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const choose = useChange(chooseForCustomer)
  const [own, setOwn] = useState<string | null>(null)
  const at = instantOf(person.toldAt)
  const name = person.name ?? told.dialog.unknown
  const isOpen = person.state === "told" || person.state === "held" || person.state === "left"
  const params = { runId, customerId: person.customerId }
  // Words that are being written stay while another choice is made.
  const decide = (choice: Person["choice"]) => choose.mutate({ params, body: { choice } })
  const keep = (words: string) =>
    choose.mutate({ params, body: { choice: person.choice, words } }, { onSuccess: () => setOwn(null) })
  return (
    <li>
      <header>
        <b>{name}</b>
        <span className="mute">
          {at !== null && told.toldAt(moment(at, { now, zone }), person.toldBy ?? told.somebody)}
        </span>
        {person.owes > 0 && <span className="ochre">{told.owes(person.owes)}</span>}
        {person.openOrders > 0 && <span className="ochre">{told.openOrders(person.openOrders)}</span>}
        <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: person.conversationId }}>
          {told.dialog.openConversation}
        </Link>
        <span className={person.state === "held" || person.state === "undeliverable" ? "ochre" : "mute"}>
          {told.states[person.state]}
        </span>
      </header>
      {person.problem !== null && <p className="ochre x">{person.problem}</p>}
      {isOpen && <Choices name={name} choice={person.choice} onChoose={decide} />}
      {isOpen && own === null && person.choice !== "leave" && (
        <>
          <p className={`q ${styles.draft}`}>{person.draft}</p>
          <TextButton onClick={() => setOwn(person.draft)}>{told.dialog.own}</TextButton>
        </>
      )}
      {own !== null && (
        <>
          <TextArea
            label={told.dialog.ownLabel}
            said
            rows={6}
            value={own}
            onChange={(event) => setOwn(event.target.value)}
          />
          <Button small held={choose.isPending} onClick={() => keep(own)}>
            {told.dialog.keep}
          </Button>
        </>
      )}
      {choose.isError && <Failure error={choose.error} what={words.customers.saveFailed} />}
    </li>
  )
}

type ChoicesProps = {
  readonly name: string
  readonly choice: Person["choice"]
  readonly onChoose: (choice: Person["choice"]) => void
}

function Choices({ name, choice, onChoose }: ChoicesProps) {
  return (
    <fieldset className={styles.choices} aria-label={told.dialog.choice(name)}>
      {CHOICES.map((each) => (
        <button key={each} type="button" aria-pressed={each === choice} onClick={() => onChoose(each)}>
          {told.dialog.choices[each]}
        </button>
      ))}
    </fieldset>
  )
}
