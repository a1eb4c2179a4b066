import { Link } from "@tanstack/react-router"
import { useMemo, useState } from "react"
import { useHere } from "../here.tsx"
import { useLogDialogs } from "../log/log-dialogs.tsx"
import { Button } from "../ui/button.tsx"
import { words } from "../words.ts"
import { CustomerFilter } from "./customer-filter.tsx"
import type { Today, TodayChoice, TodayFilter } from "./today-data.ts"
import styles from "./today.module.css"
import type { AtRisk } from "./use-at-risk.ts"

export function TodayHead({ day }: { day: string }) {
  const dialogs = useLogDialogs()
  return (
    <div className={styles.head}>
      <h1>{words.today.title}</h1>
      <span className="mute t">{day}</span>
      <div className={styles.end}>
        <Button keys="C" onClick={() => dialogs.log()}>
          {words.today.log}
        </Button>
        <Button keys="P" onClick={() => dialogs.newPromise()}>
          {words.today.newPromise}
        </Button>
      </div>
    </div>
  )
}

const FILTERS: readonly TodayFilter[] = ["all", "mine", "risk", "waiting"]

/** `atRisk` is null until it is known. */
type FiltersProps = { readonly owed: Today["owed"]; readonly choice: TodayChoice; readonly atRisk: AtRisk | null }

export function TodayFilters({ owed, choice, atRisk }: FiltersProps) {
  const { slug, member } = useHere()
  const [finding, setFinding] = useState(false)
  const counts = useMemo(
    () => countsOf(owed, { customer: choice.customer, memberId: member.id, atRisk }),
    [owed, choice.customer, member.id, atRisk],
  )
  const name = owed.find((each) => each.customer.id === choice.customer)?.customer.name ?? words.ui.unnamed
  const search = (filter: TodayFilter, customer = choice.customer) => ({
    ...(filter === "all" ? {} : { filter }),
    ...(customer === null ? {} : { customer }),
  })
  return (
    <nav className={styles.filters} aria-label={words.today.filtersName}>
      {FILTERS.map((filter) => (
        <Link
          key={filter}
          to="/$slug/today"
          params={{ slug }}
          search={search(filter)}
          activeOptions={{ exact: true }}
          activeProps={{}}
          aria-current={filter === choice.filter ? "true" : undefined}
          data-chosen={filter === choice.filter || undefined}
        >
          {words.today.filters[filter]} <span>{counts[filter]}</span>
        </Link>
      ))}
      {choice.customer !== null && (
        <Link to="/$slug/today" params={{ slug }} search={search(choice.filter, null)} activeProps={{}} data-chosen>
          {words.today.onlyCustomer(name)} <span aria-hidden="true">×</span>
          <span className="vh">{words.today.allCustomers}</span>
        </Link>
      )}
      {choice.customer === null && (
        <button type="button" onClick={() => setFinding(true)}>
          {words.today.byCustomer}
        </button>
      )}
      {finding && <CustomerFilter filter={choice.filter} onClose={() => setFinding(false)} />}
    </nav>
  )
}

type Within = { readonly customer: string | null; readonly memberId: string; readonly atRisk: AtRisk | null }

/** Null: not known yet. */
function countsOf(
  owed: Today["owed"],
  { customer, memberId, atRisk }: Within,
): Readonly<Record<TodayFilter, number | null>> {
  const here = customer === null ? owed : owed.filter((each) => each.customer.id === customer)
  return {
    all: here.length,
    mine: here.filter((each) => each.owner?.id === memberId).length,
    risk: atRisk === null ? null : here.filter(({ id }) => atRisk.has(id)).length,
    waiting: here.filter((each) => each.waiting !== null).length,
  }
}
