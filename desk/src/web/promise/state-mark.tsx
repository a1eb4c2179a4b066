import { type Calendar, workingMinutesBetween } from "aboveboard-engine"
import { useHere } from "../here.tsx"
import { BrokenBadge, DueBadge } from "../ui/due-badge.tsx"
import { Icon, type IconName } from "../ui/icon.tsx"
import { type When, fullMoment, instantOf, moment, workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import type { ListedPromise } from "./listed-promise.ts"
import styles from "./state-mark.module.css"

/** Time and state of a promise, as text with a mark: "2 h 12 late", "Kept 15:52, 1 h 08 early", "Found, not confirmed". */
export function StateMark({ promise, now }: { promise: ListedPromise; now: Temporal.Instant }) {
  const { calendar, zone } = useHere()
  const when = { zone, now }
  const due = instantOf(promise.dueUntil)
  const left = due === null ? null : Math.trunc(workingMinutesBetween(calendar, now, due))
  if (promise.state === "broken") return <BrokenBadge left={left} />
  if (promise.state === "open" && due !== null && left !== null) {
    const title = words.promise.dueTitle(fullMoment(due, when), zone)
    return <DueBadge left={left} late={due.epochMilliseconds < now.epochMilliseconds} title={title} />
  }
  return (
    <span className={styles.mark}>
      <Icon name={MARKS[promise.state]} />
      {promise.state === "kept" ? keptText(promise, calendar, when) : words.promise.states[promise.state]}
    </span>
  )
}

const MARKS = {
  proposed: "question",
  open: "clock",
  kept: "check",
  renegotiated: "arrow",
  released: "check",
  dismissed: "x",
  void: "x",
} as const satisfies Record<Exclude<ListedPromise["state"], "broken">, IconName>

/** The time that counts is that of what shows it, not of the entry. */
function keptText(promise: ListedPromise, calendar: Calendar, when: When): string {
  const at = instantOf(promise.evidence?.at ?? promise.settledAt)
  const due = instantOf(promise.dueUntil)
  if (at === null) return words.promise.states.kept
  if (due === null) return words.record.kept(moment(at, when))
  const minutes = workingMinutesBetween(calendar, at, due)
  if (Temporal.Instant.compare(at, due) > 0)
    return words.record.keptLate(moment(at, when), minutes > -1 ? null : workingText(minutes))
  return words.record.keptEarly(moment(at, when), workingText(minutes))
}
