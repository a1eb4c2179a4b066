import { hasWord, wordSet } from "../words.ts"
import { isEmbedded, isOwnReport } from "./embedded.ts"
import { letsDo } from "./lets.ts"
import { modalCounts } from "./modals.ts"
import { hasDone, helpsWith, isDeedOfOurs } from "./own-deed.ts"
import { asks } from "./questions.ts"
import { isFollowedBy } from "./reading.ts"
import type { Reading } from "./reading.ts"
import { giverOf, readerGets, thingHappens } from "./receiving.ts"
import { subjectKind } from "./subject.ts"
import type { SubjectKind } from "./subject.ts"
import { isCourtesy, owesNothing } from "./verbs.ts"

export type Undertaker = "i" | "we" | "named" | "someone" | "company"

/** Who of ours undertakes what the clause says; null when it is no undertaking. */
export function undertakerOf(reading: Reading): Undertaker | null {
  const { clause } = reading
  if (clause.negated || asks(reading)) return null
  if (clause.modal === "let") return letsDo(reading)
  if (isEmbedded(reading)) return null
  const subject = inNote(subjectOf(reading), reading)
  if (subject === "outsider" || !modalCounts(reading, subject)) return null
  if (subject === "you") return readerGets(reading) ? giverOf(reading) : null
  if (subject === "thing") return thingHappens(reading) ? "company" : null
  if (isCourtesy(clause.verb) && clause.voice === "active") return subject === "i" && helpsWith(reading) ? "i" : null
  if (subject === "i" || subject === "we") return isDeedOfOurs(reading) ? subject : null
  return clause.voice === "active" && (owes(reading, subject) || hasDone(reading)) ? subject : null
}

function subjectOf({ clause, words }: Reading): SubjectKind {
  const { from, to } = clause.subject
  if (from !== to) return subjectKind(words, from, to)
  const own = words.findLastIndex((word, at) => at < clause.modalAt && OWN.has(word.text))
  if (own >= 0) return words[own]?.text === "we" ? "we" : "i"
  return clause.modalAt <= 3 && clause.known ? "i" : "thing"
}

const OWN = wordSet("i we ill im")

/** In a note "he" and "she" are mostly the customer: told that something comes to them they are the reader, else an outsider. */
function inNote(subject: SubjectKind, { clause, words, setting }: Reading): SubjectKind {
  const { from, to } = clause.subject
  if (!setting.isNote || from === to || !THIRD_PERSONS.has(words[to - 1]?.text ?? "")) return subject
  if (isOwnReport(words, from, setting)) return "you"
  return hasWord(words, 0, words.length, READER) ? subject : "outsider"
}

const THIRD_PERSONS = wordSet("he she they")
const READER = wordSet("you your u")

function owes(reading: Reading, subject: SubjectKind): boolean {
  return reading.clause.known && !owesNothing(reading.clause.verb) && !(subject === "named" && isFirm(reading))
}

/** A bare name with a deed of business ("Acme will issue an opinion") is another firm. */
function isFirm(reading: Reading): boolean {
  const { clause, words } = reading
  const { from, to } = clause.subject
  const name = words[from]
  if (name === undefined || to - from !== 1 || !name.capital || THIRD_PERSONS.has(name.text)) return false
  return BUSINESS.has(clause.verb) && !isFollowedBy(reading, READER)
}

const BUSINESS = wordSet(
  "issue release launch publish file increase build open close pay offer provide supply sell buy start begin cover serve include create submit charge support",
)
