import { textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { isCraft } from "./crafts.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { subjectKind } from "./subject-kind.ts"

/** Word indexes of who does it, end exclusive. */
export type Subject = { readonly from: number; readonly to: number }

/** Who is to do it, when that is one of ours. */
export function agentForm(
  words: readonly Word[],
  { from, to }: Subject,
  verb: string,
  verbAt: number,
): ShortForm | null {
  if (from >= to || to - from > 6 || hasCustomer(words, from, to)) return null
  const last = textAt(words, to - 1)
  if (last === "me") return textAt(words, verbAt - 1) === "to" ? shortForm("i", verb, verbAt, to - 1, to) : null
  const kind = subjectKind(words, from, to)
  if (kind === "i" || kind === "we" || kind === "someone") return shortForm(kind, verb, verbAt, from, to)
  return isAgent(words, from, to) ? shortForm("named", verb, verbAt, from, to) : null
}

/** Whether the customer, or one of theirs, is named there. */
export function hasCustomer(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => CUSTOMERS.has(word.text))
}

/** What notes call customers and theirs. */
export const CUSTOMERS = wordSet(
  "ph p/h policyholder insured claimant leaseholder punter pax donor applicant cust customer client tenant pt patient caller she he they you guest resident owner buyer member her him them who mum dad wife husband son daughter neighbour",
)

/** A role ("manager", "our fitter"), a name ("Ms Rourke (conveyancing)"), a team. */
export function isAgent(words: readonly Word[], from: number, to: number): boolean {
  const open = words.findIndex((word, at) => at > from && at < to && word.text === "(")
  const end = open > 0 ? open : to
  const last = words[end - 1]
  if (last === undefined || NO_AGENTS.has(textAt(words, from)) || isTold(words, from, end)) return false
  if (open < 0 && CUSTOMER_TITLES.has(textAt(words, from))) return false
  const kind = subjectKind(words, from, end)
  if (kind === "named" || kind === "outsider") return kind === "named"
  if (AGENTS.test(last.text) || (isCraft(last.text) && end - from <= 3)) return true
  return (
    last.capital && end - from <= 3 && words.slice(from, end).every((word) => word.capital || TITLES.has(word.text))
  )
}

/** "Said to leave it": a deed that opens the note with its capital. */
function isTold(words: readonly Word[], from: number, to: number): boolean {
  return (
    to - from === 1 && /(?:ed|ing)$|^(?:said|sent|put|gave|took|made|kept|says|tells|tried)$/.test(textAt(words, from))
  )
}

/** People with a title are mostly customers, unless a department stands behind them. */
const CUSTOMER_TITLES = wordSet("mr mrs ms miss")
const AGENTS =
  /^(?:team|mgr|crew|tech|colleague|office|reception|workshop|accounts|billing|boss|dr|warehouse|depot|lads|guys|girls|sales|dispatch|lab|kitchen|eng|branch|maintenance|logistics|finance|bookings|admin|support|desk|room|control|compliance|procurement|purchasing|fulfilment|aftersales|marketing|underwriting|despatch|dept|department)$/
const TITLES = wordSet("& . of mr mrs ms dr")
/** Opening words of a note with a capital that are no names. */
const NO_AGENTS = wordSet(
  `declined refused advised asked told wanted wants tried hoped planned offered agreed promised called rang phoned emailed wrote visited came went failed forgot managed decided happy able unable
   ready keen free welcome sorry glad sure pleased needs has had ok nothing due used going offering how what where when which why explained apologised looking likes prefers rung spoke left`,
)
