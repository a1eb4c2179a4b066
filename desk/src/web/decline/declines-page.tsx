import { useNavigate, useSearch } from "@tanstack/react-router"
import { useDeferredValue, useState } from "react"
import { countDeclines, listDeclines, listWrongRequests } from "../../contract/declines.ts"
import { BASES, type Basis } from "../../ledger/decline.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { periodUntilToday } from "../report/period.ts"
import { TextButton } from "../ui/button.tsx"
import { controlClass } from "../ui/field.tsx"
import { FindField } from "../ui/find-field.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import styles from "./decline.module.css"
import { DeclineTable } from "./decline-table.tsx"

const told = words.decline

/** Every honest no, found by its words and by what it rests on; for leads also who asked for something wrong again. */
export function DeclinesPage() {
  useTitle(told.page)
  const { member } = useHere()
  const [typed, setTyped] = useState("")
  const { basis } = useSearch({ from: "/$slug/declines" })
  const navigate = useNavigate({ from: "/$slug/declines" })
  const setBasis = (next: Basis | undefined) => void navigate({ search: next === undefined ? {} : { basis: next } })
  const q = useDeferredValue(typed.trim())
  const read = useRead(listDeclines, { query: { ...(basis ? { basis } : {}), ...(q === "" ? {} : { q }) } })
  return (
    <main id="main" className={page.page}>
      <div className={page.head}>
        <h1>{told.page}</h1>
      </div>
      <Counts q={q} onChoose={setBasis} />
      {member.role !== "member" && <WrongRequests />}
      <div className={styles.find}>
        <FindField label={told.find} value={typed} onChange={setTyped} />
        <select
          className={controlClass}
          aria-label={told.basis}
          value={basis ?? ""}
          onChange={(event) => setBasis(BASES.find((each) => each === event.target.value))}
        >
          <option value="">{told.all}</option>
          {BASES.map((each) => (
            <option key={each} value={each}>
              {told.bases[each]}
            </option>
          ))}
        </select>
      </div>
      {read.error !== null && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {read.data === undefined && read.error === null && <Loading rows={6} />}
      {read.data?.items.length === 0 &&
        (q === "" && basis === undefined ? (
          <Empty title={told.empty}>{told.emptyHint}</Empty>
        ) : (
          <Empty title={told.emptyFound} />
        ))}
      {read.data !== undefined && read.data.items.length > 0 && <DeclineTable declines={read.data.items} />}
    </main>
  )
}

/** How often each reason was given in a year and in the last month; with words to find, how often to what they find. */
function Counts({ q, onChoose }: { q: string; onChoose: (basis: Basis) => void }) {
  const { zone } = useHere()
  const now = useNow()
  const of = (days: "30" | "365") => {
    const { from, until } = periodUntilToday(days, now, zone)
    return { query: { from, until, ...(q === "" ? {} : { q }) } }
  }
  const { data } = useRead(countDeclines, of("365"))
  const month = useRead(countDeclines, of("30"))
  const lately = (basis: Basis) => month.data?.items.find((each) => each.basis === basis)?.n ?? 0
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className={page.section} style={{ marginTop: 12 }}>
      <h2>{told.counts(q)}</h2>
      <table className={`${page.table} ${styles.counts}`} data-counted>
        <thead>
          <tr>
            <th>{told.basis}</th>
            <th className={styles.count}>{told.withAlternative}</th>
            <th className={styles.count}>{told.lately}</th>
            <th className={styles.count}>{told.inYear}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ basis, n, withAlternative }) => (
            <tr key={basis}>
              <td>
                <TextButton onClick={() => onChoose(basis)}>{told.bases[basis]}</TextButton>
              </td>
              <td className={styles.count} data-label={told.withAlternative}>
                {withAlternative}
              </td>
              <td className={styles.count} data-label={told.lately}>
                {lately(basis)}
              </td>
              <td className={styles.count} data-label={told.inYear}>
                {n}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function WrongRequests() {
  const { data } = useRead(listWrongRequests)
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className={page.section}>
      <h2>{told.wrong}</h2>
      <p className={page.hint}>{told.wrongNote}</p>
      {data.items.map(({ customer, declines }) => (
        <details key={customer.id}>
          <summary>
            <b>{customer.name ?? words.customers.untitled}</b> {told.times(declines.length)}
          </summary>
          <DeclineTable declines={declines} />
        </details>
      ))}
    </section>
  )
}
