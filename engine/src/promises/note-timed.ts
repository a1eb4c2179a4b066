import { hasWord, spanOf, textAt, wordSet } from "../words.ts"
import { CUSTOMER_TITLES, hasCustomer, isAgent } from "./note-agents.ts"
import { OUTSIDE, THINGS } from "./note-stretch.ts"
import type { Stretch } from "./note-stretch.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { subjectKind } from "./subject-kind.ts"
import { baseOfParticiple, deedOf } from "./verbs.ts"

/**
 * "Marek Fri 10am", "van back 4pm to collect", "revised drawings from Petra end of wk": a note needs no verb for what
 * comes at a time. Whatever is said of the customer, as past, as a wish or as an obstacle is left.
 */
export function timedForm({ words, start, end, times }: Stretch): ShortForm | null {
  const stretch = spanOf(words, start, end)
  if (times.length > TIMES_MAX) return null
  const time = times.find((each) => each.start >= stretch.start && each.end <= stretch.end && each.until !== undefined)
  if (time === undefined) return null
  let head = start
  while (head < end && spanOf(words, head, head + 1).start < time.start) head++
  if (head === start || head - start > HEAD_WORDS_MAX) return null
  if (hasCustomer(words, start, start + 2) || hasWord(words, start, end, OTHERWISE)) return null
  if (
    hasWord(words, start, head, OUTSIDE) ||
    (CUSTOMER_TITLES.has(textAt(words, start)) && !hasWord(words, start, head, ASIDES))
  )
    return null
  if (words.slice(start, head).some(({ text }) => PAST.test(text))) return null
  return byWhom(words, start, head) ?? ofWhat(words, start, head)
}

const ASIDES = wordSet("( booked")
const HEAD_WORDS_MAX = 7
const TIMES_MAX = 8 // a sentence with more is a table

/** What makes a time no word of ours: wishes, obstacles, events, dates of the customer's. */
export const OTHERWISE = wordSet(
  `is are was were am be been has have had do does did will would can could may might must should shall wd cd shd wants want wanted needs need needed asks asking asked prefers hoping hopes hope wish likes expects expecting expect
   away off closed shut leave holiday hols deadline ends expires expired overdue late since until till not no never n't nt cannot cant
   you your me us please pls if unless takes starts start let 's 'll 'd eta says said told rang called claims open hours meeting appt appointment moving poss possibly maybe perhaps prob probably tbc`,
)
/** "Booked", "due" and their kin tell of what is to come; other participles tell what was. */
const PAST =
  /^(?!(?:booked|due|scheduled|planned|pencilled|pencil|expected|promised|agreed|arranged|confirmed|lined|revised|corrected|updated|rebooked|signed|reprinted|finished|fixed|remade|red|replaced|repaired)$)(?:\w{2,}ed|sent|went|came|took|gave|left|made|paid|got|put|found|spoke|rung|saw|met|bought)$/

/** "Marek Fri", "Someone out to her by 2pm". */
function byWhom(words: Stretch["words"], start: number, head: number): ShortForm | null {
  for (let to = Math.min(head, start + SUBJECT_WORDS_MAX); to > start; to--) {
    const kind = subjectKind(words, start, to)
    if (
      kind === "someone" &&
      to - start <= SOMEONE_WORDS_MAX &&
      SOMEONE.has(textAt(words, start)) &&
      isOnlyWay(words, to, head)
    )
      return shortForm("someone", "visit", start, start, to)
    if (textAt(words, start) === "us") return shortForm("we", "visit", start, start, to)
    if (kind === "outsider" || kind === "i" || kind === "we") return null
    const isWay = isOnlyWay(words, to, head) || (WITH.has(textAt(words, to + 1)) && isOnlyWay(words, to, to + 1))
    if (isAgent(words, start, to) && !isNoName(words, start) && isWay)
      return shortForm("named", "visit", start, start, to)
  }
  const from = words.findIndex(({ text }, at) => at > start && at < head && (text === "from" || text === "by"))
  if (from < 0 || (baseOfParticiple(textAt(words, from - 1)) !== null && textAt(words, from - 2) !== "be")) return null
  const kind = subjectKind(words, from + 1, Math.min(head, from + 3))
  if (kind === "outsider") return null
  return isAgent(words, from + 1, Math.min(head, from + 2))
    ? shortForm("named", "send", start, from + 1, from + 2)
    : null
}

/** "Glazing booked Tues", "Retry Mon": what opens a stretch has its capital from there. */
function isNoName(words: Stretch["words"], at: number): boolean {
  const word = textAt(words, at)
  return NO_NAMES.has(word) || /(?:ing|days)$|^re(?!x$|ed$|id$)[a-z]{3,}/.test(word) || deedOf(word) !== null
}

const SUBJECT_WORDS_MAX = 4
const SOMEONE_WORDS_MAX = 4
const SOMEONE = wordSet("someone somebody one sb a another")

/** Nothing but the way there stands between who and when. */
function isOnlyWay(words: Stretch["words"], from: number, to: number): boolean {
  return words.slice(from, to).every(({ text }) => WAY.has(text))
}

/** "Porter up w/ cot by 6". */
const WITH = wordSet("w with")
const WAY = wordSet(
  "booked due scheduled lined up back out in on there with to him her them cust around over round again down for at w / coming here",
)
/** Words that open a stretch with a capital and are no names. */
const NO_NAMES = wordSet(
  "sales carpet boiler parcel delivery departure arrival next then also new this that each it all same more remind self",
)

/** "New fob in Monday's post", "£25 credit next bill": something that a desk gives. */
function ofWhat(words: Stretch["words"], start: number, head: number): ShortForm | null {
  if (deedOf(textAt(words, start)) !== null && !THINGS.has(textAt(words, start))) return null
  if (words.slice(start, head).some(({ text }, at) => text === "due" && DUE_FOR.has(textAt(words, start + at + 1))))
    return null
  return hasWord(words, start, head, THINGS) || READY.has(textAt(words, start)) || READY.has(textAt(words, head - 1))
    ? shortForm("company", "send", start, start, head)
    : null
}

/** "Keys recut, ready by Thurs". */
const READY = wordSet("ready done finished complete")
/** "Due a service in June". */
const DUE_FOR = wordSet("a an for")
