import { Link } from "@tanstack/react-router"
import { useDeferredValue, useState } from "react"
import { COMPANIES_MAX, listCompanies } from "../../contract/companies.ts"
import type { AnswerOf } from "../api.ts"
import customers from "../customers/customers.module.css"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { FindField } from "../ui/find-field.tsx"
import page from "../ui/page.module.css"
import { RowTable } from "../ui/row-table.tsx"
import { Empty, Failure, NotYet } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"

const told = words.companies

type Company = AnswerOf<typeof listCompanies>["items"][number]

/** Every company of which somebody is on file; found by a part of its name or of a mail domain. */
export function CompaniesPage() {
  useTitle(told.all)
  const { slug } = useHere()
  const [typed, setTyped] = useState("")
  const q = useDeferredValue(typed.trim())
  const read = useRead(listCompanies, { query: q === "" ? {} : { q } })
  const isEarlier = read.isPlaceholderData && read.data.items.length === 0 // nothing, of what was asked before
  return (
    <main id="main" className={page.page}>
      <div className={page.head}>
        <h1>{told.all}</h1>
        <div className={page.end}>
          <Link className={customers.beside} to="/$slug/customers" params={{ slug }}>
            {words.customers.title}
          </Link>
        </div>
      </div>
      <FindField label={told.find} className={customers.find} value={typed} onChange={setTyped} />
      {read.data === undefined || isEarlier ? (
        <NotYet read={read} what={told.listFailed} rows={6} />
      ) : (
        <>
          {read.isError && <Failure error={read.error} what={told.listFailed} onRetry={() => void read.refetch()} />}
          <Listed companies={read.data.items} isFound={q !== ""} />
        </>
      )}
    </main>
  )
}

function Listed({ companies, isFound }: { companies: readonly Company[]; isFound: boolean }) {
  if (companies.length === 0)
    return (
      <Empty title={isFound ? told.emptyFound : told.empty}>{isFound ? told.emptyFoundHint : told.emptyHint}</Empty>
    )
  return (
    <>
      <RowTable columns={[told.name, told.people, told.domains, words.customers.owes]} counted>
        {companies.map((each) => (
          <Row key={each.id} company={each} />
        ))}
      </RowTable>
      {companies.length === COMPANIES_MAX && <p className={page.hint}>{told.first(COMPANIES_MAX)}</p>}
    </>
  )
}

function Row({ company: { id, name, people, domains, owes } }: { company: Company }) {
  const { slug } = useHere()
  return (
    <tr>
      <td>
        <Link to="/$slug/companies/$companyId" params={{ slug, companyId: id }} className={customers.name} data-row>
          {name}
        </Link>
      </td>
      <td className={page.number} data-label={told.people}>
        {people}
      </td>
      <td className="mute">{domains.join(", ")}</td>
      <td className={page.number} data-label={owes === 0 ? "" : words.customers.owes}>
        {words.customers.owesCount(owes)}
      </td>
    </tr>
  )
}
