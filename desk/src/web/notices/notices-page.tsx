import { useEffect, useState } from "react"
import { listNotices, readNotices } from "../../contract/notices.ts"
import { useChange, useRead } from "../queries.ts"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { BrowserChoice } from "./browser-choice.tsx"
import { MentionsPart } from "./mentions-part.tsx"
import { NoticeRow } from "./notice-row.tsx"
import styles from "./notices.module.css"

const told = words.notices

/** What the member was told about promises. Opening it marks them read; what was new stays marked while it is open. */
export function NoticesPage() {
  useTitle(told.title)
  const found = useRead(listNotices)
  const { mutate } = useChange(readNotices)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const items = found.data?.items ?? []
  const news = items.filter(({ id, readAt }) => readAt === null && !fresh.has(id))
  if (news.length > 0) setFresh(new Set([...fresh, ...news.map(({ id }) => id)]))
  const newest = found.data !== undefined && found.data.unread > 0 ? (items[0]?.shownAt ?? null) : null
  useEffect(() => {
    if (newest !== null) mutate({ body: { upTo: newest } })
  }, [mutate, newest])
  return (
    <main className={page.page} id="main">
      <h1>{told.title}</h1>
      <p className={page.hint}>{told.intro}</p>
      <BrowserChoice />
      {found.isPending && <Loading />}
      {found.isError && <Failure error={found.error} what={told.failed} onRetry={() => void found.refetch()} />}
      {found.isSuccess && items.length === 0 && <Empty title={told.empty}>{told.emptyHelp}</Empty>}
      <MentionsPart />
      {items.length > 0 && <h2 className="vh">{told.promises}</h2>}
      <ol className={styles.list}>
        {items.map((each) => (
          <NoticeRow key={each.id} notice={each} isNew={fresh.has(each.id)} />
        ))}
      </ol>
    </main>
  )
}
