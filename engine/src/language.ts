import { characterAt, LETTER, unitsAt } from "./characters.ts"
import type { Span } from "./review-format.ts"
import { NO_PLACE, numberPerWord } from "./known-word.ts"
import { firstFrom, isLetter, plainWordsOf } from "./plain-words.ts"

/**
 * The BCP 47 language of the spans: a script of its own (Cyrillic, Han …), or the Latin language whose commonest
 * words it uses most. Text too short to tell counts as English, so that "Will do." is still read.
 */
export function languageOf(text: string, spans: readonly Span[]): string {
  if (plainWordsOf(text).isPlain) return latinLanguage(plainScores(text, spans))
  const small = sampleOf(text, spans).toLowerCase()
  return scriptLanguage(small) ?? latinLanguage(commonWordsIn(small))
}

const SAMPLE_LENGTH_MAX = 4_000 // characters; the first pages decide

function sampleOf(text: string, spans: readonly Span[]): string {
  let sample = ""
  for (const span of spans) {
    if (sample.length >= SAMPLE_LENGTH_MAX) break
    sample += `${text.slice(span.start, Math.min(span.end, span.start + SAMPLE_LENGTH_MAX))} `
  }
  return sample
}

const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ["uk", /[іїєґ]/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
]

/** Where the scripts lie, roughly: what a quick look finds. */
const MAY_BE_FOREIGN = /[\u0370-\u1fff\u2c00-\uffff]/
/** Any letter of those scripts: they are counted only where there is one. */
const FOREIGN =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Han}\p{Script=Thai}\p{Script=Devanagari}]/u

/** The script's language where letters of that script outnumber the Latin ones. */
function scriptLanguage(sample: string): string | null {
  if (!MAY_BE_FOREIGN.test(sample) || !FOREIGN.test(sample)) return null
  const latin = count(sample, /\p{Script=Latin}/gu)
  let foreign = 0
  let first: string | null = null
  for (const [language, script] of SCRIPTS) {
    const letters = count(sample, script)
    if (letters > 0) first ??= language
    foreign += letters
  }
  return foreign > latin ? first : null
}

function count(sample: string, pattern: RegExp): number {
  return sample.match(pattern)?.length ?? 0
}

/** Commonest words, those that English shares left out. */
const COMMON: Readonly<Record<string, string>> = {
  en: "the and to of you your we i is are it that this for with will have be on not can our please if from was my they he she has been would just but so what at by or do any thanks thank hi hello an yes all get call back let there's i'll we'll it's as than no never say always",
  de: "der die das und ich sie wir ist nicht ein eine mit für auf den dem zu im von wird haben ihre ihnen bitte auch sich uns noch aber wie",
  fr: "le la les et je vous nous est pas un une des du pour dans que qui avec votre sur au ce bonjour merci être avons plus ne",
  es: "el la los las y que de en un una por para con su es no se del le lo usted hola gracias pero como está más muy",
  it: "il lo gli e che di un una per con non è sono del della vi ci grazie buongiorno anche come questo suo mia",
  pt: "o os as e que de em um uma para com não é do da se por obrigado obrigada olá você seu sua mais como está",
  nl: "de het een en ik u wij we is niet van dat voor op met te zijn hebben uw ook maar bij naar er nog wordt",
  sv: "och att det är en ett jag vi du inte för på med som har din hej tack av till den",
  da: "og at det er en et jeg vi du ikke for på med som har din hej tak af til den",
  pl: "i w na z nie się jest że do to jak proszę dziękuję pan pani po za od przez dla",
}
const LANGUAGES = Object.keys(COMMON)
/** To each word the numbers of the languages in which it is common. */
const COMMON_WORDS = commonIn()
const COMMON_LENGTH_MAX = Math.max(...[...COMMON_WORDS.keys()].map((word) => word.length))

function commonIn(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [language, words] of Object.values(COMMON).entries())
    for (const word of new Set(words.split(" "))) {
      const listed = found.get(word)
      if (listed === undefined) found.set(word, [language])
      else listed.push(language)
    }
  return found
}

/** A language other than English must be clearly ahead: names and short thanks must not switch the rules off. */
function latinLanguage(scores: readonly number[]): string {
  const english = scores[LANGUAGES.indexOf("en")] ?? 0
  let best = "en"
  let most = english + 1
  for (const [language, score] of scores.entries()) {
    if (score > most) [best, most] = [LANGUAGES[language] ?? best, score]
  }
  return best
}

/** How often the common words of each language stand in the sample, a word being a run of letters and apostrophes. */
function commonWordsIn(sample: string): readonly number[] {
  const scores = LANGUAGES.map(() => 0)
  for (let at = 0; at < sample.length;) {
    const start = at
    while (at < sample.length && isInWord(sample, at)) at += unitsAt(sample, at, sample.length)
    const length = at - start
    if (length === 0) at++
    else if (length <= COMMON_LENGTH_MAX)
      for (const language of COMMON_WORDS.get(sample.slice(start, at)) ?? NONE)
        scores[language] = (scores[language] ?? 0) + 1
  }
  return scores
}

/** The same of a text whose letters are all ASCII's: most words of it are known. */
function plainScores(text: string, spans: readonly Span[]): readonly number[] {
  const scores = LANGUAGES.map(() => 0)
  let left = SAMPLE_LENGTH_MAX
  for (const { start, end } of spans) {
    if (left <= 0) break
    const until = Math.min(end, start + SAMPLE_LENGTH_MAX)
    countPlain(text, start, until, scores)
    left -= until - start + 1
  }
  return scores
}

function countPlain(text: string, from: number, until: number, scores: number[]): void {
  const plain = plainWordsOf(text)
  let next = from
  for (let at = firstFrom(plain, from); at < plain.length; at++) {
    const start = plain.starts[at] ?? 0
    if (start >= until) return
    if (start < next) continue
    next = plain.ends[at] ?? until
    const place = plain.places[at] ?? NO_PLACE
    const isPlain = place !== NO_PLACE && next <= until
    if (!isPlain) next = endOfPlain(text, start, until)
    const list = isPlain ? listOf(place) : numberOfList(text.slice(startOfPlain(text, start, from), next).toLowerCase())
    if (list === 0 || (isPlain && isApostrophe(text.charCodeAt(start - 1)))) continue // "'hello" is no word of any
    for (const language of COMMON_LISTS[list - 1] ?? NONE) scores[language] = (scores[language] ?? 0) + 1
  }
}

/** In which languages a word is common, as a number: 0 in none. */
const COMMON_LISTS = [...COMMON_WORDS.values()]
const LIST_OF = new Map([...COMMON_WORDS.keys()].map((word, index) => [word, index + 1]))
const listOf = numberPerWord(numberOfList)

function numberOfList(word: string): number {
  return LIST_OF.get(word) ?? 0
}

function endOfPlain(text: string, from: number, until: number): number {
  let end = from
  while (end < until && isInPlainWord(text, end)) end++
  return end
}

function startOfPlain(text: string, at: number, from: number): number {
  let start = at
  while (start > from && isInPlainWord(text, start - 1)) start--
  return start
}

function isInPlainWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return isLetter(unit) || isApostrophe(unit)
}

function isApostrophe(unit: number): boolean {
  return unit === 39 || unit === 0x2019
}

const NONE: readonly number[] = []

function isInWord(sample: string, at: number): boolean {
  const unit = sample.charCodeAt(at)
  if (unit >= 97 && unit <= 122) return true
  return isApostrophe(unit) || (characterAt(sample, at, sample.length) & LETTER) !== 0
}
