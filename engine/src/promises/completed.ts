import { textAt, wordSet } from "../words.ts"
import { deedWords } from "./reading.ts"
import type { Reading } from "./reading.ts"
import { deedOf, mayBeDeed } from "./verbs.ts"

/** Whether what follows makes a deed of a verb that owes nothing by itself: "run the test", "have Sam look", "think it over and ring you". */
export function isCompleted(reading: Reading): boolean {
  const { clause, setting } = reading
  const rest = deedWords(reading, 14)
  const after = rest.slice(rest.indexOf(" ") + 1)
  if (after !== rest && (COMPLETIONS.get(clause.verb)?.test(after) ?? false)) return true
  if (clause.verb === "see" && seesTo(reading, after)) return true
  if (clause.verb === "stay" || clause.verb === "wait") return setting.isTalk && STAYS.test(after)
  if (clause.verb === "have" && hasSomebodyDo(reading)) return true
  return hasSecondDeed(reading)
}

const THE_ONE = "(?:it|them|this|that|these|those|your|some|another|one|both|each|all)\\b"

/** What must follow the verb. */
const COMPLETIONS: ReadonlyMap<string, RegExp> = new Map([
  [
    "run",
    new RegExp(
      `^(?:${THE_ONE}|(?:a+|an|the) (?!(?:half |full )?(?:marathon|race|mile|5k|10k|risk)\\b)|through\\b|over (?:it|the|your)|by\\b)`,
    ),
  ],
  [
    "be",
    /^(?:there|here|over|round|around|out|along|down|up|on site|on-site|by|in) (?:\S+ ){0,5}to (?!see you)[a-z]+ (?:it|them|this|that|the|your|you|a|an|everything|up)\b/,
  ],
  [
    "drive",
    /^(?:you|it|them|this|that|your)\b|^(?:over|out|round|down|up|across) to (?:you|your|collect|pick|fix|deliver)\b/,
  ],
  ["head", /^(?:over|out|round|down|up|across) to (?:you|your|collect|pick|fix|deliver|look|sort)\b/],
  ["stand", /^in for\b/],
  ["sit", /^(?:down )?with\b/],
  ["own", /^(?:it|this|that|the (?!company|business|house|car))\b/],
  ["see", /^(?:it|this|that|the \S+|your \S+) through\b|^(?:you|them|him|her) right\b/],
  ["bear", /^(?:the|all|any|half) (?:\S+ )?(?:costs?|charges?|expenses?)\b/],
  ["attend", /^to (?:it|this|that|the|your|them)\b/],
  ["remember", /^to (?!be\b)[a-z]+/],
  ["mention", /\bto (?!be\b)\S+/],
  ["settle", /^(?:the|your|that|this|it|up)\b/],
  ["watch", /^(?:out )?for (?:it|your|the)\b|^over (?:it|your)\b/],
  ["think", /^(?:of|up) (?:a|an|some) (?:way|solution|plan)\b/],
  ["sleep", /^on it and\b/],
])

const STAYS =
  /^(?:right )?(?:on (?:the line|the phone|the call|hold|with)|here(?: with you)?|with you|while you|for you to)\b/

/** "I'll see if he's free" finds out; "we'll see what happens" waits. */
function seesTo({ clause, words, setting }: Reading, after: string): boolean {
  if (/^to\b/.test(after)) return true
  if (!SEES.test(after) || WAITS.test(after)) return false
  const subject = words[clause.subject.to - 1]?.text
  return setting.isTalk || CAN.test(after) || subject === "i" || clause.modal === "let"
}

const SEES = /^(?:about|if|whether|what|when|where|who|how|that)\b/
const CAN = /^(?:if|whether|what|how|when) (?:i|we) (?:can|could|might)\b/
const WAITS = /^(?:what|how) (?:happens|comes|goes|it goes|things|you think|the|they)\b/

/** "have Sherri put it up", "have one of the lads drop it", "have the valve checked". */
function hasSomebodyDo({ clause, words }: Reading): boolean {
  const from = clause.verbAt + 1
  const first = words[from]
  if (first === undefined || (!first.capital && !WHOM.has(first.text))) return false
  for (let at = from + 1; at < Math.min(words.length, from + 7); at++) {
    const word = textAt(words, at)
    if (/^[,.;:!?]$/.test(word) || word === "that" || word === "for") return false
    if (
      (at === from + 1 && first.capital ? mayBeDeed(word) : deedOf(word) !== null) &&
      !ARTICLES.has(textAt(words, at - 1)) &&
      ACTS_ON.has(textAt(words, at + 1))
    )
      return true
  }
  return false
}

const WHOM = wordSet(
  "my our the someone somebody one a an another him her them accounts billing legal credit accounting tax finance",
)
const ARTICLES = wordSet("a an the my our your to of and")
const ACTS_ON = wordSet(
  "you your it this that them the a an me us him her up out into over round back with to on at in for",
)

/** "think about it and call you": the second verb is what is owed. */
function hasSecondDeed({ clause, words }: Reading): boolean {
  for (let at = clause.verbAt + 1; at < Math.min(words.length, clause.verbAt + 16); at++) {
    const joint = textAt(words, at)
    if (joint !== "and" && joint !== "then" && joint !== "&") continue
    const next = SMALL.has(textAt(words, at + 1)) ? at + 2 : at + 1
    const deed = deedOf(textAt(words, next))
    const firm = deed !== null && (deed !== "other" || FIRM.has(textAt(words, next)))
    if (firm && !TALKS.has(textAt(words, next)) && OBJECTS.has(textAt(words, next + 1))) return true
  }
  return false
}

const SMALL = wordSet("then just also will i we 'll")
const FIRM = wordSet(
  "come check confirm arrange book order pick collect cancel sign make get process see find ask put take",
)
const TALKS = wordSet("talk discuss speak walk tell explain dial")
const OBJECTS = wordSet("you u your it them that this these him her the back a an everything")
