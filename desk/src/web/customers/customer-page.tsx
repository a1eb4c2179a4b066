import { useParams } from "@tanstack/react-router"
import { readCustomer } from "../../contract/customers.ts"
import { RailProposal } from "../conversations/rail-proposal.tsx"
import { SettledLine } from "../conversations/settled-line.tsx"
import { useRead } from "../queries.ts"
import page from "../ui/page.module.css"
import { Failure, Loading, Notice } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { ToldPart } from "../conversations/told-part.tsx"
import { CustomerScope } from "./customer-scope.tsx"
import { CustomerAddresses } from "./customer-addresses.tsx"
import { CustomerConversations } from "./customer-conversations.tsx"
import { CustomerHead } from "./customer-head.tsx"
import styles from "./customers.module.css"
import { OwedPart } from "./owed-part.tsx"
import { SamePerson } from "./same-person.tsx"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.customers

/** One customer: who they are, everything owed, kept and broken, and where it was said. */
export function CustomerPage() {
  const customerId = useParams({ strict: false }).customerId ?? ""
  const read = useRead(readCustomer, { params: { customerId } }, { keepPrevious: false })
  useTitle(read.data?.name ?? told.title)
  return (
    <main id="main" className={page.page}>
      {read.data !== undefined ? (
        <Loaded key={customerId} customer={read.data} />
      ) : read.isError ? (
        <Failure error={read.error} what={told.readFailed} onRetry={() => void read.refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  )
}

function Loaded({ customer }: { customer: OpenCustomer }) {
  return (
    <>
      <CustomerHead customer={customer} />
      {customer.erasedAt !== null && <Notice title={told.erased} />}
      <div className={styles.columns}>
        <div>
          <Owed customer={customer} />
          <Settled customer={customer} />
        </div>
        <div>
          <CustomerAddresses customer={customer} />
          {customer.erasedAt === null && <SamePerson customer={customer} />}
          <CustomerScope key={JSON.stringify(customer.scope)} customer={customer} />
          <ToldPart customerId={customer.id} />
          <CustomerConversations
            title={told.conversations}
            none={told.noConversations}
            conversations={customer.conversations}
          />
        </div>
      </div>
    </>
  )
}

function Owed({ customer }: { customer: OpenCustomer }) {
  const open = customer.promises.filter((each) => each.state === "open" || each.state === "broken")
  const proposed = customer.promises.filter((each) => each.state === "proposed")
  return (
    <OwedPart title={told.owed} none={told.nothingOwed} promises={open}>
      {proposed.length > 0 && (
        <>
          <h3>{words.conversation.rail.proposed}</h3>
          <p className={page.hint}>{words.conversation.rail.proposedHint}</p>
          <ul>
            {proposed.map((each) => (
              <RailProposal key={each.id} promise={each} />
            ))}
          </ul>
        </>
      )}
    </OwedPart>
  )
}

function Settled({ customer }: { customer: OpenCustomer }) {
  const settled = customer.promises.filter((each) => !["open", "broken", "proposed"].includes(each.state))
  return (
    <section className={page.section}>
      <h2>
        {told.settled} <span>{settled.length}</span>
      </h2>
      {settled.length === 0 && <p className={page.hint}>{told.nothingSettled}</p>}
      <ul>
        {settled.map((each) => (
          <SettledLine key={each.id} promise={each} />
        ))}
      </ul>
    </section>
  )
}
