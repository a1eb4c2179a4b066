import { textAt, wordSet } from "../words.ts"
import type { FoundActor } from "../review-format.ts"
import type { Word } from "../words.ts"
import { isCraft } from "./crafts.ts"

/** Who the words before a verb are: one of ours, the reader, an outsider, or a thing. */
export type SubjectKind = FoundActor["kind"] | "you" | "outsider" | "thing"

/** What kind of subject words `from`-`to` are. */
export function subjectKind(words: readonly Word[], from: number, to: number): SubjectKind {
  if (from === to) return "thing"
  const texts = words.slice(from, to).map((word) => word.text)
  const phrase = texts.join(" ")
  const written = texts.at(-1) ?? ""
  const isTeam = written === "it" && to - from > 1 && words[to - 1]?.capital === true // "somebody from IT"
  const last = isTeam ? "team" : (TEXTED.get(written) ?? written)
  if (last === "i" || last === "ill" || last === "im")
    return texts.length >= 3 || texts[texts.length - 2] === "and" ? "we" : "i"
  if (last === "we" || last === "well" || phrase === "us") return "we"
  if (texts[0] === "you" && texts.length > 1 && last !== "i" && last !== "we") return "you"
  if (last === "you" || last === "u" || last === "ya" || last === "yous") return "you"
  if (last === "he" || last === "she") return "named"
  if (/^(?:someone|somebody)$/.test(last)) return "someone"
  if (last === "they" || last === "who" || last === "there" || last === "what") return "outsider"
  if (last === "it" || last === "this" || last === "these" || last === "those" || last === "that" || last === "which")
    return "thing"
  const and = texts.indexOf("and")
  if (and > 0 && and < PAIR_WORDS_MAX && subjectKind(words, from, from + and) === "named") return "named"
  if (/^(?:nobody|no one|no-one|none|neither|nothing|no)\b/.test(phrase)) return "outsider"
  if (DATED.test(phrase) || AIMS.test(phrase)) return "thing"
  if (SOMEONE.test(phrase)) return "someone"
  if (OUR_TEAM.test(phrase) || THEIR_OWN.test(phrase)) return "named"
  if (OUR_CARRIER.test(phrase)) return "named"
  if (isOutsider(phrase)) return "outsider"
  if (NAMES_PEOPLE.test(phrase) && words[from]?.capital === true) return "named"
  if (
    OUR_PEOPLE.test(phrase) ||
    (OURS.test(phrase) && (isCraft(last) || (to - from === 2 && isName(words, from + 1, to)))) ||
    isRoleWithName(words, from, to)
  )
    return "named"
  return isName(words, from, nameEnd(words, from, to)) ? "named" : "thing"
}

const PAIR_WORDS_MAX = 5 // "our head joiner and his mate"

/** Pronouns with their verb, the apostrophe left out. */
const TEXTED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    il: "i",
    ull: "you",
    youll: "you",
    youre: "you",
    theyll: "they",
    theyre: "they",
    itll: "it",
    hes: "he",
    shes: "she",
  }),
)
const ROLE =
  "(?:colleagues?|team ?mates?|mates?|members?|representatives?|reps?|agents?|advis[eo]rs?|people|person|specialists?|technicians?|engineers?|managers?|supervisors?|drivers?|experts?|staff|plumbers?|electricians?|mechanics?|fitters?|assistants?|operators?|couriers?|guys|girls|lads?|boys|folks|crew|clerks?|officers?|consultants?|nurses?|doctors?|gardeners?|installers?|boss|lawyers?|secretary|partners?|surveyors?|radiographers?|hygienists?|dentists?|receptionists?|vets?|chefs?|bakers?|tailors?|seamstress|framers?|glaziers?|roofers?|joiners?|carpenters?|builders?|decorators?|painters?|tuners?|inspectors?|instructors?|tutors?|teachers?|co-?ordinators?|planners?|designers?|developers?|analysts?|administrators?|accountants?|bookkeepers?|paralegals?|conveyancers?|brokers?|underwriters?|adjusters?|assessors?|handlers?|wardens?|porters?|concierge|housekeepers?|caretakers?|locksmiths?|groomers?|trainers?|stylists?|opticians?|pharmacists?|therapists?|physio|counsell?ors?|director|foreman|riders?|hosts?|waiters?|editors?|apprentices?|intern|trainee|deputy|duty manager|stand-in|locum|handyman|men|man|women|woman|chap|fellow|bloke|chaps|blokes|repairers?|restorers?|buyers? team)"
const TEAM =
  "(?:team|side|department|dept|desk|office|group|crew|unit|division|workshop|warehouse|kitchen|support|billing|accounts|sales|reception|staff|depot|lab|laboratory|branch|surgery|practice|helpdesk|legal|finance|payroll|bookings|dispatch|logistics|maintenance|engineering|hr)"

