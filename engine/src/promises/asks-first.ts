import { phraseAt, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { deedOf } from "./verbs.ts"

/** Whether the words before `to` ask the reader to do something first: "Please confirm, and …", "order by noon and …". */
export function asksFirst(words: readonly Word[], to: number): boolean {
  if (to === 0 || !joined(words, to)) return false
  const isAnd = ANDS.has(textAt(words, to - 1))
  if (isAnd && (textAt(words, 0) === "any" || (textAt(words, 0) === "no" && NOTHING_SAID.has(textAt(words, 1)))))
    return true
  let at = 0
  while (at < to && OPENING_WORDS.has(textAt(words, at))) at++
  if (WAITS.test(phraseAt(words, at, 6))) return false
  if (at < to && isRequest(words, at, to)) return true
  if (WANTED.test(phraseAt(words, 0, to)) || (isAnd && QUESTION.test(phraseAt(words, at, 4)))) return true
  for (let next = at + 1; next < to; next++) {
    const before = textAt(words, next - 1)
    if (OPENS.has(before) && isRequest(words, next, to)) return true
  }
  return false
}

const OPENS = wordSet("please pls ? . : ; so just")

/** "A photo of the label would do, and I can", "I just need to know which and we'll". */
const WANTED =
  /\b(?:need|want) (?:you to|to know|to see (?:your|the)|sight of)\b|\b(?:would|will|'ll) (?:do|be enough|be useful|suffice)\b(?! (?:it|this|that|the|a|an|my|our|so)\b)/
/** "What's your postcode and I'll tell you". */
const QUESTION =
  /^(?:what (?:'s|is|are) (?:the|your|ur)|which (?:one|of)|where (?:'s|is|are) (?:the|your|it)|how (?:many|big|old|long|much|tall|wide)|have you got|do you (?:have|know)|whereabouts)\b/
const ANDS = wordSet("and n & then")
const NOTHING_SAID = wordSet("objection objections reply answer response luck joy news word improvement")
const OPENING_WORDS = wordSet(
  "please just so then and also simply first kindly thanks sure okay ok pls plz , ! or now yes yep right no problem well great perfect cool - – you can could",
)

/** "Bear with me and I'll check", "give me a second": waiting is no condition. */
const WAITS =
  /^(?:bear with|hold (?:on|the line|tight|please|there)|hang on|hang fire|wait|sit tight|stay (?:on|there|with)|stand by|look|listen|see|rest assured|(?:give|allow) (?:me|us) (?:until|till|til|(?:a|an)\b(?! (?:shout|ring|bell|buzz|call|nod|wave|knock|yell|text|clue|copy|\S+ (?:notice|'s)))|some|one|two|just|\d+|five|ten)\b|one|let (?:me(?! know| have (?!an?\b|another\b)| in\b| out\b)|us(?! know| have)|'s)|lets|call it|consider|thank|leave (?:(?:it|that|this|them|(?:the|your|that) (?:\S+ ){1,3}?) ?)?(?:with|to) (?:me|us|you)\b)/

const IMPERATIVES = wordSet(
  "login click choose say enter press shout subscribe mention present find unplug swing nip rate holler knock wave restart reboot name state list specify deposit",
)

/** A request: the bare verb opens, and nothing between it and the promise makes a statement of it ("Order 12 was lost and we'll…"). */
function isRequest(words: readonly Word[], at: number, to: number): boolean {
  const verb = textAt(words, at)
  if (!IMPERATIVES.has(verb) && deedOf(verb) === null) return false
  if (verb === "let" && textAt(words, at + 1) === "me" && !LETS.has(textAt(words, at + 2))) return false
  if (isToBe(words, at, to)) return false
  if (STATED.has(textAt(words, at + 1)) || textAt(words, at + 1) === "n't" || textAt(words, at + 1) === "not")
    return false
  if (NOUNS_TOO.has(verb)) return OBJECTS.has(textAt(words, at + 1)) || words[at + 1]?.capital === true
  return true
}

/** "Let me know", "let me in": what the reader is to do; "let me check" is what we do. */
const LETS = wordSet("know have in out")

/** "Sample board to be dropped off - I'll do that": a thing to do, not a request. */
function isToBe(words: readonly Word[], at: number, to: number): boolean {
  return words.slice(at, to).some(({ text }, index) => text === "be" && textAt(words, at + index - 1) === "to")
}

const NOUNS_TOO = wordSet(
  "charge cost offer refund credit repair report result issue schedule process plan order call text return ring visit check book email mail message cancel transfer deposit use note mark rate state list name show contact answer pay find",
)
const OBJECTS = wordSet(
  "before now today here back up with to out for and at through online stop yes 1 me us it them the your a an this that by in on him her",
)
const STATED = wordSet("is was are were has have had 's will 'll did")

/** "…, and I'll", "… - I'll": the promise follows from the request. */
function joined(words: readonly Word[], to: number): boolean {
  const before = textAt(words, to - 1)
  return JOINS.has(before) || before === "whereupon" || before === "which" || textAt(words, to - 2) === "and"
}

const JOINS = wordSet("and n then , & + so - – —")
