import { Link } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { listMentions, readMentions } from "../../contract/mentions.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./notices.module.css"

const told = words.notices.mentions

/** The notes that name the member. Opening the page marks them read; nothing where there are none. */
export function MentionsPart() {
  const { slug, zone } = useHere()
  const now = useNow()
  const found = useRead(listMentions)
  const { mutate } = useChange(readMentions)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const items = found.data?.items ?? []
  const news = items.filter(({ messageId, readAt }) => readAt === null && !fresh.has(messageId))
  if (news.length > 0) setFresh(new Set([...fresh, ...news.map(({ messageId }) => messageId)]))
  const newest = found.data !== undefined && found.data.unread > 0 ? (items[0]?.at ?? null) : null
  useEffect(() => {
    if (newest !== null) mutate({ body: { upTo: newest } })
  }, [mutate, newest])
  if (found.isError) return <Failure error={found.error} what={told.failed} onRetry={() => void found.refetch()} />
  if (items.length === 0) return null
  return (
    <section aria-label={told.title} className={styles.mentions}>
      <h2>{told.title}</h2>
      <ol className={styles.list}>
        {items.map((each) => {
          const at = instantOf(each.at)
          return (
            <li key={each.messageId} className={styles.row} data-new={fresh.has(each.messageId) || undefined}>
              <time dateTime={each.at} className="mute">
                {at === null ? "" : moment(at, { zone, now })}
              </time>
              <div>
                <p>
                  <b>{told.by(each.by ?? told.somebody)}</b>{" "}
                  <span className="mute">{each.customer.name === null ? "" : told.about(each.customer.name)}</span>
                </p>
                <p className="q">
                  <Link
                    to="/$slug/conversations/$conversationId"
                    params={{ slug, conversationId: each.conversationId }}
                  >
                    {each.text === null ? words.notices.erased : `“${each.text}”`}
                  </Link>
                </p>
                {each.mailProblem !== null && <p className="x mute">{words.notices.notMailed(each.mailProblem)}</p>}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
