import { Fragment, memo, useDeferredValue } from "react"
import { nextWorkingInstant, workingTimeLeftToday } from "aboveboard-engine"
import type { BoardGroup, BoardGroupName } from "../../ledger/board.ts"
import { useHere } from "../here.tsx"
import type { ListedPromise } from "../promise/listed-promise.ts"
import { clockTime, moment, workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import { BoardRow } from "./board-row.tsx"
import styles from "./board.module.css"
import type { AtRisk } from "./use-at-risk.ts"

export type Groups = readonly BoardGroup<ListedPromise>[]

type Props = {
  readonly groups: Groups
  readonly atRisk: AtRisk
  readonly now: Temporal.Instant
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}

const LONG = 100 // rows; below it everything is laid out at once
const FIRST_ROWS = 24 // more than a tall window shows; the others follow as soon as these are drawn

/** Everything owed, by due time, with the now line between what we already owe and what is coming. */
export const Board = memo(function Board({ groups, atRisk, now, chosenId, onChoose }: Props) {
  const rows = useDeferredValue(Infinity, FIRST_ROWS)
  const nowBefore = groups.find(({ name }) => !isPast(name))?.name ?? null
  const isLong = linesBefore(groups, groups.length) > LONG
  return (
    <div className={isLong ? styles.many : ""}>
      <div className={styles.columns} aria-hidden="true">
        <span>{words.today.columns.due}</span>
        <span>{words.today.columns.left}</span>
        <span>{words.today.columns.said}</span>
        <span>{words.today.columns.owner}</span>
        <span>{words.today.columns.waiting}</span>
      </div>
      {groups.map((group, index) => (
        <Fragment key={group.name}>
          {group.name === nowBefore && <NowLine now={now} />}
          <Group
            group={group}
            room={Math.max(0, rows - linesBefore(groups, index))}
            atRisk={atRisk}
            now={now}
            chosenId={chosenId}
            onChoose={onChoose}
          />
        </Fragment>
      ))}
      {nowBefore === null && <NowLine now={now} />}
    </div>
  )
})

type GroupProps = Omit<Props, "groups"> & { readonly group: BoardGroup<ListedPromise>; readonly room: number }

function Group({ group: { name, lines }, room, atRisk, now, chosenId, onChoose }: GroupProps) {
  const id = `group-${name}`
  return (
    <section className={`${styles.group} ${isPast(name) ? styles.past : ""}`} aria-labelledby={id}>
      <h2 id={id}>
        {words.today.groups[name]} <span className={styles.count}>{lines.length}</span>
        <GroupNote name={name} />
      </h2>
      <ol>
        {(lines.length > room ? lines.slice(0, room) : lines).map(({ promise, left }) => (
          <BoardRow
            key={promise.id}
            promise={promise}
            left={left}
            weighed={atRisk.get(promise.id) ?? null}
            now={now}
            chosen={promise.id === chosenId}
            onChoose={onChoose}
          />
        ))}
      </ol>
    </section>
  )
}

function GroupNote({ name }: { name: BoardGroupName }) {
  if (name !== "overdue" && name !== "soon") return null
  return <span className={styles.note}>{name === "soon" ? words.today.inWorkingTime : words.today.earliestFirst}</span>
}

/** One petrol rule at the present time: above it is what we already owe, below it what is coming. */
export function NowLine({ now }: { now: Temporal.Instant }) {
  const { calendar, zone } = useHere()
  const left = Math.floor(workingTimeLeftToday(calendar, now))
  const opens = left > 0 ? null : nextWorkingInstant(calendar, now)
  return (
    <p className={styles.now}>
      <b>{clockTime(now, zone)}</b>
      {left > 0 && words.today.workingTimeLeft(workingText(left))}
      {left <= 0 && (opens === null ? words.today.closed : words.today.closedUntil(moment(opens, { now, zone })))}
    </p>
  )
}

function linesBefore(groups: Groups, index: number): number {
  return groups.slice(0, index).reduce((sum, { lines }) => sum + lines.length, 0)
}

function isPast(name: BoardGroupName): boolean {
  return name === "broken" || name === "overdue"
}
