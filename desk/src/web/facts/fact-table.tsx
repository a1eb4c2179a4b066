import { Fragment } from "react"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { Icon } from "../ui/icon.tsx"
import page from "../ui/page.module.css"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { type Fact, type FactList, endOf } from "./fact-data.ts"
import type { FactDialog } from "./fact-dialogs.tsx"
import { FactOpened } from "./fact-opened.tsx"
import styles from "./facts.module.css"

const { columns } = words.facts
const COLUMN_COUNT = 8

type Props = {
  readonly list: FactList
  readonly chosenId: string | null
  readonly openId: string | null
  readonly onChoose: (id: string) => void
  readonly onOpen: (id: string | null) => void
  readonly onDialog: (dialog: FactDialog) => void
}

export function FactTable({ list, chosenId, openId, onChoose, onOpen, onDialog }: Props) {
  return (
    <>
      <table className={`${page.table} ${styles.table}`}>
        <thead>
          <tr>
            <th>{columns.subject}</th>
            <th>{columns.attribute}</th>
            <th>{columns.value}</th>
            <th className={styles.source}>{columns.source}</th>
            <th className={styles.owner}>{columns.owner}</th>
            <th className={styles.confirmed}>{columns.confirmed}</th>
            <th>{columns.until}</th>
            <th className={styles.told}>{columns.told}</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((fact) => (
            <Fragment key={fact.id}>
              <FactRow
                fact={fact}
                today={list.day}
                isChosen={fact.id === chosenId}
                isOpen={fact.id === openId}
                onChoose={() => onChoose(fact.id)}
                onOpen={() => onOpen(fact.id === openId ? null : fact.id)}
              />
              {fact.id === openId && (
                <tr className={styles.openedRow}>
                  <td colSpan={COLUMN_COUNT}>
                    <FactOpened fact={fact} today={list.day} onDialog={onDialog} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className={`x mute ${styles.foot}`}>{words.facts.foot(list.items.length, list.total)}</p>
    </>
  )
}

type RowProps = {
  readonly fact: Fact
  readonly today: string
  readonly isChosen: boolean
  readonly isOpen: boolean
  readonly onChoose: () => void
  readonly onOpen: () => void
}

export function factRowId(id: string): string {
  return `fact-${id}`
}

function FactRow({ fact, today, isChosen, isOpen, onChoose, onOpen }: RowProps) {
  const { zone } = useHere()
  const now = useNow()
  const { current } = fact
  const confirmed = instantOf(fact.lastConfirmedAt)
  return (
    <tr className={styles.row} data-chosen={isChosen || undefined} data-open={isOpen || undefined} onClick={onOpen}>
      <td>
        <button
          type="button"
          id={factRowId(fact.id)}
          className={styles.subject}
          aria-expanded={isOpen}
          onFocus={onChoose}
          onClick={(event) => {
            event.stopPropagation()
            onOpen()
          }}
        >
          {current.subject}
        </button>
      </td>
      <td className={styles.attribute}>{current.attribute}</td>
      <td className={styles.value}>{current.shown}</td>
      <td className={styles.source}>{current.source.name}</td>
      <td className={styles.owner}>{fact.owner ?? words.facts.nobody}</td>
      <td className={styles.confirmed}>
        {confirmed === null ? words.facts.never : <time>{moment(confirmed, { now, zone })}</time>}
      </td>
      <td className={styles.until}>
        <Ends fact={fact} today={today} />
      </td>
      <td className={styles.told}>{fact.toldTo}</td>
    </tr>
  )
}

function Ends({ fact, today }: { fact: Fact; today: string }) {
  const end = endOf(fact, today)
  const icon = end.tone === "late" ? "late" : end.tone === "soon" ? "risk" : null
  return (
    <span className={styles.ends} data-tone={end.tone}>
      {icon !== null && <Icon name={icon} small />}
      {end.text}
      {fact.conflicts.length > 0 && (
        <span className={styles.conflict}>
          <Icon name="swap" small />
          <span className="vh">{words.facts.open.conflicts(fact.conflicts.length)}</span>
        </span>
      )}
    </span>
  )
}
