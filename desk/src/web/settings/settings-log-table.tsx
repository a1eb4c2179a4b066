import type { z } from "zod"
import type { listSettingsLog } from "../../contract/settings-log.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { loggedChanges } from "./logged-changes.ts"
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
  return (
    <tr>
      <td data-label={told.when}>{instant !== null && moment(instant, { zone, now })}</td>
      <td data-label={told.who}>{by.name ?? (after["by"] === "operator" ? told.operator : told.desk)}</td>
      <td>
        <b>{told.kinds[kind]}</b>
        {subject.name !== null && !isOwn && <span> · {subject.name}</span>}
        {loggedChanges(before, after, told.nothing).map(({ name, from, to }) => (
          <p key={name} className={styles.logged}>
            {name}: {from !== null && <>{from} → </>}
            {to}
          </p>
        ))}
      </td>
    </tr>
  )
}
