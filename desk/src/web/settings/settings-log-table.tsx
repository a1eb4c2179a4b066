import type { z } from "zod"
import type { listSettingsLog } from "../../contract/settings-log.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./settings.module.css"

const told = words.settingsLog

type Entry = z.output<typeof listSettingsLog.answer>["items"][number]

export function SettingsLogTable({ items }: { items: readonly Entry[] }) {
  return (
    <table className={page.table} style={{ marginTop: 8 }}>
      <thead>
        <tr>
          <th>{told.when}</th>
          <th>{told.who}</th>
          <th>{told.what}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((entry) => (
          <Row key={entry.seq} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ entry: { at, by, kind, subject, before, after } }: { entry: Entry }) {
  const { zone } = useHere()
  const now = useNow()
  const instant = instantOf(at)
  const isOwn = subject.id === by.id
  const names = Object.keys(after)
  return (
    <tr>
      <td data-label={told.when}>{instant !== null && moment(instant, { zone, now })}</td>
      <td data-label={told.who}>{by.name ?? (after["by"] === "operator" ? told.operator : told.desk)}</td>
      <td>
        <b>{told.kinds[kind]}</b>
        {subject.name !== null && !isOwn && <span> · {subject.name}</span>}
        {names.map((name) => (
          <p key={name} className={styles.logged}>
            {nameOf(name)}: {name in before && <>{shown(before[name])} → </>}
            {shown(after[name])}
          </p>
        ))}
      </td>
    </tr>
  )
}

/** The setting's own name in the API, as words: what an admin finds in the CSV too. */
function nameOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return told.nothing
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(", ")
  return typeof value === "string" ? value : JSON.stringify(value)
}
