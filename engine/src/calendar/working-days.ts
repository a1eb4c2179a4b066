import type { Calendar } from "../calendar.ts"
import { partsOf } from "./days.ts"
import type { Day } from "./days.ts"
import { monthOfDay, workingMonth, worksEver } from "./working-month.ts"

/** The nth day with working time after `day`; null where it is further off than anybody plans. Not before the first. */
export function nthWorkingDayAfter(calendar: Calendar, day: Day, count: number): Day | null {
  if (count <= 0) return day
  if (!worksEver(calendar)) return null
  let left = count
  const furthest = day + count * 7 + DAYS_WITHOUT_WORK_MAX
  let from = partsOf(day).day + 1
  for (let key = monthOfDay(day), first = day - partsOf(day).day; first < furthest; key += 1) {
    const { workingDays, ends } = workingMonth(calendar, key)
    const at = workingDays.findIndex((each) => each >= from)
    const here = at < 0 ? 0 : workingDays.length - at
    if (here >= left) {
      const found = first + (workingDays[at + left - 1] ?? 0)
      return found <= furthest ? found : null
    }
    left -= here
    first += ends.length
    from = 1
  }
  return null
}

const DAYS_WITHOUT_WORK_MAX = 61 // a team that works one day a week, and a long holiday
