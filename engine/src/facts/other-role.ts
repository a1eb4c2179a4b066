import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import type { Said } from "./value.ts"
import { textAt } from "../words.ts"

/** Whether an amount is told of another side of a thing than the fact is about: what is paid back of its price, when it ends. */
export function isOtherRole({ words, tokens }: Place["clause"], values: readonly Said[], entry: Entry): boolean {
  const { value, fact, all } = entry
  const said = `${fact.subject} ${fact.attribute} ${fact.unit ?? ""} ${fact.statement}`
  if (value?.kind === "date") return isOther(BOOKED, words, said) || isOtherEnd(words, said)
  if (value?.kind === "money") return isOther(OTHER_SUM, words, said)
  if (value?.kind === "count") return ENOUGH.test(words)
  if (value?.kind !== "duration") return false
  const lengths = values.filter((each) => each.value.kind === "duration")
  if (lengths.length > 0 && lengths.every(({ to }) => /^(?:ago|old)$/.test(textAt(tokens, to)))) return true
  if (CASE.test(words)) return true
  if (ARRIVES.test(words) && WINDOW.test(`${fact.attribute} ${fact.unit ?? ""} ${fact.statement}`)) return true
  return DELIVERED.test(words) && !all.has("+delivery") && !DELIVERED.test(said)
}

/** The clause says a word of this kind, and the fact none. */
function isOther(role: RegExp, words: string, said: string): boolean {
  return role.test(words) && !role.test(said)
}

/** "Book by 1 June", of the day on which it begins. */
const BOOKED = /\b(?:book|register|sign up|enrol|apply|pay|order|cancel|reply|let us know|tell us)\b/i

/** "It ends on 31 August", of the day on which it begins. */
function isOtherEnd(words: string, said: string): boolean {
  return (
    (ENDS.test(words) && !BEGINS.test(words) && BEGINS.test(said) && !ENDS.test(said)) ||
    (BEGINS.test(words) && !ENDS.test(words) && ENDS.test(said) && !BEGINS.test(said))
  )
}

const ENDS = /\b(?:ends?|ending|finish(?:es)?|closes?|expires?|last day|until)\b/i
const BEGINS = /\b(?:begins?|beginning|starts?|starting|opens?|first day)\b/i

/** What is paid besides a price, or of it. */
const OTHER_SUM =
  /\b(?:deposit|down payment|instal(?:l)?ments?|service|repairs?|servicing|owe|owes|refund(?:ed)?|tip|donation|upgrade|spare|replacement|insurance)\b/i

/** "For 25 people it is big enough", of 30 that it holds. */
const ENOUGH = /\b(?:big|large|long|strong|room|space) enough\b|\benough (?:room|space)\b/

/** "The refund lands within five days", of 30 days in which one may ask for it. */
const ARRIVES =
  /\b(?:process(?:ed)?|paid (?:out|back)|pay you back|money back|reflected|lands?|arrives?|shows? up|credited|(?:in|on|to) your (?:account|card|bank)|original payment)\b/
const WINDOW = /\b(?:window|(?:of|after|from) (?:the )?(?:purchase|delivery|order|sale)|notice|minimum)\b/i

/** "You arrive in 36 hours", of the 48 until which one can cancel. */
const CASE =
  /^(?:(?:and|so|as|since|because) )?you(?:'ve| have)? (?:arrive|arrived|cancell?ed|booked|bought|ordered|returned|sent)\b/

/** "It arrives in four weeks", of its warranty. */
const DELIVERED = /\b(?:arrives?|delivered|ships?|dispatched|reach(?:es)? you)\b/i
