import { Link } from "@tanstack/react-router"
import { useEffect, useRef } from "react"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./conversation-list.module.css"
import { LIST_FILTERS, useConversationList } from "./use-conversation-list.ts"
import { OwedLine } from "./owed-line.tsx"
import type { ListedConversation } from "./use-conversation.ts"

const told = words.conversation

/** The conversations, newest message first; J and K move, Enter opens. `heading`: the page has no other h1. */
export function ConversationList({ currentId, isPage = false }: { currentId: string | null; isPage?: boolean }) {
  const list = useConversationList()
  const box = useRef<HTMLUListElement>(null)
  const move = (step: number) => moveFocus(box.current, step)
  useKeys("page", {
    J: { label: told.keys.next, run: () => move(1), foot: isPage },
    K: { label: told.keys.previous, run: () => move(-1), foot: isPage },
  })
  const Heading = isPage ? "h1" : "h2"
  return (
    <>
      <div className={styles.bar}>
        <Heading className={styles.title}>{told.title}</Heading>
        {list.openCount !== null && <span className="mute x t">{told.openCount(list.openCount)}</span>}
        <select
          className={styles.filter}
          aria-label={told.filterLabel}
          value={list.filter}
          onChange={(event) => list.choose(event.target.value)}
        >
          {LIST_FILTERS.map((filter) => (
            <option key={filter} value={filter}>
              {told.filters[filter]}
            </option>
          ))}
        </select>
      </div>
      <ul className={styles.list} ref={box} aria-label={told.filters[list.filter]}>
        {list.items.map((each) => (
          <ListRow key={each.id} conversation={each} isCurrent={each.id === currentId} />
        ))}
      </ul>
      <div className={styles.state}>
        {list.isLoading && <Loading rows={6} />}
        {list.error !== null && <Failure error={list.error} what={told.listFailed} onRetry={list.retry} />}
        {list.isEmpty && (
          <Empty title={told.listEmpty[list.filter]}>{list.filter === "open" && told.listEmptyHint}</Empty>
        )}
        {list.hasMore && <TextButton onClick={list.more}>{told.more}</TextButton>}
      </div>
    </>
  )
}

function ListRow({ conversation, isCurrent }: { conversation: ListedConversation; isCurrent: boolean }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const own = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) own.current?.scrollIntoView({ block: "nearest" })
  }, [isCurrent])
  const at = instantOf(conversation.lastMessageAt)
  return (
    <li
      ref={own}
      className={styles.row}
      data-current={isCurrent || undefined}
      data-awaiting={conversation.awaitingSince !== null || undefined}
    >
      <Link
        to="/$slug/conversations/$conversationId"
        params={{ slug, conversationId: conversation.id }}
        aria-current={isCurrent ? "true" : undefined}
        data-row
      >
        <span className={styles.line}>
          <b>{conversation.customer.name ?? told.untitled}</b>
          {at !== null && <time dateTime={conversation.lastMessageAt}>{moment(at, { zone, now })}</time>}
        </span>
        <span className={styles.words}>{conversation.lastWords ?? conversation.subject ?? told.noSubject}</span>
        <OwedLine conversation={conversation} />
      </Link>
    </li>
  )
}

/** Moves the focus among the rows, from the one that is open when none has it. */
function moveFocus(list: HTMLElement | null, step: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
  const focused = rows.findIndex((row) => row === document.activeElement)
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.getAttribute("aria-current") === "true")
  rows[Math.min(Math.max(from + step, 0), rows.length - 1)]?.focus()
}
