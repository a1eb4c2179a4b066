import { useState } from "react"
import { listMembers } from "../../contract/members.ts"
import { listSettingsLog } from "../../contract/settings-log.ts"
import { LOG_KINDS, type LogKind } from "../../ledger/settings-log.ts"
import { useHere } from "../here.tsx"
import { usePages, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { SelectField, TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./settings.module.css"
import { SettingsLogTable } from "./settings-log-table.tsx"

const told = words.settingsLog

type Filter = { readonly kind: LogKind | ""; readonly memberId: string; readonly from: string; readonly until: string }
const NO_FILTER: Filter = { kind: "", memberId: "", from: "", until: "" }

/** Who changed settings or access, by what, by whom and when. */
export function SettingsLogPart() {
  const { slug, zone } = useHere()
  const [filter, setFilter] = useState(NO_FILTER)
  const query = queryOf(filter, zone)
  const list = usePages(listSettingsLog, query)
  return (
    <>
      <p className={page.hint}>{told.hint}</p>
      <Filters filter={filter} onChange={(part) => setFilter({ ...filter, ...part })} />
      <p className="x" style={{ marginTop: 10 }}>
        <a href={`/api/v1/settings-log.csv?${new URLSearchParams({ ...query, workspace: slug }).toString()}`} download>
          {told.csv}
        </a>
      </p>
      {list.isLoading && <Loading />}
      {list.error !== null && <Failure error={list.error} what={told.failed} onRetry={list.retry} />}
      {list.isEmpty && <Empty title={told.none} />}
      {list.items.length > 0 && <SettingsLogTable items={list.items} />}
      {list.hasMore && (
        <div style={{ marginTop: 12 }}>
          <Button onClick={list.more}>{told.more}</Button>
        </div>
      )}
    </>
  )
}

type Query = Readonly<Record<string, string>> & { readonly kind?: LogKind }

function queryOf({ kind, memberId, from, until }: Filter, zone: string): Query {
  const dayAt = (day: string, days: number) =>
    Temporal.PlainDate.from(day).add({ days }).toZonedDateTime(zone).toInstant().toString()
  return {
    ...(kind === "" ? {} : { kind }),
    ...(memberId === "" ? {} : { memberId }),
    ...(isDay(from) ? { from: dayAt(from, 0) } : {}),
    ...(isDay(until) ? { until: dayAt(until, 1) } : {}),
  }
}

/** A field for dates takes years of six digits too, which are no day here. */
function isDay(written: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(written)
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (part: Partial<Filter>) => void }) {
  const members = useRead(listMembers)
  const kinds = LOG_KINDS.map((value) => ({ value, label: told.kinds[value] }))
  const people = (members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className={styles.filters}>
      <SelectField
        label={told.what}
        choices={[{ value: "", label: told.anything }, ...kinds]}
        value={filter.kind}
        onChange={(event) => onChange({ kind: LOG_KINDS.find((kind) => kind === event.target.value) ?? "" })}
      />
      <SelectField
        label={told.who}
        choices={[{ value: "", label: told.anybody }, ...people]}
        value={filter.memberId}
        onChange={(event) => onChange({ memberId: event.target.value })}
      />
      <TextField
        label={told.from}
        type="date"
        value={filter.from}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <TextField
        label={told.until}
        type="date"
        value={filter.until}
        onChange={(event) => onChange({ until: event.target.value })}
      />
    </div>
  )
}
