import { isLetterAt } from "../characters.ts"
import { phraseAt, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { takesObject } from "./objects.ts"
import { baseOfIng, baseOfParticiple, deedOf, isDeedVerb } from "./verbs.ts"

export type VerbPhrase = {
  readonly verbAt: number
  /** Base form; "get-back", "follow-up" and the like for verbs of two words. */
  readonly verb: string
  readonly voice: "active" | "passive" | "being"
  readonly negated: boolean
  /** "probably", "try to": softer than a plain undertaking. */
  readonly hedged: boolean
  /** "will be sending": also how plans are told ("will be travelling"). */
  readonly isContinuous?: boolean
  /** The verb is in our lists, or goes on as a deed does. */
  readonly known: boolean
}

const ADVERBS =
  wordSet(`just also then now certainly definitely personally gladly happily quickly first both all either always simply indeed absolutely immediately shortly soon
   probably maybe possibly hopefully perhaps likely still even again really actually only surely kindly be-sure promptly directly here today tomorrow
   uh um er obviously of-course basically therefore further each forever`)
export const HEDGES = wordSet(
  "probably maybe possibly hopefully perhaps likely normally usually typically generally often",
)
export const NEGATIONS = wordSet("not n't never cannot nt")

export function skipAdverbs(words: readonly Word[], from: number): number {
  let at = from
  while (at < words.length && ADVERBS.has(textAt(words, at))) at++
  return at
}

/** Reads what is done from word `from` on ("just be sure to send" is "send"). Null when no verb follows. */
export function readVerb(words: readonly Word[], from: number, isIng: boolean): VerbPhrase | null {
  let at = from
  let negated = false
  let hedged = false
  for (; at < words.length && at - from < 8; at++) {
    const word = textAt(words, at)
    if (HEDGES.has(word)) hedged = true
    else if (NEGATIONS.has(word)) negated = true
    else if (ASIDES.has(word) && ASIDES.get(word) === words[at + 1]?.text) at++
    else if (!ADVERBS.has(word)) break
  }
  const word = textAt(words, at)
  if (!isLetterAt(word, 0, word.length) || NO_VERBS.has(word)) return afterAside(words, from, at)
  if (isIng) return ingPhrase(words, at, negated, hedged)
  if (negated && (word === "fail" || word === "forget") && textAt(words, at + 1) === "to")
    return readVerb(words, at + 2, false)
  const skipped = afterAuxiliary(words, at)
  if (skipped !== null) return withFlags(readVerb(words, skipped, false), negated, hedged || word === "try")
  const isBe = word === "be" || (word === "b" && TEXTED_BE.has(textAt(words, at + 1)))
  if (word === "have" && textAt(words, at + 1) === "been") at++
  if (isBe || word === "get" || textAt(words, at) === "been") return bePhrase(words, at, negated, hedged)
  return active(words, at, word, negated, hedged)
}

const TEXTED_BE = wordSet("in with back there sent done able round over here")
/** Two words that say how, between "will" and its verb. */
const ASIDES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    of: "course",
    in: "fact",
    at: "once",
    no: "doubt",
    as: "promised",
    without: "fail",
    by: "then",
    if: "necessary",
  }),
)
const ASIDE_WORDS_MAX = 7

/** "will in the next days send", "will, of course, send": the verb after the aside. */
function afterAside(words: readonly Word[], from: number, at: number): VerbPhrase | null {
  if (at !== from || !ASIDE.has(textAt(words, at)) || !FIRM.has(textAt(words, from - 1))) return null
  for (let next = at + 1; next < Math.min(words.length, at + ASIDE_WORDS_MAX); next++) {
    const word = textAt(words, next)
    if (word === "be" && textAt(words, next - 1) === ",") return readVerb(words, next, false)
    if (word !== "be" && deedOf(word) !== null && textAt(words, next - 1) !== "the") return readVerb(words, next, false)
  }
  return null
}

const ASIDE = wordSet(", in on at by with for within")
const FIRM = wordSet("will 'll shall")
const NO_VERBS = wordSet(
  "the a an my your his her our their this that these those you me him them it i we he she they to for of in on at by from with",
)

/** Where the real verb is in "try to", "go ahead and", "be sure to", "need to make enquiries". */
function afterAuxiliary(words: readonly Word[], at: number): number | null {
  const [first, second, third] = [words[at]?.text, words[at + 1]?.text, words[at + 2]?.text]
  if (first === "try" && (second === "to" || second === "and")) return at + 2
  if (second === "to" && LEADING_ON.has(first ?? "")) return at + 2
  if (first === "go" && second === "ahead" && third === "and") return at + 3
  if (first === "go" && second === "and") return at + 2
  if (first === "make" && second === "sure" && third === "to") return at + 3
  if (first === "be" && GLAD.has(second ?? "") && third === "to") return at + 3
  if (first === "be" && second === "able" && third === "to") return at + 3
  if (first === "be" && second === "in" && textAt(words, at + 3) === "position" && textAt(words, at + 4) === "to")
    return at + 5
  if (first === "be" && (second === "more" || second === "very" || second === "only") && textAt(words, at + 3) === "to")
    return at + 4
  if (first === "be" && second === "more" && third === "than" && textAt(words, at + 4) === "to") return at + 5
  if (first === "be" && (second === "sure" || second === "certain") && (third === "to" || third === "and"))
    return at + 3
  if (first === "come" && second === "and") return at + 2
  return null
}

