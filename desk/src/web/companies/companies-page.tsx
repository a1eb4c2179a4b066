import { Link } from "@tanstack/react-router"
import { useDeferredValue, useState } from "react"
import { listCompanies } from "../../contract/companies.ts"
import type { AnswerOf } from "../api.ts"
import customers from "../customers/customers.module.css"
import { useHere } from "../here.tsx"
import { usePages } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { FindField } from "../ui/find-field.tsx"
import page from "../ui/page.module.css"
import { RowTable } from "../ui/row-table.tsx"
import { Empty, Failure, Loading } from "../ui/states.tsx"
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
  const list = usePages(listCompanies, q === "" ? {} : { q })
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
      {list.items.length > 0 && (
        <RowTable columns={[told.name, told.people, told.domains, words.customers.owes]} counted>
          {list.items.map((each) => (
            <Row key={each.id} company={each} />
          ))}
        </RowTable>
      )}
      {list.isLoading && <Loading rows={6} />}
      {list.error !== null && <Failure error={list.error} what={told.listFailed} onRetry={list.retry} />}
      {list.isEmpty && (
        <Empty title={q === "" ? told.empty : told.emptyFound}>{q === "" ? told.emptyHint : told.emptyFoundHint}</Empty>
      )}
      {list.hasMore && <TextButton onClick={list.more}>{told.more}</TextButton>}
    </main>
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
