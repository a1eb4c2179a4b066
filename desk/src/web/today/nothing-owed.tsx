import { useHere } from "../here.tsx"
import { useLogDialogs } from "../log/log-dialogs.tsx"
import { TextButton } from "../ui/button.tsx"
import { Empty } from "../ui/states.tsx"
import { fullMoment } from "../ui/time.ts"
import { words } from "../words.ts"
import type { Groups } from "./board.tsx"
import type { TodayChoice } from "./today-data.ts"

type Props = { groups: Groups; now: Temporal.Instant; choice: TodayChoice; onShowAll: () => void }

/** What is true when nothing is owed, or nothing today, and the next thing. */
export function NothingOwed({ groups, now, choice, onShowAll }: Props) {
  const { zone } = useHere()
  const isFiltered = choice.filter !== "all" || choice.customer !== null
  const first = groups[0]
  if (first === undefined && isFiltered) {
    const { emptyRisk, emptyRiskHelp, emptyFilter, emptyFilterHelp } = words.today
    const isRisk = choice.filter === "risk"
    return (
      <Empty title={isRisk ? emptyRisk : emptyFilter}>
        {isRisk ? emptyRiskHelp : emptyFilterHelp} <TextButton onClick={onShowAll}>{words.today.showAll}</TextButton>
      </Empty>
    )
  }
  if (first === undefined) {
    return (
      <Empty title={words.today.emptyAll}>
        {words.today.emptyAllHelp} <WriteDown />
      </Empty>
    )
  }
  const next = first.lines[0]?.due ?? null
  if (isFiltered || next === null || (first.name !== "tomorrow" && first.name !== "later")) return null
  return (
    <Empty title={words.today.emptyToday}>
      {words.today.emptyNext(fullMoment(next, { now, zone }))} <WriteDown />
    </Empty>
  )
}

function WriteDown() {
  const dialogs = useLogDialogs()
  return (
    <TextButton keys="P" onClick={() => dialogs.newPromise()}>
      {words.today.writeDown}
    </TextButton>
  )
}
