import { Link } from "@tanstack/react-router"
import { useDeferredValue, useState } from "react"
import { useHere } from "../here.tsx"
import { Button, TextButton } from "../ui/button.tsx"
import { FindField } from "../ui/find-field.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { RowTable } from "../ui/row-table.tsx"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { AddCustomerDialog } from "./add-customer-dialog.tsx"
import styles from "./customers.module.css"
import { LikenessList } from "./likeness-list.tsx"
import { useCustomers, type Customer } from "./use-customers.ts"

const told = words.customers

/** Everybody we talk to; found by any part of name, company, address or number. */
export function CustomersPage() {
  useTitle(told.title)
  const { slug } = useHere()
  const [typed, setTyped] = useState("")
  const list = useCustomers(useDeferredValue(typed.trim()))
  const [isAdding, setAdding] = useState(false)
  useKeys("page", { A: { label: told.add.toLowerCase(), run: () => setAdding(true) } })
  return (
    <main id="main" className={page.page}>
      <div className={page.head}>
        <h1>{told.title}</h1>
        <div className={page.end}>
          <Link className={styles.beside} to="/$slug/companies" params={{ slug }}>
            {words.companies.all}
          </Link>
          <Button keys="A" onClick={() => setAdding(true)}>
            {told.add}
          </Button>
        </div>
      </div>
      <FindField label={told.find} className={styles.find} value={typed} onChange={setTyped} />
      {typed === "" && <LikenessList />}
      <RowTable columns={[told.name, told.company, told.addresses, told.owes]} counted>
        {list.items.map((each) => (
          <CustomerRow key={each.id} customer={each} />
        ))}
      </RowTable>
      {list.isLoading && <Loading rows={6} />}
      {list.error !== null && <Failure error={list.error} what={told.failed} onRetry={list.retry} />}
      {list.isEmpty && (
        <Empty title={typed === "" ? told.empty : told.emptyFound}>
          {typed === "" ? told.emptyHint : told.emptyFoundHint}
        </Empty>
      )}
      {list.hasMore && <TextButton onClick={list.more}>{told.more}</TextButton>}
      {isAdding && <AddCustomerDialog onClose={() => setAdding(false)} />}
    </main>
  )
}

function CustomerRow({ customer }: { customer: Customer }) {
  const { slug } = useHere()
  return (
    <tr>
      <td>
        <Link
          to="/$slug/customers/$customerId"
          params={{ slug, customerId: customer.id }}
          className={styles.name}
          data-row
        >
          {customer.name ?? mailFirst(customer)[0] ?? told.untitled}
        </Link>
      </td>
      <td>
        {customer.companyId === null ? (
          customer.company
        ) : (
          <Link
            to="/$slug/companies/$companyId"
            params={{ slug, companyId: customer.companyId }}
            className={styles.company}
          >
            {customer.company}
          </Link>
        )}
      </td>
      <td className="mute">{mailFirst(customer).join(", ")}</td>
      <td className={page.number} data-label={customer.owes === 0 ? "" : told.owes}>
        {told.owesCount(customer.owes)}
      </td>
    </tr>
  )
}

function mailFirst({ addresses }: Customer): readonly string[] {
  return addresses.toSorted((a, b) => Number(b.kind === "mail") - Number(a.kind === "mail")).map(({ shown }) => shown)
}
