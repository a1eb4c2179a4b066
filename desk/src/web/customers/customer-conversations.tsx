import { Link } from "@tanstack/react-router"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./customers.module.css"
import type { OpenCustomer } from "./use-customers.ts"

const told = words.customers

/** Where we talked with this customer, the newest first. */
export function CustomerConversations({ customer }: { customer: OpenCustomer }) {
  const { slug, zone } = useHere()
  const now = useNow()
  return (
    <section className={page.section}>
      <h2>
        {told.conversations} <span>{customer.conversations.length}</span>
      </h2>
      {customer.conversations.length === 0 && <p className={page.hint}>{told.noConversations}</p>}
      <ul>
        {customer.conversations.map((each) => {
          const at = instantOf(each.lastMessageAt)
          return (
            <li key={each.id}>
              <Link
                to="/$slug/conversations/$conversationId"
                params={{ slug, conversationId: each.id }}
                className={styles.line}
              >
                <b>{each.subject ?? words.conversation.channel[each.channel]}</b>
                <span>{each.lastWords}</span>
                {at !== null && <time dateTime={each.lastMessageAt}>{moment(at, { zone, now })}</time>}
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
