import { readClock } from "./clock.ts"
import { innerTable, leadTable, readPhrase } from "./phrase-table.ts"
import { countsNothing, standsApartAfter } from "./surroundings.ts"
import { readDay } from "./day.ts"
import { tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Clock } from "./when.ts"

export type ClockWindow = { readonly from: Clock; readonly until: Clock }

/** Whether "from" stood before, whether a word such as "at" did, and whether a day is said beside it. */
type WindowPlace = { readonly opened: boolean; readonly led: boolean; readonly besideDay: boolean }

const OPENING = leadTable<true>([
  [
    true,
    "between|from|between the hours of|anytime between|any time between|sometime between|some time between|anywhere between|between around|between about|from around|from about",
  ],
])
const MIDDLE = innerTable<true>([[true, "and|to|-|until|till|til|through|thru|or|or maybe"]])

/** Words that a window may begin with, besides those of its first time. */
export function windowWords(): Iterable<string> {
  return OPENING.keys()
}

/**
 * Two times of the clock: "between 2 and 4", "from 9 to 11", "2-4pm". Two lone numbers count only after "between" or
 * "from", or beside a day.
 */
export function readWindow(tokens: Tokens, index: number, place: WindowPlace): Read<ClockWindow> | null {
  const opening = readPhrase(OPENING, tokens, index)
  const first = readClock(tokens, opening?.next ?? index)
  if (first === null) return null
  const middle = readPhrase(MIDDLE, tokens, first.next)
  const second = middle === null ? null : readClock(tokens, middle.next)
  if (second === null || !standsApartAfter(tokens, second.next)) return null
  const word = tokenAt(tokens, first.next).text
  const firm = opening !== null || place.opened || (place.led && word !== "and")
  if (!firm && (word === "and" || word === "or")) return null
  if (!firm && !second.value.bare && first.value.bare && word !== "-" && word !== "to") return null
  if (first.value.bare && second.value.bare && !bareStands(tokens, second.next, firm, place.besideDay)) return null
  return { value: { from: first.value, until: second.value }, next: second.next }
}

function bareStands(tokens: Tokens, next: number, firm: boolean, besideDay: boolean): boolean {
  const day = readDay(tokens, tokenAt(tokens, next).text === "on" ? next + 1 : next)
  if (!firm && !besideDay && day === null) return false
  return countsNothing(tokens, next) || day !== null
}
