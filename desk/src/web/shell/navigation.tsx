import { endOfWorkOn, isWorking, nextWorkingInstant, workingMinutesBetween } from "aboveboard-engine"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { listConversations } from "../../contract/conversations.ts"
import { listFacts } from "../../contract/facts.ts"
import { listMentions } from "../../contract/mentions.ts"
import { listNotices } from "../../contract/notices.ts"
import { readToday } from "../../contract/today.ts"
import { useNow } from "../edge.tsx"
import { type Here, useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { useSearchDialog } from "../search-state.tsx"
import { BrandIcon, Icon } from "../ui/icon.tsx"
import { Kbd } from "../ui/kbd.tsx"
import { clockTime, moment, weekdayAndTime } from "../ui/time.ts"
import { words } from "../words.ts"
import { AccountMenu } from "./account-menu.tsx"
import { FURTHER_PLACES, NOTICES, PLACES, type Place, SETTINGS } from "./places.ts"
import styles from "./shell.module.css"

export function Navigation() {
  const { open } = useSearchDialog()
  const late = useLateCount()
  const unread = useUnreadCount()
  return (
    <nav className={styles.nav} aria-label={words.shell.main}>
      <Brand />
      <button type="button" className={styles.find} onClick={open}>
        <Icon name="search" />
        <span>{words.shell.searchOrDo}</span>
        <Kbd keys="/" />
      </button>
      <ul>
        {[...PLACES, ...FURTHER_PLACES].map((place) => (
          <NavigationItem key={place.to} place={place} marked={place.to === "/$slug/today" && late > 0}>
            <Count place={place} late={late} />
          </NavigationItem>
        ))}
      </ul>
      <hr />
      <ul>
        <NavigationItem place={NOTICES} marked={unread > 0}>
          {unread > 0 && <span className={styles.count}>{words.notices.unread(unread)}</span>}
        </NavigationItem>
        <NavigationItem place={SETTINGS} marked={false} />
      </ul>
      <div className={styles.clock}>
        <AccountMenu />
        <ShopClock />
      </div>
    </nav>
  )
}

/** On phones, above the page: where one is, search and the account; the places are at the thumb. */
export function TopBar() {
  const { open } = useSearchDialog()
  return (
    <header className={styles.top}>
      <Brand />
      <button type="button" onClick={open} aria-label={words.shell.searchName}>
        <Icon name="search" />
      </button>
      <AccountMenu />
    </header>
  )
}

/** Its name is what it says, also where only the mark is to be seen. */
function Brand() {
  const { workspace, slug } = useHere()
  return (
    <Link className={styles.brand} to="/$slug/today" params={{ slug }}>
      <BrandIcon />
      <span>
        {workspace.name} <small>{words.shell.product}</small>
      </span>
    </Link>
  )
}

/** Five have room; the others are in the account's menu. */
export function TabBar() {
  const { slug } = useHere()
  const late = useLateCount()
  const unread = useUnreadCount()
  return (
    <nav className={styles.tabs} aria-label={words.shell.main}>
      {[...PLACES, NOTICES].map((place) => (
        <Link key={place.to} to={place.to} params={{ slug }}>
          <Icon name={place.icon} />
          {place.name}
          {place.to === "/$slug/today" && late > 0 && <span className={styles.dot} title={words.shell.late(late)} />}
          {place === NOTICES && unread > 0 && <span className={styles.dot} title={words.notices.unread(unread)} />}
        </Link>
      ))}
    </nav>
  )
}

function NavigationItem({ place, marked, children }: { place: Place; marked: boolean; children?: ReactNode }) {
  const { slug } = useHere()
  return (
    <li>
      <Link to={place.to} params={{ slug }}>
        <Icon name={place.icon} />
        <span className={styles.label}>{place.name}</span>
        {children}
        {marked && <span className={styles.dot} />}
      </Link>
    </li>
  )
}

function Count({ place, late }: { place: Place; late: number }) {
  const open = useRead(listConversations, { query: { filter: "open", limit: 1 } }).data?.openCount ?? 0
  if (place.to === "/$slug/today" && late > 0)
    return <span className={`${styles.count} red`}>{words.shell.late(late)}</span>
  if (place.to === "/$slug/conversations" && open > 0) return <span className={styles.count}>{open}</span>
  return place.to === "/$slug/facts" ? <FactsToCheck /> : null
}

function FactsToCheck() {
  const counts = useRead(listFacts, { query: { filter: "check", limit: 1 } }).data?.counts
  const count = (counts?.check ?? 0) + (counts?.proposed ?? 0)
  return count === 0 ? null : <span className={styles.count}>{words.shell.toCheck(count)}</span>
}

function useLateCount(): number {
  return useRead(readToday, { query: { filter: "all" } }).data?.counts.late ?? 0
}

function useUnreadCount(): number {
  const mentions = useRead(listMentions).data?.unread ?? 0
  return (useRead(listNotices).data?.unread ?? 0) + mentions
}

function ShopClock() {
  const here = useHere()
  return <span className="t">{shopHours(here, useNow())}</span>
}

/** "Thu 14:12, open until 17:30", in the reader's zone. */
function shopHours({ calendar, zone }: Here, now: Temporal.Instant): string {
  const day = weekdayAndTime(now, zone)
  if (!isWorking(calendar, now)) {
    const opens = nextWorkingInstant(calendar, now)
    return opens === null ? words.shell.noHours(day) : words.shell.closedUntil(day, moment(opens, { zone, now }))
  }
  const end = endOfWorkOn(calendar, now.toZonedDateTimeISO(calendar.zone).toPlainDate())
  return end === null || workingMinutesBetween(calendar, now, end) <= 0
    ? day
    : words.shell.openUntil(day, clockTime(end, zone))
}
