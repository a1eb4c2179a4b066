import type { Clause } from "../promises/clauses.ts"
import { isCraft } from "../promises/crafts.ts"
import { CUSTOMER_TITLES, hasCustomer, isAgent } from "../promises/note-agents.ts"
import { shortForm } from "../promises/short-form.ts"
import type { ShortForm } from "../promises/short-form.ts"
import { subjectBefore } from "../promises/subject.ts"
import { NOT_NAMES, subjectKind } from "../promises/subject-kind.ts"
import type { Undertaker } from "../promises/undertaking.ts"
import { baseOfIng, baseOfParticiple, deedOf, owesNothing } from "../promises/verbs.ts"
import { textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import type { Seen } from "./traits.ts"

/** Who does what in a sentence that undertakes something by no form that the rules know: the likeliest of its verbs. Null where only a customer will do something. */
export function agentIn({ words, clauses, times }: Seen): ShortForm | null {
  const best = likeliest(words, clauses)
  if (best === null && clauses.some((clause) => isCustomers(words, clause))) return null
  const found = best ?? withoutSubject(words)
  const begins = words[found.verbAt]?.start ?? 0
  if (times.length === 0 || times.some(({ start }) => start >= begins)) return found
  return { ...found, verbAt: words.findIndex(({ end }) => end > (times[0]?.start ?? 0)) } // the time stands before: it is part of it
}

/** "Mr Dunne will drop the keys in": in a note people with a title are mostly customers. */
function isCustomers(words: readonly Word[], { modal, subject: { from, to } }: Clause): boolean {
  return modal === "will" && CUSTOMER_TITLES.has(textAt(words, from)) && hasOnlyName(words, from, to)
}

function hasOnlyName(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).every(({ capital }) => capital)
}

function likeliest(words: readonly Word[], clauses: readonly Clause[]): ShortForm | null {
  let best: ShortForm | null = null
  let most = 0
  for (let at = 0; at < words.length; at++) {
    const read = clauses.find(({ verbAt }) => verbAt === at)
    const verb = read?.verb ?? presentVerb(words, at)
    if (verb === null || read?.negated === true || (read !== undefined && isCustomers(words, read))) continue
    const { from, to } = read?.subject ?? subjectBefore(words, textAt(words, at - 1) === "to" ? at - 1 : at)
    const actor =
      read?.voice === "passive" && subjectIs(words, from, to) === null ? "company" : subjectIs(words, from, to)
    const worth = (actor === null ? 0 : WORTH[actor]) + (read !== undefined ? 2 : 0) + (deedOf(verb) !== null ? 1 : 0)
    if (actor === null || worth <= most) continue
    most = worth
    best = shortForm(actor, verb, at, from, to)
  }
  return best
}

const WORTH: Readonly<Record<Undertaker, number>> = { i: 3, we: 3, someone: 3, named: 2, company: 1 }

/** The base of a verb that stands in the present, or is still to come: "brings", "bringing", "to bring", "bring". */
function presentVerb(words: readonly Word[], at: number): string | null {
  const text = textAt(words, at)
  const base =
    baseOfIng(text) ??
    (isDeed(text) ? text : text.endsWith("s") && isDeed(text.slice(0, -1)) ? text.slice(0, -1) : null)
  return base !== null && isDeed(base) ? base : null
}

function isDeed(text: string): boolean {
  return deedOf(text) !== null && !owesNothing(text)
}

function subjectIs(words: readonly Word[], from: number, to: number): Undertaker | null {
  if (from === to) return null
  const kind = subjectKind(words, from, to)
  if (kind === "i" || kind === "we" || kind === "someone") return kind
  if (hasCustomer(words, from, to)) return null
  return kind === "named" || isAgent(words, from, to) || isCraft(textAt(words, to - 1)) ? "named" : null
}

/** "Sending it tonight", "told her it gets done Friday": by no verb that we know it is somebody who is named, ourselves, or nobody. */
function withoutSubject(words: readonly Word[]): ShortForm {
  const someone = words.findIndex(({ text }) => SOMEONE.has(text))
  if (someone >= 0) return shortForm("someone", "do", someone + 1, someone, someone + 1)
  const name = words.findIndex((_, at) => isPerson(words, at))
  if (name >= 0) return shortForm("named", baseOf(textAt(words, name + 1)) ?? "do", name + 1, name, name + 1)
  const doing = words.findIndex(({ text }) => baseOf(text) !== null)
  const own = words.find(({ text }) => OURS.has(text) || MINE.has(text))?.text
  const done = words.findIndex(({ text }) => isDeed(baseOfParticiple(text) ?? ""))
  if (own !== undefined && (OURS.has(own) || doing < 0))
    return shortForm(OURS.has(own) ? "we" : "i", "do", Math.max(0, doing))
  if (doing >= 0) return shortForm("i", baseOf(textAt(words, doing)) ?? "do", doing)
  return shortForm("company", baseOfParticiple(textAt(words, done)) ?? "do", Math.max(0, done))
}

function baseOf(text: string): string | null {
  const base = baseOfIng(text)
  return base !== null && isDeed(base) ? base : null
}

/** "Macca's on it", "Ornella goes": a name with a verb behind it, and no title before. */
function isPerson(words: readonly Word[], at: number): boolean {
  const [name, next] = [words[at], words[at + 1]]
  if (name === undefined || next === undefined || hasCustomer(words, at, at + 1)) return false
  if (CUSTOMER_TITLES.has(textAt(words, at - 1)) || TELLS.has(textAt(words, at - 1))) return false
  if (!name.capital && !isCraft(name.text)) return false
  if (NOT_NAMES.has(name.text) || WHEN.has(name.text) || baseOf(name.text) !== null) return false
  return (
    next.text === "'s" ||
    (!next.capital &&
      /^[a-z]{2,}(?<!s)s$|^will$|^back$|ing$/.test(next.text) &&
      !NO_VERBS.has(next.text) &&
      (name.capital || next.text.endsWith("s")))
  )
}

const WHEN = wordSet("when if once whenever as so")
const TELLS = wordSet("told tell adv advised informed assured to")
const NO_VERBS = wordSet("was is has his its this hers ours theirs us says knows wants needs asks hopes thinks")
const SOMEONE = wordSet("someone somebody sm1 some1 sum1 smbdy")
const OURS = wordSet("we us our ours")
const MINE = wordSet("i me my")
