import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { AfterSalePart } from "../after-sale/after-sale-part.tsx"
import { RequestsPart } from "../after-sale/requests-part.tsx"
import { CustomerPagePart } from "../customer-page/customer-page-part.tsx"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useLogDialogs } from "../log/log-dialogs.tsx"
import { NeedsPart } from "../needs/needs-part.tsx"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { boardDay, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import { RailPromise } from "./rail-promise.tsx"
import { ToldPart } from "./told-part.tsx"
import { SettledLine } from "./settled-line.tsx"
import { RailProposal } from "./rail-proposal.tsx"
import styles from "./rail.module.css"
import type { OpenConversation } from "./use-conversation.ts"

const told = words.conversation.rail

/** What was never made, or was no promise, is on the customer's page only. */
const SETTLED: ReadonlySet<string> = new Set(["kept", "renegotiated", "released"])

/** What we owe this customer, in whatever conversation it was said. */
export function Rail({ conversation }: { conversation: OpenConversation }) {
  const { promises } = conversation
  const open = promises.filter((each) => each.state === "open" || each.state === "broken")
  const proposed = promises.filter((each) => each.state === "proposed")
  const settled = promises.filter((each) => SETTLED.has(each.state))
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <>
      <RailHead conversation={conversation} />
      <RequestsPart conversation={conversation} />
      <section className={styles.part}>
        <h2>
          {told.owe} {open.length > 0 && <span>{told.open(open.length)}</span>}
        </h2>
        {open.length === 0 && <p className={styles.none}>{told.nothing}</p>}
        <ul>
          {open.map((each) => (
            <RailPromise
              key={each.id}
              promise={each}
              conversationId={conversation.id}
              isChosen={each.id === chosen}
              onChoose={setChosen}
            />
          ))}
        </ul>
      </section>
      {proposed.length > 0 && (
        <section className={styles.part}>
          <h2>
            {told.proposed} <span>{proposed.length}</span>
          </h2>
          <p className={styles.none}>{told.proposedHint}</p>
          <ul>
            {proposed.map((each) => (
              <RailProposal key={each.id} promise={each} />
            ))}
          </ul>
        </section>
      )}
      {settled.length > 0 && (
        <section className={styles.part}>
          <h2>{told.settled}</h2>
          <ul>
            {settled.map((each) => (
              <SettledLine key={each.id} promise={each} />
            ))}
          </ul>
        </section>
      )}
      <ToldPart customerId={conversation.customer.id} />
      <NeedsPart conversation={conversation} />
      <AfterSalePart conversation={conversation} />
      <CustomerPagePart conversationId={conversation.id} canAnswer={conversation.answersTo !== null} />
      <NewPromise conversation={conversation} />
    </>
  )
}

function RailHead({ conversation }: { conversation: OpenConversation }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const since = instantOf(conversation.customerSince)
  const aside = [
    conversation.company ?? "",
    since === null ? "" : told.since(boardDay(since, { zone, now }) || told.today),
  ]
  return (
    <header className={styles.head}>
      <h2>
        <Link to="/$slug/customers/$customerId" params={{ slug, customerId: conversation.customer.id }}>
          {conversation.customer.name ?? words.conversation.untitled}
        </Link>
      </h2>
      <span className="x mute">{aside.filter((part) => part !== "").join(" · ")}</span>
    </header>
  )
}

function NewPromise({ conversation }: { conversation: OpenConversation }) {
  const dialogs = useLogDialogs()
  const about = { customerId: conversation.customer.id, conversationId: conversation.id }
  useKeys("page", {
    P: { label: told.newPromise.toLowerCase(), run: () => dialogs.newPromise(about), foot: false },
    C: { label: told.log.toLowerCase(), run: () => dialogs.log(about), foot: false },
  })
  return (
    <div className={styles.foot}>
      <Button small keys="P" onClick={() => dialogs.newPromise(about)}>
        {told.newPromise}
      </Button>
      <Button small keys="C" onClick={() => dialogs.log(about)}>
        {told.log}
      </Button>
    </div>
  )
}
