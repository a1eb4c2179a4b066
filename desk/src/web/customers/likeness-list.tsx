import { Link } from "@tanstack/react-router"
import { listLikenesses } from "../../contract/customer-merges.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import page from "../ui/page.module.css"
import { words } from "../words.ts"
import styles from "./customers.module.css"

const told = words.samePerson

/** Pairs who may be one person; the page of the first is where it is decided. */
export function LikenessList() {
  const { slug } = useHere()
  const items = useRead(listLikenesses).data?.items ?? []
  if (items.length === 0) return null
  return (
    <details className={styles.alike}>
      <summary>
        {told.maybe} <span>{items.length}</span>
      </summary>
      <ul>
        {items.map(({ customer, other, why, shown, otherShown }) => (
          <li key={`${customer.id} ${other.id}`} className={styles.same}>
            <Link to="/$slug/customers/$customerId" params={{ slug, customerId: customer.id }}>
              {told.pair(customer.name ?? shown, other.name ?? otherShown)}
            </Link>
            <span>{told.why[why](shown, otherShown)}</span>
          </li>
        ))}
      </ul>
      <p className={page.hint}>{told.maybeHint}</p>
    </details>
  )
}
