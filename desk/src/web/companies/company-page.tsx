import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import type { z } from "zod"
import { readCompany, writeCompany } from "../../contract/companies.ts"
import { writeCustomer } from "../../contract/customers.ts"
import { CustomerConversations } from "../customers/customer-conversations.tsx"
import customers from "../customers/customers.module.css"
import { nameOf } from "../customers/customer-name.ts"
import { OwedPart } from "../customers/owed-part.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { EditCompanyDialog } from "./edit-company-dialog.tsx"

const told = words.companies

export type OpenCompany = z.output<typeof readCompany.answer>

/** A company: its people, what is owed to them, and their open conversations. */
export function CompanyPage() {
  const companyId = useParams({ strict: false }).companyId ?? ""
  const read = useRead(readCompany, { params: { companyId } }, { keepPrevious: false })
  useTitle(read.data?.name ?? told.title)
  return (
    <main id="main" className={page.page}>
      {read.data !== undefined ? (
        <Loaded company={read.data} />
      ) : read.isError ? (
        <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  )
}

function Loaded({ company }: { company: OpenCompany }) {
  const { slug } = useHere()
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <p className={page.back}>
        <Link to="/$slug/companies" params={{ slug }}>
          {told.allOfThem}
        </Link>
      </p>
      <div className={page.head}>
        <h1>{company.name}</h1>
        <span className="mute">{told.count(company.people)}</span>
        <div className={page.end}>
          <Button onClick={() => setEditing(true)}>{told.edit}</Button>
        </div>
      </div>
      <div className={customers.columns}>
        <div>
          <OwedPart title={told.owed} none={told.nothingOwed} promises={company.promises} />
          <CustomerConversations
            title={told.conversations}
            none={told.noConversations}
            conversations={company.conversations}
          />
        </div>
        <div>
          <People company={company} />
          <Suggested company={company} />
          <Domains company={company} />
        </div>
      </div>
      {isEditing && <EditCompanyDialog company={company} onClose={() => setEditing(false)} />}
    </>
  )
}

function People({ company }: { company: OpenCompany }) {
  const { slug } = useHere()
  return (
    <section className={page.section}>
      <h2>
        {told.people} <span>{company.people}</span>
      </h2>
      <ul>
        {company.customers.map((each) => (
          <li key={each.id} className={customers.same}>
            <Link to="/$slug/customers/$customerId" params={{ slug, customerId: each.id }}>
              {nameOf(each)}
            </Link>
            <span>{each.addresses.map(({ shown }) => shown).join(", ")}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nobody belongs to a company before somebody says so. */
function Suggested({ company }: { company: OpenCompany }) {
  const write = useChange(writeCustomer)
  if (company.suggested.length === 0) return null
  return (
    <section className={page.section}>
      <h2>
        {told.suggested} <span>{company.suggested.length}</span>
      </h2>
      <ul>
        {company.suggested.map((each) => (
          <li key={each.id} className={customers.same}>
            <b>{nameOf(each)}</b>
            <span>{each.addresses.map(({ shown }) => shown).join(", ")}</span>
            <TextButton
              aria-label={told.belongsNamed(nameOf(each))}
              onClick={() => write.mutate({ params: { customerId: each.id }, body: { company: company.name } })}
            >
              {told.belongs}
            </TextButton>
          </li>
        ))}
      </ul>
      <p className={page.hint}>{told.suggestedHint}</p>
      {write.isError && <Failure error={write.error} what={told.belongsFailed} />}
    </section>
  )
}

function Domains({ company }: { company: OpenCompany }) {
  const write = useChange(writeCompany)
  const add = (domain: string) =>
    write.mutate({ params: { companyId: company.id }, body: { domains: [...company.domains, domain] } })
  return (
    <section className={page.section}>
      <h2>{told.domains}</h2>
      <p className={page.hint}>{company.domains.length === 0 ? told.noDomains : company.domains.join(", ")}</p>
      <ul>
        {company.suggestedDomains.map((domain) => (
          <li key={domain}>
            <TextButton onClick={() => add(domain)}>{told.addDomain(domain)}</TextButton>
          </li>
        ))}
      </ul>
      {write.isError && <Failure error={write.error} what={told.saveFailed} />}
    </section>
  )
}
