import { useState } from "react"
import { writeCustomer } from "../../contract/customers.ts"
import { scopeIn, scopeText } from "../../ledger/fact-file.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { controlClass } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.customers

/** What is known of a customer that picks the fact which holds for them. */
export function CustomerScope({ customer }: { customer: OpenCustomer }) {
  const write = useChange(writeCustomer)
  const [typed, setTyped] = useState(scopeText(customer.scope))
  if (customer.erasedAt !== null) return null
  const save = () => write.mutate({ params: { customerId: customer.id }, body: { scope: { ...scopeIn(typed) } } })
  return (
    <section className={page.section}>
      <h2>{told.scope}</h2>
      <p className={page.hint}>{told.scopeHint}</p>
      <div className={page.row}>
        <div className={page.grow}>
          <input
            className={controlClass}
            autoComplete="off"
            aria-label={told.scope}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button held={write.isPending || typed === scopeText(customer.scope)} onClick={save}>
          {told.save}
        </Button>
      </div>
      {write.isError && <Failure error={write.error} what={told.saveFailed} />}
    </section>
  )
}
