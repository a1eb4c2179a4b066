import type { FoundActor } from "../review-format.ts"
import type { Word } from "../words.ts"

/** Who the words before a verb are: one of ours, the reader, an outsider, or a thing. */
export type SubjectKind = FoundActor["kind"] | "you" | "outsider" | "thing"

const BOUNDARIES = new Set(
  `, ; : ( ) " “ ” – — - . ! ? ... … but so because cause cos if whether when while as since although though where once until before after unless that or then
   and think hope believe guess says said say told know which advised adv explained agreed promised confirmed informed assured mentioned hopes thinks & + assure promise • *`.split(
    /\s+/,
  ),
)
const OBJECTS = new Set(["him", "them", "me", "us"])
const SKIPPED = new Set([
  "just",
  "also",
  "certainly",
  "definitely",
  "personally",
  "now",
  "both",
  "all",
  "either",
  "always",
  "really",
  "probably",
  "hopefully",
  "however",
  "gladly",
  "have",
  "'ve",
  "actually",
  "still",
])
const SUBJECT_WORDS_MAX = 14

/** Word indexes of the subject that ends before word `at`; empty when there is none. */
export function subjectBefore(words: readonly Word[], at: number): { readonly from: number; readonly to: number } {
  let to = at
  while (to > 0 && SKIPPED.has(words[to - 1]?.text ?? "")) to--
  let from = to
  if (words[to - 1]?.text === "that") return { from: to - 1, to }
  while (
    from > 0 &&
    to - from < SUBJECT_WORDS_MAX &&
    !BOUNDARIES.has(words[from - 1]?.text ?? "") &&
    !isObject(words, from - 1)
  ) {
    from--
    if (PRONOUNS.has(words[from]?.text ?? "")) break
  }
  return from === to ? appositionBefore(words, to) : includeJoined(words, from, to)
}

/** "told her Dave": the one who was told is not part of who will. */
function isObject(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? ""
  if (words[at - 1]?.text === "of") return false
  return OBJECTS.has(word) || (word === "her" && words[at + 1]?.capital === true)
}

const PRONOUNS = new Set([
  "i",
  "we",
  "you",
  "he",
  "she",
  "they",
  "it",
  "someone",
  "somebody",
  "u",
  "this",
  "these",
  "those",
  "who",
  "which",
  "there",
  "what",
])

/** "Sam, our chef, will", "Ana (accounts) will": the name before the aside. */
function appositionBefore(words: readonly Word[], to: number): { readonly from: number; readonly to: number } {
  const close = words[to - 1]?.text
  if (close !== "," && close !== ")") return { from: to, to }
  const open = close === "," ? "," : "("
  for (let at = to - 2; at > Math.max(0, to - 10); at--) {
    if (words[at]?.text !== open) continue
    const name = words[at - 1]
    if (name === undefined || !name.capital || !isName(words, at - 1, at)) return { from: to, to }
    const first = words[at - 2]?.capital === true && isName(words, at - 2, at) ? at - 2 : at - 1
    return { from: first, to: at }
  }
  return { from: to, to }
}

