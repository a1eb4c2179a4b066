import { Link } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { ChosenBar } from "./chosen-bar.tsx"
import styles from "./conversation-list.module.css"
import { ListHead } from "./list-head.tsx"
import { useChosenRows } from "./use-chosen-rows.ts"
import { useConversationList } from "./use-conversation-list.ts"
import { OwedLine } from "./owed-line.tsx"
import type { ListedConversation } from "./use-conversation.ts"

const told = words.conversation
const TAGS_MAX = 3 // a row stays a row

type Props = {
  readonly currentId: string | null
  readonly isPage?: boolean
  /** Brings the list onto the screen where there is no room for it beside the thread. */
  readonly onReveal?: () => void
}

/** The conversations, newest message first; J and K move, Enter opens, X chooses; where there is no keyboard, a button does. */
export function ConversationList({ currentId, isPage = false, onReveal }: Props) {
  const list = useConversationList()
  const box = useRef<HTMLUListElement>(null)
  const place = usePlace(list.items, currentId)
  const move = (step: number) => {
    if (box.current?.offsetParent === null) onReveal?.()
    moveFocus(box.current, step, place)
  }
  useKeys("page", {
    J: { label: words.ui.move, run: () => move(1), foot: isPage },
    K: { label: words.ui.move, run: () => move(-1), foot: isPage },
  })
  const chosen = useChosenRows(list.items.map(({ id }) => id))
  const [isChoosing, setChoosing] = useState(false)
  const choose = (isOn: boolean) => {
    setChoosing(isOn)
    if (!isOn) chosen.clear()
  }
  const isChosen = list.items.filter(({ id }) => chosen.has(id))
  const name = list.view?.name ?? told.filters[list.filter ?? "open"]
  return (
    <>
      <ListHead list={list} isPage={isPage} isChoosing={isChoosing} onChoosing={choose} />
      {isChosen.length > 0 && <ChosenBar chosen={isChosen} onClear={chosen.clear} />}
      <ul className={styles.list} ref={box} aria-label={name} aria-busy={list.isEarlier || undefined}>
        {list.items.map((each) => (
          <ListRow
            key={each.id}
            conversation={each}
            isCurrent={each.id === currentId}
            isChosen={chosen.has(each.id)}
            isChoosing={isChoosing}
            onToggle={() => chosen.toggle(each.id)}
          />
        ))}
      </ul>
      <div className={styles.state}>
        {list.isLoading && <Loading rows={6} />}
        {list.error !== null && <Failure error={list.error} what={told.listFailed} onRetry={list.retry} />}
        {list.isEmpty && (
          <Empty title={list.filter === null ? told.views.empty : told.listEmpty[list.filter]}>
            {list.filter === "open" && told.listEmptyHint}
          </Empty>
        )}
        {list.hasMore && <TextButton onClick={list.more}>{told.more}</TextButton>}
      </div>
    </>
  )
}

type RowProps = {
  readonly conversation: ListedConversation
  readonly isCurrent: boolean
  readonly isChosen: boolean
  /** By pointer: a press chooses the row instead of opening it. */
  readonly isChoosing: boolean
  readonly onToggle: () => void
}

function ListRow({ conversation, isCurrent, isChosen, isChoosing, onToggle }: RowProps) {
  const { slug, zone } = useHere()
  const name = conversation.customer.name ?? told.untitled
  const [hasFocus, setFocus] = useState(false)
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
      data-chosen={isChosen || undefined}
      data-choosing={isChoosing || undefined}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
    >
      {hasFocus && <RowKeys isChosen={isChosen} onToggle={onToggle} />}
      {isChoosing && (
        <input
          type="checkbox"
          className={styles.check}
          aria-label={told.chosen.chooseNamed(name)}
          checked={isChosen}
          onChange={onToggle}
        />
      )}
      <Link
        to="/$slug/conversations/$conversationId"
        params={{ slug, conversationId: conversation.id }}
        aria-current={isCurrent ? "true" : undefined}
        data-row
        onClick={(event) => {
          if (!isChoosing) return
          event.preventDefault()
          onToggle()
        }}
      >
        <span className={styles.line}>
          <b>{name}</b>
          {at !== null && <time dateTime={conversation.lastMessageAt}>{moment(at, { zone, now })}</time>}
        </span>
        <span className={styles.words}>
          {conversation.unsent && `${words.outbound.begin.unsent}: `}
          {conversation.lastWords?.trim() || (conversation.subject ?? told.noSubject)}
        </span>
        <span className={styles.under}>
          <OwedLine conversation={conversation} />
          {conversation.tags.slice(0, TAGS_MAX).map((tag) => (
            <span key={tag} className={styles.tag}>
              #{tag}
            </span>
          ))}
          {conversation.tags.length > TAGS_MAX && (
            <span className={styles.tag}>{told.tags.more(conversation.tags.length - TAGS_MAX)}</span>
          )}
        </span>
        {isChosen && <span className="vh">{told.chosen.isChosen}</span>}
      </Link>
    </li>
  )
}

/** X chooses the row that has the focus, or leaves it out again. */
function RowKeys({ isChosen, onToggle }: { isChosen: boolean; onToggle: () => void }) {
  useKeys("row", { X: { label: isChosen ? told.chosen.leave : told.chosen.choose, run: onToggle } })
  return null
}

/** Where in the list the open conversation stands, or stood before it was closed and left the list. */
function usePlace(items: readonly ListedConversation[], currentId: string | null): Place {
  const at = items.findIndex((each) => each.id === currentId)
  const [last, setLast] = useState(-1)
  if (at >= 0 && at !== last) setLast(at)
  return { at: last, isGone: at < 0 && last >= 0 }
}

type Place = { readonly at: number; readonly isGone: boolean }

/** Moves the focus among the rows, from the one that is open when none has it; where that has gone, to what came after it. */
function moveFocus(list: HTMLElement | null, step: number, { at, isGone }: Place): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
  const focused = rows.findIndex((row) => row === document.activeElement)
  const next = focused >= 0 ? focused + step : isGone && step > 0 ? at : at + step
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus()
}
