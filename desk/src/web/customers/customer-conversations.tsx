import { Link } from "@tanstack/react-router"
import { shownLastWords } from "../conversations/last-words.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./customers.module.css"
import type { OpenCustomer } from "./use-customers.ts"

type Props = {
  readonly title: string
  readonly none: string
  readonly conversations: OpenCustomer["conversations"]
}

/** Where we talked with a customer, or with the people of a company, the newest first. */
export function CustomerConversations({ title, none, conversations }: Props) {
  const { slug, zone } = useHere()
  const now = useNow()
  return (
    <section className={page.section}>
      <h2>
        {title} <span>{conversations.length}</span>
      </h2>
      {conversations.length === 0 && <p className={page.hint}>{none}</p>}
      <ul>
        {conversations.map((each) => {
          const at = instantOf(each.lastMessageAt)
          return (
            <li key={each.id}>
              <Link
                to="/$slug/conversations/$conversationId"
                params={{ slug, conversationId: each.id }}
                className={styles.line}
              >
                <b>{each.subject ?? words.conversation.channel[each.channel]}</b>
                <span>{shownLastWords(each.lastWords)}</span>
                {at !== null && <time dateTime={each.lastMessageAt}>{moment(at, { zone, now })}</time>}
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