/** "Priya and I", "my colleague and I": the names before "and" belong to the subject. */
function includeJoined(
  words: readonly Word[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const first = words[from]
  if (words[from - 1]?.text !== "and" || first?.text !== "i" || to - from !== 1) return startOfSomeone(words, from, to)
  const before = words[from - 2]
  if (before === undefined || (!before.capital && before.text !== "team" && before.text !== "colleague"))
    return { from, to }
  const mine = words[from - 3]?.text
  return { from: from - (mine === "my" || mine === "our" ? 3 : 2), to }
}

/** "someone from our trust & safety team": takes back what a boundary word cut off. */
function startOfSomeone(
  words: readonly Word[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  if (
    from === to ||
    !(words[from - 1]?.text === "&" || words[from - 1]?.text === "and" || words[from - 1]?.text === "-")
  )
    return { from, to }
  for (let at = from - 1; at > Math.max(-1, from - 7); at--) {
    const word = words[at]?.text ?? ""
    if (word === "someone" || word === "somebody" || (word === "one" && words[at + 1]?.text === "of"))
      return { from: at, to }
    if (word === "," || word === ".") break
  }
  return { from, to }
}

/** What kind of subject words `from`-`to` are. */
export function subjectKind(words: readonly Word[], from: number, to: number): SubjectKind {
  if (from === to) return "thing"
  const texts = words.slice(from, to).map((word) => word.text)
  const phrase = texts.join(" ")
  const last = texts.at(-1) ?? ""
  if (last === "i" || last === "ill" || last === "im")
    return texts.length >= 3 || texts[texts.length - 2] === "and" ? "we" : "i"
  if (last === "we" || last === "well" || phrase === "us") return "we"
  if (last === "you" || last === "u" || last === "ya") return "you"
  if (last === "he" || last === "she") return "named"
  if (last === "they" || last === "who" || last === "there" || last === "what") return "outsider"
  if (last === "it" || last === "this" || last === "these" || last === "those" || last === "that" || last === "which")
    return "thing"
  if (/^(?:nobody|no one|no-one|none|neither)\b/.test(phrase)) return "outsider"
  if (DATED.test(phrase) || AIMS.test(phrase)) return "thing"
  if (SOMEONE.test(phrase)) return "someone"
  if (OUR_TEAM.test(phrase)) return "named"
  if (OUTSIDERS.test(phrase)) return "outsider"
  if (OUR_PEOPLE.test(phrase)) return "named"
  return isName(words, from, nameEnd(words, from, to)) ? "named" : "thing"
}

const ROLE =
  "(?:colleagues?|team ?mates?|mates?|members?|representatives?|reps?|agents?|advis[eo]rs?|people|person|specialists?|technicians?|engineers?|managers?|supervisors?|drivers?|experts?|staff|plumbers?|electricians?|mechanics?|fitters?|assistants?|operators?|couriers?|guys|girls|lads|boys|folks|crew|clerks?|officers?|consultants?|nurses?|doctors?|gardeners?|installers?|boss|lawyers?|lawyer|assistant|secretary|partners?)"
const TEAM =
  "(?:team|department|dept|desk|office|group|crew|unit|division|workshop|warehouse|kitchen|support|billing|accounts|sales|reception|staff)"

const SOMEONE = new RegExp(
  `^(?:someone|somebody|some one|sb|s\\.o\\.)\\b|^(?:one|another) of (?:my|our|the|us)\\b|^(?:a|another|any) member of\\b|^(?:whoever|whichever|anyone|any of us|one of us)\\b|^(?:an?|another|some|the next available|the next) (?:[\\w-]+ ){0,3}${ROLE}\\b`,
)
const OUR_PEOPLE = new RegExp(
  `^(?:our|my|the) (?:[\\w'&-]+ ){0,4}(?:${ROLE}|${TEAM})\\b|^(?:${ROLE}|crew)$|^(?:my|our) \\w+$|^(?:the|our|my) (?:\\w+ ){0,2}(?:team|department|guys|girls|lads|boys)|^(?:our )?(?:mr|mrs|ms|miss|dr|nurse|prof)\\b`,
)
const OUR_TEAM = new RegExp(`^(?:our|my|the) (?:[\\w'&-]+ ){1,4}(?:team|department|dept|desk)$`)
const OUTSIDERS =
  /\b(?:bank|banks|carrier|courier|police|insurer|insurers|insurance|manufacturer|supplier|suppliers|ombudsman|court|council|government|royal mail|post office|dhl|ups|fedex|usps|hermes|dpd|landlord|vendor|airline|hospital|gp|paypal|visa|mastercard|company, not us|water company|gas company|electric company|network operator|customer|cust|client|tenant|patient|pt|buyer|seller|authority|authorities|commission|president|congress|senate|market|your (?:bank|doctor|dentist|vet|solicitor|landlord|employer|provider|son|daughter|wife|husband|mother|father|card issuer|neighbou?r))\b/

/** "the workshop on Monday" is an event, not a team. */
const DATED =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)\b/
const AIMS =
  /^(?:my|our|the) (?:\w+ )?(?:aim|plan|goal|intention|policy|hope|wish|idea|job|task|offer|price|prices|address|number)$/
const NOT_NAMES = new Set([
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "january",
  "february",
  "march",
  "april",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "the",
  "a",
  "an",
  "your",
  "this",
  "that",
  "these",
  "our",
  "my",
  "payment",
  "credit",
  "prices",
  "sales",
  "orders",
  "deliveries",
  "refunds",
  "costs",
  "rates",
  "returns",
  "shops",
  "stores",
  "customers",
  "visitors",
  "classes",
  "tickets",
  "doors",
  "repairs",
  "results",
  "details",
  "trains",
  "flights",
  "parts",
  "goods",
  "people",
  "traffic",
  "shipping",
  "work",
  "post",
  "refund",
  "order",
  "delivery",
  "regards",
  "thanks",
  "nothing",
  "everything",
  "all",
  "each",
  "both",
])

/** "Priya from accounts": the name ends before "from". */
function nameEnd(words: readonly Word[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (/^(?:from|in|at|of|on|over)$/.test(words[at]?.text ?? "")) return at
  return to
}

/** One to three capitalised words, of which none is a day, a month or an article. */
function isName(words: readonly Word[], from: number, to: number): boolean {
  const length = to - from
  if (length > 3) return false
  for (let at = from; at < to; at++) {
    const word = words[at]
    if (word === undefined || !word.capital || NOT_NAMES.has(word.text) || !/^\p{L}/u.test(word.text)) return false
  }
  return true
}
