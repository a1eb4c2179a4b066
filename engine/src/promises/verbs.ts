import { wordSet } from "../words.ts"
import type { Deed } from "../review-format.ts"
import { DEEDS_BY_KIND } from "./deed-verbs.ts"

const DEED_OF = new Map<string, Deed>()
for (const [deed, verbs] of deedEntries())
  for (const verb of wordSet(verbs)) if (!DEED_OF.has(verb)) DEED_OF.set(verb, deed)

function deedEntries(): readonly (readonly [Deed, string])[] {
  return (["call-back", "answer", "refund", "send", "repair", "other"] as const).map(
    (deed) => [deed, DEEDS_BY_KIND[deed]] as const,
  )
}

/** What kind of deed a base verb is ("hand-deliver" as "deliver"); null when it is none that somebody could wait for. */
export function deedOf(verb: string): Deed | null {
  const known = DEED_OF.get(verb)
  if (known !== undefined) return known
  const hyphen = verb.lastIndexOf("-")
  return hyphen > 0 ? (DEED_OF.get(verb.slice(hyphen + 1)) ?? null) : null
}

/** Verbs after "I will" that owe nobody anything: states, plans, feelings. */
const OWES_NOTHING =
  wordSet(`be need have want like love hope think believe know wait miss enjoy remember forget assume expect appreciate head fly travel drive run stay sleep arrive land eat
   watch survive live die bet admit win lose agree disagree understand feel seem become remain continue depend await never see guess doubt suppose
   wish prefer hear learn grow require regret say mention cost sound mind settle stick bear rest retire vote celebrate stand attend graduate exceed marry divorce vacation ski swim hike jog dance party relax chill sit starve suffer
   struggle beat spend succeed profit benefit laugh cry smile doze wake shower shop dine snack drink smoke quit resign belong deserve own owe matter tend dread fear envy hate
   adore desire recall recognize recognise realize realise notice imagine dream ponder reckon presume trust intend commute bike golf camp fish hunt pray sweat faint panic
   age wonder disappear vanish emerge occur happen exist arise second`)

export function owesNothing(verb: string): boolean {
  return OWES_NOTHING.has(verb)
}

/** Whether that base verb, where a verb must stand, is a deed: those that we list, and any other that does not owe nothing. */
export function isDeedVerb(verb: string): boolean {
  if (OWES_NOTHING.has(verb)) return false
  return deedOf(verb) !== null || (PLAIN.test(verb) && !NO_DEEDS.has(verb))
}

/** Whether that base verb may be what a set phrase names: a deed, or one of the verbs that are only deeds in some company. */
export function mayBeDeed(verb: string): boolean {
  return deedOf(verb) !== null || isDeedVerb(verb)
}

const PLAIN = /^[a-z][a-z-]+[a-z]$/
/** What is felt, or befalls somebody, in whatever voice; and words that are no verbs. */
const NO_DEEDS =
  wordSet(`accrue affect base bother cause concern confuse constitute delay disappoint excite experience face fall frustrate incur indicate interest involve lack
   limit mean oblige overlook permit please prevent receive reflect relate represent result rise serve-as surprise suit tire upset vary worry blame and
   did does had the any all for from into onto off out over per under via with within been are was were not than that then there this those these our
   your his its their something someone everything what how why whose when where which who date present them him her you`)

const IRREGULAR_PARTICIPLES: ReadonlyMap<string, string> = new Map(
  `sent:send resent:resend made:make remade:remake done:do redone:redo given:give paid:pay repaid:repay put:put set:set reset:reset told:tell held:hold kept:keep found:find-out brought:bring taken:take written:write rung:ring run:run rebuilt:build built:build dealt:deal met:meet shown:show left:leave got:get gone:go seen:see sold:sell spoken:speak drawn:draw chosen:choose begun:begin fit:fit rehung:rehang lent:lend read:read cut:cut wound:wind rewritten:rewrite withdrawn:withdraw overridden:override frozen:freeze swept:sweep fed:feed hung:hang sewn:sew bought:buy bound:bind rerun:rerun shut:close upheld:uphold undertaken:undertake undone:undo struck:strike forgiven:forgive thrown:throw dug:dig taught:teach flown:fly driven:drive laid:lay led:lead sought:seek stuck:stick swapped:swap split:split`
    .split(/\s+/)
    .map((pair) => {
      const [participle = "", base = ""] = pair.split(":")
      return [participle, base]
    }),
)

/** The base of a past participle, or null when the word does not look like one. */
export function baseOfParticiple(word: string): string | null {
  const irregular = IRREGULAR_PARTICIPLES.get(word.startsWith("re-") ? word.slice(3) : word)
  if (irregular !== undefined) return irregular
  if (!word.endsWith("ed") || word.length < 5) return null
  return stemmed(word.slice(0, -2))
}

/** The base of an "-ing" form, or null when the word is none. */
export function baseOfIng(word: string): string | null {
  if (word.startsWith("cc") && /^cc['-]?ing$/.test(word)) return "copy"
  return word.endsWith("ing") && word.length > 4 ? stemmed(word.slice(0, -3).replace(/^re-/, "re")) : null
}

function stemmed(stem: string): string {
  const known = [`${stem}e`, stem, undoubled(stem), stem.endsWith("i") ? `${stem.slice(0, -1)}y` : stem].find(
    (base) => DEED_OF.has(base) || OWES_NOTHING.has(base) || NO_DEEDS.has(base),
  )
  return known ?? (MUTE_E.test(stem) ? `${stem}e` : DOUBLED.test(stem) ? undoubled(stem) : stem)
}

/** "announc", "escalat", "organis": stems that no word ends on. */
const MUTE_E = /(?:[cvzu]|[^aeo]at|[iy]s)$/
/** "strapp", "decantt", not "roll", "press", "buzz". */
const DOUBLED = /([^aeioulsfz])\1$/

function undoubled(stem: string): string {
  return stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem
}

/** Passive deeds that a company does for its customer. Looser verbs count only for what is the customer's. */
const SERVES = wordSet("refund send repair")
const LOOSE = wordSet("give adjust redirect")
const SERVICE = wordSet(
  "process cancel update amend apply add remove charge debit bill pay transfer collect arrange schedule book reschedule complete review investigate escalate activate renew reinstate pass raise contact call email notify inform email do make answer mail run wipe deal create upgrade",
)

export function isService(verb: string): boolean {
  return SERVICE.has(verb) || (SERVES.has(deedOf(verb) ?? "other") && !LOOSE.has(verb))
}

/** Willingness with nothing that could be late. */
const COURTESIES = wordSet("help assist support serve welcome")

export function isCourtesy(verb: string): boolean {
  return COURTESIES.has(verb)
}
