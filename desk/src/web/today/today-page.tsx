import { useNavigate, useSearch } from "@tanstack/react-router"
import { useMemo } from "react"
import { readToday } from "../../contract/today.ts"
import { boardOf } from "../../ledger/board.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Failure, Loading } from "../ui/states.tsx"
import { longDay } from "../ui/time.ts"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { Awaiting } from "./awaiting.tsx"
import { Board, type Groups } from "./board.tsx"
import { deskNow } from "./desk-now.ts"
import { Headlines } from "./headlines.tsx"
import { NothingOwed } from "./nothing-owed.tsx"
import { ProposalsLine } from "./proposals-line.tsx"
import { Tasks } from "./tasks.tsx"
import { TodayFilters, TodayHead } from "./today-head.tsx"
import type { Today, TodayChoice, TodayFilter } from "./today-data.ts"
import styles from "./today.module.css"
import { type AtRisk, useAtRisk } from "./use-at-risk.ts"
import { useChosen } from "./use-chosen.ts"

/** Everything owed in the order it was promised, and below it who waits for an answer. */
export function TodayPage() {
  const { zone } = useHere()
  const today = useRead(readToday, { query: { filter: "all" } })
  const minute = useNow()
  const now = useMemo(
    () => deskNow(minute, today.data?.now, today.dataUpdatedAt),
    [minute, today.data?.now, today.dataUpdatedAt],
  )
  useTitle(words.today.title)
  return (
    <main className={styles.page} id="main">
      <TodayHead day={longDay(now, zone)} />
      {today.data !== undefined && <Loaded today={today.data} now={now} />}
      {today.data === undefined && today.isPending && <Loading rows={8} />}
      {today.isError && <Failure error={today.error} what={words.today.failed} onRetry={() => void today.refetch()} />}
    </main>
  )
}

function Loaded({ today, now }: { today: Today; now: Temporal.Instant }) {
  const { calendar, zone, member } = useHere()
  const { filter = "all", customer } = useSearch({ from: "/$slug/today" })
  const navigate = useNavigate({ from: "/$slug/today" })
  const { atRisk, isKnown } = useAtRisk()
  const only = filter === "risk" ? atRisk : null // a board that does not ask for it is not drawn anew when it comes
  const groups: Groups = useMemo(() => {
    const owed = today.owed.filter((each) => fits(each, { filter, customer, memberId: member.id, only }))
    return boardOf(owed, { now, calendar, zone })
  }, [today.owed, filter, customer, member.id, only, now, calendar, zone])
  const { chosenId, choose } = useChosen(groups, atRisk)
  const choice: TodayChoice = { filter, customer: customer ?? null }
  const showAll = () => void navigate({ search: {} })
  return (
    <>
      <TodayFilters owed={today.owed} choice={choice} atRisk={isKnown ? atRisk : null} />
      {filter === "all" && customer === undefined && <Headlines />}
      {filter === "all" && customer === undefined && <ProposalsLine count={today.proposed} />}
      {filter === "risk" && !isKnown ? (
        <Loading rows={4} />
      ) : (
        <NothingOwed groups={groups} now={now} choice={choice} onShowAll={showAll} />
      )}
      {groups.length > 0 && <Board groups={groups} atRisk={atRisk} now={now} chosenId={chosenId} onChoose={choose} />}
      <Awaiting today={today} now={now} choice={choice} />
      <Tasks tasks={today.tasks} now={now} choice={choice} />
    </>
  )
}

type Choice = {
  readonly filter: TodayFilter
  readonly customer: string | undefined
  readonly memberId: string
  readonly only: AtRisk | null
}

function fits(promise: Today["owed"][number], { filter, customer, memberId, only }: Choice): boolean {
  if (customer !== undefined && promise.customer.id !== customer) return false
  if (filter === "mine") return promise.owner?.id === memberId
  if (only !== null) return only.has(promise.id)
  return filter === "all" || promise.waiting !== null
}