/** "continue to monitor", "arrange to have it collected": the deed comes after. */
const LEADING_ON = wordSet(
  "continue start begin proceed arrange endeavour endeavor attempt seek strive undertake agree volunteer remember aim",
)
const GLAD = wordSet("happy glad pleased delighted")

function withFlags(phrase: VerbPhrase | null, negated: boolean, hedged: boolean): VerbPhrase | null {
  return phrase === null ? null : { ...phrase, negated: phrase.negated || negated, hedged: phrase.hedged || hedged }
}

function ingPhrase(words: readonly Word[], at: number, negated: boolean, hedged: boolean): VerbPhrase | null {
  const done = textAt(words, at) === "being" ? baseOfParticiple(textAt(words, at + 1)) : null
  if (done !== null) return { verbAt: at + 1, verb: done, voice: "passive", negated, hedged, known: isDeedVerb(done) }
  const base = baseOfIng(textAt(words, at))
  return base === null ? null : active(words, at, base, negated, hedged)
}

function bePhrase(words: readonly Word[], at: number, negated: boolean, hedged: boolean): VerbPhrase | null {
  const isGet = textAt(words, at) === "get"
  let next = at + 1
  for (; NEGATIONS.has(textAt(words, next)) || ADVERBS.has(textAt(words, next)); next++) {
    if (NEGATIONS.has(textAt(words, next))) negated = true
  }
  const word = textAt(words, next)
  if (isGet) return active(words, at, "get", negated, hedged)
  const touch = beInTouch(words, next)
  if (touch !== null) return { verbAt: at, verb: touch, voice: "active", negated, hedged, known: true }
  const ing = baseOfIng(word)
  if (ing !== null) return { ...active(words, next, ing, negated, hedged), isContinuous: true }
  const participle = baseOfParticiple(word)
  if (participle !== null)
    return { verbAt: next, verb: participle, voice: "passive", negated, hedged, known: isDeedVerb(participle) }
  return { verbAt: at, verb: "be", voice: "being", negated, hedged, known: true }
}

/** "be in touch", "be back to you", "be with you shortly", "be round on Monday". */
function beInTouch(words: readonly Word[], at: number): string | null {
  const texts = phraseAt(words, at, 4)
  if (
    /^(?:back )?in (?:touch|contact)/.test(texts) ||
    /^back (?:to|with) you/.test(texts) ||
    texts.startsWith("right back")
  )
    return "get-back"
  return VISITS.test(texts) ? "visit" : null
}

const VISITS =
  /^(?:right |straight )?(?:with (?:you|u)|round|over|out to (?:you|your|see|look|fix|the)|along to|at your|by (?:at |around |about )?(?:\d|later|after|this|on|tomorrow|to pick|to collect|to drop))\b/

function active(words: readonly Word[], at: number, base: string, negated: boolean, hedged: boolean): VerbPhrase {
  const verb = twoWordVerb(words, at, base)
  const known = deedOf(verb) !== null || (isDeedVerb(verb) && takesObject(words, at + 1))
  return { verbAt: at, verb, voice: "active", negated, hedged, known }
}

const PARTICLES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries({
    get: { back: "get-back", in: "get-back", call: "call" },
    come: { back: "come-back" },
    follow: { up: "follow-up" },
    find: { out: "find-out" },
    reach: { out: "reach-out" },
    circle: { back: "circle-back" },
    look: { forward: "await" },
    go: { to: "travel", on: "travel", out: "travel", home: "travel", for: "travel", round: "visit" },
    drop: { you: "email" },
    stand: { by: "hold" },
  }).map(([verb, joined]) => [verb, new Map(Object.entries(joined))]),
)

function twoWordVerb(words: readonly Word[], at: number, base: string): string {
  const next = textAt(words, at + 1)
  const joined = PARTICLES.get(base)?.get(next)
  if (joined !== undefined) return joined
  if (
    base === "give" ||
    base === "drop" ||
    base === "leave" ||
    base === "have" ||
    base === "let" ||
    base === "get" ||
    base === "keep" ||
    base === "take"
  )
    return byObject(words, at, base)
  return base
}

/** "give you a call" is a call, "let you know" an answer, "have someone phone you" a call. */
function byObject(words: readonly Word[], at: number, base: string): string {
  const rest = words
    .slice(at + 1, at + 8)
    .map((word) => word.text)
    .join(" ")
  if (
    (base === "give" || base === "get" || base === "have") &&
    /\b(?:call|ring|buzz|bell|phone|phoned|called)\b/.test(rest)
  )
    return "call"
  if (base === "have" && /^(?:a|another) (?:\S+ )?(?:word|chat|look|dig|go)\b/.test(rest)) return "look"
  if (base === "give" && /^(?:you|him|her|them) (?:a |an )?(?:shout|update|answer|reply)/.test(rest)) return "answer"
  if (base === "take") return /^(?:it|this|that) up (?!to\b)/.test(rest) ? "raise" : base
  if (base === "let") return /^\S+(?: \S+){0,2} have\b/.test(rest) ? "send" : /\bknow\b/.test(rest) ? "let" : "allow"
  if (base === "get") return /\b(?:sent|posted|out to you|over to you|to you)\b/.test(rest) ? "send" : "get"
  if (base === "keep") return /\b(?:posted|updated|informed)\b/.test(rest) ? "inform" : "keep"
  if (base === "drop" || base === "leave")
    return /\b(?:line|note|mail|email|message|text)\b/.test(rest) ? "write" : base
  return base
}
