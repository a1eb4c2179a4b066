import type { FoundTime } from "../review-format.ts"
import type { Word } from "../words.ts"
import { takesBareObject } from "./objects.ts"
import { deedOf, isDeedVerb, owesNothing } from "./verbs.ts"
import { textAt, wordSet } from "../words.ts"

/** A stretch of a note between two marks: "Pete to ring her" in "Rang, no answer - Pete to ring her". */
export type Stretch = {
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
  readonly hasLaterTime: boolean
  /** Times ahead, of the whole sentence. */
  readonly times: readonly FoundTime[]
  readonly hasCondition: boolean
  /** Under "Action:" or "To do -": what stands there is to be done. */
  readonly isTask: boolean
  /** Who the task was given to, where the stretch before named one: "Action: Sam - ring her". */
  readonly taskOf: "i" | "named"
}

/** Whether a deed is told at word `at`, where a note has its verbs. */
export function isDeedAt(words: readonly Word[], at: number): boolean {
  const verb = textAt(words, at)
  if (verb === "go" || verb === "come") return GOES_BACK.has(textAt(words, at + 1))
  if (verb === "attend" || (deedOf(verb) !== null && !owesNothing(verb))) return true
  return words[at]?.capital === false && isDeedVerb(verb) && takesBareObject(words, at + 1)
}

const GOES_BACK = wordSet("on in into onto off back bk out round over again and through ahead")

/** Whether a verb of speaking at word `at` has ourselves for its speaker. */
export function isOwnSpeaker(words: readonly Word[], start: number, at: number): boolean {
  return at === start || OWN_SPEAKERS.has(textAt(words, at - 1))
}

const OWN_SPEAKERS = wordSet("must set put made added a i we have 've and also reminder note so but")

/** "Going out Mon", "shipping": a thing on its way. */
export function isMoving(base: string, next: string): boolean {
  return base === "go" || base === "come" ? WAYS.has(next) : base === "ship"
}

const WAYS = wordSet("out back bk over round on in today tomorrow tonight mon tues weds thurs fri by this next to via")

/** What a desk gives, and what is booked for it. */
export const THINGS: ReadonlySet<string> = wordSet(
  `refund goodwill credit replacement callback c/b cb call answer update quote estimate visit collection delivery redelivery repair exchange swap deposit balance money cheque bacs courier van driver parcel order part    fob key keys card letter copy cert report drawings draft proof sample voucher label receipt statement form contract lease link code ticket    inspection survey fitting install installation service refit return photos lid pump filter panel unit kit new revised corrected updated appt appointment slot`,
)

/** Who else comes, and what others bring: "insurer's assessor coming Weds". */
export const OUTSIDE = wordSet(
  "supplier suppliers courier council bank insurer insurers factory manufacturer dpd landlord agent solicitor his their",
)
