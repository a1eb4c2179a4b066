import type { Place } from "./find-claims.ts"

/** Whether it may be a statement about how things are with us: not the writer's doings, courtesy, plans or this customer's affairs. */
export function mayClaim(place: Place): boolean {
  return isImpersonal(place) && (place.promise === undefined || place.promise.actor.kind === "company")
}

/** The same of promises too: "we'll refund that" goes against a fact that we do not. */
export function isImpersonal({ clause, stance }: Place): boolean {
  if (stance !== "says") return false
  const words = clause.words.replace(OPENING, "")
  return !PERSONAL.test(words) || !PERSONAL.test(withoutRelative(words))
}

/** "… can be returned, just use the box they came in": what is past of a thing that is spoken of in the present. */
function withoutRelative(words: string): string {
  const at = WE_ONLY.test(words) ? 0 : words.search(PRESENT)
  return at < 0 ? words : words.slice(0, at) + words.slice(at).replace(WHICH_WAS, " ")
}

const PRESENT = /\b(?:is|are|can|may|must|cannot|can't|isn't|aren't|don't|doesn't)\b/
/** "We only mend tools that were bought from us" */
const WE_ONLY = /^we only (?![a-z]+ed\b)/
const WHICH_WAS =
  /\b(?:that|which|who|you|they|it|once|after|since|if|before|until) (?:was|were|had|did|went|came|asked|wrote|paid|ordered)\b/g

/** Words before what is said. */
export const OPENING =
  /^(?:(?:and|but|so|also|then|plus|yes|yeah|no|sure|well|oh|by the way|i'm afraid(?: that)?|i'm sorry(?: but)?|sorry|unfortunately|i can confirm(?: that)?|just so you know|for your information|in addition|besides|of course|good news|note that|as a rule|which|because|since|while)[,:! ]+)+/

/** The writer, this customer's own affairs, courtesy, plans: nothing about how things are with us. */
const PERSONAL =
  /^(?:i|i'm|i've|i'll|i'd|my|he(?!'s allowed)|she(?!'s allowed)|they(?! (?:all|both) |'ve (?:all |both )?got|'re allowed)|his|her|their|someone|somebody|let|please|thank|thanks|sorry|your (?:order|parcel|package|refund|ticket|case|message|mail|e-mail|email|letter|appointment|booking|invoice|payment|bill|number|question|name|address))\b|\b(?:i|i'm|i've|i'll|i'd|my|me)\b|\b(?:hope|hopefully|feel free|let us know|good luck|enjoy|congratulations|apolog\w+|this week|right now|yesterday|last (?:week|month|night)|best (?:number|way|time|bet|day|thing|option|choice)|way to|must be|should be|sounds|looks like|seems?)\b|\b(?:was|were|had|did|went|came|asked|wrote|said|told|paid|ordered|spoke)\b/