const SOMEONE = new RegExp(
  `^(?:someone|somebody|some one|some1|sum1|smbdy|smby|sb|s\\.o\\.)\\b|^(?:one|another|two|three|both|some|any|a few|a couple) of (?:my|our|the|us)\\b|^(?:a|another|any) member of\\b|^(?:whoever|whichever|anyone|any of us|one of us)\\b|^(?:an?|another|some|the next available|the next) (?:[\\w-]+ ){0,3}${ROLE}\\b`,
)
const OUR_PEOPLE = new RegExp(
  `^(?:our|my|the) (?:[\\w'&-]+ ){0,4}(?:${ROLE}|${TEAM})\\b(?! 's)|^(?!(?:new|all|most|many|some|other|these|those|local|young|your|his|her|their|more|no|bank|customer) )(?:[\\w'-]+ ){0,2}(?:${ROLE}|crew)$|^(?:my|our) (?:wife|husband|son|daughter|brother|sister|dad|mum|father|mother|partner|mate|cousin|nephew|niece|other half)$|^(?:the|our|my) (?:\\w+ ){0,2}(?:team|department|guys|girls|lads|boys)|^(?:our )?(?:mr|mrs|ms|miss|dr|nurse|prof)\\b`,
)
const OUR_TEAM =
  /^(?:our|my|the) (?:(?:[\w'&-]+ ){1,4}(?:team|department|dept|desk)|(?:\w+ )?(?:head|director|chief|chair) of [\w& ]+)$/
/** "the payment made with your Visa", "your PayPal refund": the outsider only describes the thing. */
function isOutsider(phrase: string): boolean {
  if (THEIRS_BY.test(phrase)) return true
  if (!OUTSIDERS.test(phrase)) return false
  const [head = phrase] = phrase.split(DESCRIBES, 1)
  return OUTSIDERS.test(head) && !OUR_THINGS.test(head)
}

/** "The surveyor appointed by your lender". */
const THEIRS_BY = / (?:by|for) your \w+$/

/** "shift lead Oksana", "duty manager Paul". */
function isRoleWithName(words: readonly Word[], from: number, to: number): boolean {
  const length = to - from
  if (length < 2 || length > 4 || !isName(words, to - 1, to) || THEIRS.has(textAt(words, from))) return false
  return ROLES.test(textAt(words, to - 2))
}

const ROLES = new RegExp(`^(?:${ROLE}|lead|head|chief|captain|sister|matron|warden|cashier|steward)$`)
const THEIRS = wordSet("his her their your a an")

const DESCRIBES = / (?:with|to|from|on|in|for|made|via|through|by) /
const OUR_THINGS =
  /\b(?:refund|account|payment|order|credit|balance|wallet|transaction|charge|card|booking|claim|invoice|bill|details|data|number|feedback|complaint|query|request|file|record|records)$/
const OUTSIDERS =
  /\b(?:bank|banks|carrier|courier|police|insurer|insurers|insurance|manufacturer|supplier|suppliers|ombudsman|court|council|government|agency|(?:valuation|tax|passport|patent|land|home) office|royal mail|post office|dhl|ups|fedex|usps|hermes|dpd|landlord|vendor|airline|hospital|gp|paypal|visa|mastercard|company, not us|water company|gas company|electric company|network operator|customer|cust|client|tenant|patient|pt|buyer|seller|authority|authorities|county|highways|parish|borough|ministry|railway|commission|president|congress|senate|market|tribunal|arbitrator|adjudicator|regulator|registry|hmrc|dvla|embassy|consulate|judge|magistrates?|bailiffs?|card issuer|issuer|wholesaler|importer|publisher|promoter|organi[sz]ers?|factory|parliament|legislature|your (?:bank|doctor|dentist|vet|solicitor|landlord|employer|provider|son|daughter|wife|husband|mother|father|card issuer|neighbou?r))\b/

/** "our bookbinder", "my saddler": whoever is named by a craft, not "our letter". */
const OURS = /^(?:our|my) /
const OUR_CARRIER = /^(?:our|my) (?:[\w-]+ )?(?:courier|carrier|van|driver|delivery (?:partner|driver|man|team))s?$/
/** "Your case handler": whoever is given to a customer is ours. */
const THEIR_OWN =
  /^your (?:[\w-]+ ){0,2}(?:handler|engineer|driver|courier|technician|advis[eo]r|agent|rep|representative|consultant|surveyor|installer|fitter|tutor|instructor|guide|co-?ordinator|planner|designer|stylist|adjuster|conveyancer|(?:account|case|project|site|relationship) manager|case ?worker|host|hygienist|broker)$/
/** "Rod's group". */
const NAMES_PEOPLE = new RegExp(`^[\\w-]+ 's (?:\\w+ )?(?:${ROLE}|${TEAM}|group|people|folks)$`)

/** "the workshop on Monday" is an event, not a team. */
const DATED =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)\b/
const AIMS =
  /^(?:my|our|the) (?:\w+ )?(?:aim|plan|goal|intention|policy|hope|wish|idea|job|task|offer|price|prices|address|number)$/
export const NOT_NAMES = wordSet(
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun feb mar apr jul aug sep sept oct nov dec january february march april june july august september october november december the a an your this that these our my payment credit prices sales orders deliveries refunds costs rates returns shops stores customers visitors classes tickets doors repairs results details trains flights parts goods people traffic shipping work post refund order delivery regards thanks nothing everything all each both",
)

/** "Priya from accounts": the name ends before "from". */
function nameEnd(words: readonly Word[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (/^(?:from|in|at|of|on|over)$/.test(textAt(words, at))) return at
  return to
}

/** "Confirmation", "Treatment": no names, capital or not. */
export function isAbstract(noun: string): boolean {
  return ABSTRACT.test(noun) && noun !== "management"
}

const ABSTRACT = /(?:tion|sion|ness|ship|(?<!cle)ment)s?$/

/** One to three capitalised words, of which none is a day, a month or an article. */
export function isName(words: readonly Word[], from: number, to: number): boolean {
  const length = to - from
  if (length > 3) return false
  for (let at = from; at < to; at++) {
    const word = words[at]
    if (
      word === undefined ||
      !word.capital ||
      NOT_NAMES.has(word.text) ||
      (length === 1 && isAbstract(word.text)) ||
      !/^\p{L}/u.test(word.text)
    )
      return false
  }
  return true
}
