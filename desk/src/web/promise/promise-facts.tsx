import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useHere } from "../here.tsx"
import { fullMoment, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import type { PromiseRecord } from "./promise-page.tsx"
import styles from "./promise-page.module.css"
import { useReading } from "./use-reading.ts"

const { facts: names } = words.record

/** What holds of a promise now. */
export function PromiseFacts({ promise }: { promise: PromiseRecord }) {
  const { slug, zone, settings, member } = useHere()
  const { now } = useReading()
  const at = (text: string | null) => {
    const instant = instantOf(text)
    return instant === null ? "" : fullMoment(instant, { zone, now })
  }
  const { evidence, waiting, owner } = promise
  const deed = settings.deeds.find(({ id }) => id === promise.deed)?.name ?? promise.deed
  return (
    <dl className={styles.facts}>
      <Fact name={names.customer}>
        <Link to="/$slug/customers/$customerId" params={{ slug, customerId: promise.customer.id }}>
          {promise.customer.name ?? words.ui.unnamed}
        </Link>
      </Fact>
      <Fact name={names.due}>
        {promise.dueUntil === null ? words.today.noDue : at(promise.dueUntil)}
        {promise.dueWords !== null && <span className="mute"> {words.record.dueWords(promise.dueWords)}</span>}
      </Fact>
      {promise.condition !== null && (
        <Fact name={names.condition}>
          {promise.condition}{" "}
          <span className="mute">{promise.conditionMet ? words.record.conditionMet : words.record.conditionUnmet}</span>
        </Fact>
      )}
      <Fact name={names.owner}>{owner?.id === member.id ? words.ui.you : (owner?.name ?? words.ui.nobody)}</Fact>
      <Fact name={names.deed}>{deed}</Fact>
      {waiting !== null && (
        <Fact name={names.waiting}>
          {words.today.waitingOn[waiting.on]}
          <span className="mute">
            {" "}
            {[waiting.note ?? "", words.today.asked(at(waiting.since))].filter(Boolean).join(", ")}
          </span>
        </Fact>
      )}
      <Fact name={names.said}>
        {at(promise.saidAt)}{" "}
        <span className="mute">
          {words.record.by(promise.saidBy?.name ?? "", words.today.channels[promise.channel])}
        </span>
      </Fact>
      {promise.delivery !== null && (
        <Fact name={names.message}>
          <span className={promise.delivery === "failed" || promise.delivery === "bounced" ? "red" : ""}>
            {words.record.delivery[promise.delivery]}
          </span>
        </Fact>
      )}
      {evidence !== null && (
        <Fact name={names.evidence}>
          {words.record.evidence[evidence.kind]}, {at(evidence.at)}
          {evidence.note !== null && <span className="q"> “{evidence.note}”</span>}
        </Fact>
      )}
      <Neighbour name={names.before} id={promise.predecessorId} text={words.record.earlier} />
      <Neighbour name={names.after} id={promise.successorId} text={words.record.later} />
      {promise.conversationId !== null && (
        <Fact name={names.conversation}>
          <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: promise.conversationId }}>
            {words.record.openConversation}
          </Link>
        </Fact>
      )}
    </dl>
  )
}

function Neighbour({ name, id, text }: { name: string; id: string | null; text: string }) {
  const { slug } = useHere()
  if (id === null) return null
  return (
    <Fact name={name}>
      <Link to="/$slug/promises/$promiseId" params={{ slug, promiseId: id }}>
        {text}
      </Link>
    </Fact>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
