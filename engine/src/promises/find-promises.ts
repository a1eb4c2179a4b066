import type { FoundActor, FoundPromise, FoundTime, PromiseKind, Span } from "../review-format.ts"
import { textAt, wordSet, wordsOf } from "../words.ts"
import type { Word } from "../words.ts"
import { clausesOf } from "./clauses.ts"
import type { Clause } from "./clauses.ts"
import { asksFirst } from "./asks-first.ts"
import { adjunctsOf } from "./conditions.ts"
import type { Adjunct } from "./conditions.ts"
import { deedFrom, deedOfThing } from "./deed.ts"
import { dueOf, isInCondition } from "./due-words.ts"
import { kindOf } from "./kind.ts"
import { mergeReports } from "./merge-reports.ts"
import { mayPromise } from "./may-promise.ts"
import type { Setting } from "./setting.ts"
import { shortFormOf } from "./short-forms.ts"
import { followsCustomersPart, HANDED_ON, isBareAfterCondition, isHandingOn } from "./note-subjects.ts"
import { followsCondition } from "./previous.ts"
import { undertakerOf } from "./undertaking.ts"
import type { Undertaker } from "./undertaking.ts"

/** What the author's side undertakes in these sentences, in order. `times` are the times of the whole text, in order; `saidIn` gives those of a span as words. */
export function findPromises(
  text: string,
  sentences: readonly Span[],
  times: readonly FoundTime[],
  setting: Setting,
  saidIn: (span: Span) => readonly FoundTime[],
): readonly FoundPromise[] {
  const found: FoundPromise[] = []
  const inside = { ...setting, previous: "" }
  let next = 0
  for (const [index, span] of sentences.entries()) {
    while (next < times.length && (times[next]?.start ?? 0) < span.start) next++
    let last = next
    while (last < times.length && (times[last]?.start ?? 0) < span.end) last++
    const own = next === last ? NO_TIMES : times.slice(next, last)
    if (own === NO_TIMES && !setting.isNote && !mayPromise(text, span, setting.isTalk)) continue
    const around = index === 0 ? setting : afterQuestion(text, sentences[index - 1], inside)
    for (const promise of promisesOf(text, span, own, around, () => saidIn(span))) found.push(promise)
  }
  return mergeReports(text, found)
}

/** "Happy with that? Then I'll book it": what was asked just before. */
function afterQuestion(text: string, before: Span | undefined, setting: Setting): Setting {
  if (before === undefined) return setting
  if (setting.isNote && isHandingOn(text, before)) return { ...setting, previous: HANDED_ON }
  return text.charCodeAt(before.end - 1) === QUESTION_MARK ? { ...setting, previous: "?" } : setting
}

const QUESTION_MARK = 63
const NO_TIMES: readonly FoundTime[] = []

type Sentence = {
  readonly text: string
  readonly span: Span
  readonly words: readonly Word[]
  readonly times: readonly FoundTime[]
  readonly adjuncts: () => readonly Adjunct[]
  readonly setting: Setting
  /** The times of the sentence as words only; those that are over by now too. */
  readonly said: () => readonly FoundTime[]
}

function promisesOf(
  text: string,
  span: Span,
  times: readonly FoundTime[],
  setting: Setting,
  said: Sentence["said"],
): readonly FoundPromise[] {
  const words = wordsOf(text, span.start, span.end)
  const sentence: Sentence = {
    text,
    span,
    words,
    times,
    adjuncts: once(() => adjunctsOf(words, setting.isTalk)),
    setting,
    said: once(said),
  }
  const clauses = clausesOf(words)
  const found: FoundPromise[] = []
  for (const [index, clause] of clauses.entries()) {
    const next = clauses[index + 1]
    const promise = startsAgain(words, clause, next) ? null : promiseOf(sentence, clause, next)
    if (promise !== null) found.push(promise)
  }
  if (found.length > 0) return found
  const short = shortPromise(sentence, clauses)
  return short === null ? [] : [short]
}

/** "I'll do I'll arrange that", "we'll get er we'll get someone": what was broken off is said by what follows. */
function startsAgain(words: readonly Word[], { subject, modalAt, verbAt }: Clause, next: Clause | undefined): boolean {
  if (next === undefined || next.subject.from - verbAt > BROKEN_OFF_WORDS_MAX) return false
  return (
    subject.from < subject.to &&
    textAt(words, subject.from) === textAt(words, next.subject.from) &&
    textAt(words, modalAt) === textAt(words, next.modalAt) &&
    !JOINING.has(textAt(words, next.subject.from - 1))
  )
}

const BROKEN_OFF_WORDS_MAX = 2

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function promiseOf(sentence: Sentence, clause: Clause, next: Clause | undefined): FoundPromise | null {
  const { words, setting } = sentence
  if (isInQuotes(words, clause.modalAt)) return null
  const isBare = setting.isNote && isBareAfterCondition(clause, words)
  const hasCondition = isBare || isConditional(sentence, clause, next)
  const hasLaterTime = laterTimes(sentence).length > 0
  const hasTime = sentence.times.length > 0 || hasEvent(sentence)
  const actor = isBare ? "i" : undertakerOf({ clause, words, setting, hasCondition, hasLaterTime, hasTime })
  if (actor === null) return null
  const plain = kindOf(clause, words, actor, hasLaterTime, setting)
  const kind: PromiseKind =
    hasCondition && (plain === "later" || setting.isTalk || asksFirst(words, clause.subject.from))
      ? "conditional"
      : plain
  const to = next === undefined || next.subject.from <= clause.verbAt ? words.length : next.subject.from
  const from = isBare || clause.subject.from === clause.subject.to ? clause.modalAt : clause.subject.from
  return assemble(sentence, {
    actor,
    kind,
    from,
    verbAt: clause.verbAt,
    verb: clause.verb,
    to,
    subject: isBare ? { from, to: from } : clause.subject,
  })
}

function shortPromise(sentence: Sentence, clauses: readonly Clause[]): FoundPromise | null {
  const { words, setting } = sentence
  const ahead = laterTimes(sentence)
  const around = {
    times: ahead,
    hasLaterTime: ahead.length > 0 || (setting.isNote && hasEvent(sentence)),
    hasCondition: () => hasConditionIn(sentence),
  }
  const short =
    shortFormOf(words, around, setting) ??
    setting.model?.undertakes({ words, clauses, times: sentence.times }, setting.isNote) ??
    null
  if (short === null || isInQuotes(words, short.verbAt)) return null
  const from = short.subject.from === short.subject.to ? short.verbAt : Math.min(short.subject.from, short.verbAt)
  const kind = hasConditionIn(sentence) ? "conditional" : short.kind
  return assemble(sentence, { ...short, kind, from, to: words.length })
}

type Parts = {
  readonly actor: Undertaker
  readonly kind: PromiseKind
  readonly from: number
  readonly to: number
  readonly verbAt: number
  readonly verb: string
  readonly subject: { readonly from: number; readonly to: number }
  readonly signs?: readonly string[]
}

function assemble(sentence: Sentence, parts: Parts): FoundPromise {
  const { text, span, words, times, setting } = sentence
  const start = words[parts.from]?.start ?? span.start
  const end = Math.max(endOfClause(words, parts.from, parts.to), start)
  const verb = words[parts.verbAt]?.start ?? start
  const place = {
    from: start,
    behind:
      parts.actor !== "company" || setting.isNote ? start : Math.max(start, words[parts.subject.to - 1]?.end ?? start),
    verb,
    to: (words[parts.to - 1]?.end ?? end) + 1,
    lead: span.start,
    isAsked: parts.kind === "conditional" && asksFirst(words, parts.from),
  }
  const resolved = dueOf(text, times, sentence.adjuncts(), words, place)
  const read = resolved.kind === "none" ? dueOf(text, sentence.said(), sentence.adjuncts(), words, place) : resolved
  const due =
    setting.model?.whenSaid({
      text,
      due: read,
      verb,
      to: place.to,
      lead: span.start,
      end: span.end,
      words,
      times,
      isTaken: (time) => isInCondition(time, sentence.adjuncts(), words),
    }) ?? read
  const condition = parts.kind === "conditional" ? conditionText(sentence, parts.from) : undefined
  const thing = parts.actor === "company" ? deedOfThing(text.slice(start, end).toLowerCase()) : null
  const deed = deedFrom(words, parts.verbAt, parts.to, parts.verb)
  return {
    start,
    end,
    quote: text.slice(start, end),
    kind: parts.kind,
    deed: deed === "other" || parts.verb === "receive" || parts.verb === "get" ? (thing ?? deed) : deed,
    actor: actorOf(sentence, parts),
    due,
    ...(condition === undefined ? {} : { condition }),
    ...(parts.signs === undefined ? {} : { signs: parts.signs }),
  }
}

/** Where the clause's last word ends, joining words and marks left out. */
function endOfClause(words: readonly Word[], from: number, to: number): number {
  let at = to - 1
  while (at > from && JOINING.has(textAt(words, at))) at--
  return words[at]?.end ?? 0
}

const JOINING = wordSet(', ; : . ! ? ( ) " ” “ … – — - and but so or then & that because')

function actorOf(sentence: Sentence, parts: Parts): FoundActor {
  const { from, to } = parts.subject
  const first = sentence.words[from]
  const last = sentence.words[to - 1]
  if (from === to || first === undefined || last === undefined) return { kind: parts.actor }
  const place = { start: first.start, end: last.end }
  return parts.actor === "named"
    ? { kind: "named", name: sentence.text.slice(place.start, place.end), ...place }
    : { kind: parts.actor, ...place }
}

function isConditional(sentence: Sentence, clause: Clause, next: Clause | undefined): boolean {
  const { words, adjuncts, setting } = sentence
  const conditions = adjuncts().filter((adjunct) => adjunct.kind === "condition")
  const isOwn = (adjunct: Adjunct): boolean =>
    followsClause(clause, words, adjunct) && !(next !== undefined && next.modalAt < adjunct.from)
  if (conditions.some((adjunct) => adjunct.to <= clause.modalAt || isOwn(adjunct))) return true
  return (
    asksFirst(words, clause.subject.from) ||
    followsCondition(words, setting) ||
    (setting.isNote && followsCustomersPart(words, clause.subject.from))
  )
}

/** "…, and if you like, we'll" belongs to what comes after it; "I'll send it if you like" to what comes before. */
function followsClause(clause: Clause, words: readonly Word[], adjunct: Adjunct): boolean {
  if (adjunct.from <= clause.verbAt || isAskedAfter(clause, words, adjunct)) return false
  const opensNext = /^(?:and|but|or|[;.:–—-])$/.test(textAt(words, adjunct.from - 1))
  return !opensNext || adjunct.to >= words.length - 1
}

/** "I'll ask Tom if it fits": what we ask, not a condition. */
function isAskedAfter(clause: Clause, words: readonly Word[], adjunct: Adjunct): boolean {
  const asks =
    /^(?:ask|see|check|find|find-out|verify|confirm|tell|look|let|determine|know|test|enquire|inquire|advise|inform)$/.test(
      clause.verb,
    )
  return (
    asks &&
    textAt(words, adjunct.from) === "if" &&
    !words.slice(clause.verbAt, adjunct.from).some((word) => word.text === "," || word.text === "know")
  )
}

function conditionText(sentence: Sentence, from: number): string | undefined {
  const { text, words, adjuncts, span } = sentence
  const adjunct = adjuncts().find((candidate) => candidate.kind === "condition")
  if (adjunct !== undefined) return text.slice(words[adjunct.from]?.start, words[adjunct.to - 1]?.end)
  const end = endOfClause(words, 0, from)
  return end > span.start && from > 0 ? text.slice(span.start, end) : undefined
}

/** Times that lie ahead: not "now", and not a time the sentence tells of as past. */
function laterTimes(sentence: Sentence): readonly FoundTime[] {
  return sentence.times.filter(
    (time) =>
      !/^(?:(?:right |just )?now|immediately|at once|straight away|right away|today's|currently)$/i.test(time.text),
  )
}

function hasConditionIn(sentence: Sentence): boolean {
  return sentence.adjuncts().some((adjunct) => adjunct.kind === "condition")
}

function hasEvent(sentence: Sentence): boolean {
  return sentence.adjuncts().some((adjunct) => adjunct.kind === "event")
}

/** Words between quotation marks are somebody else's, or talked about. */
function isInQuotes(words: readonly Word[], at: number): boolean {
  let open = false
  for (let index = 0; index < at; index++) {
    const mark = words[index]?.text
    if (mark === '"') open = !open
    else if (mark === "“") open = true
    else if (mark === "”") open = false
  }
  return open && words.slice(at).some((word) => word.text === '"' || word.text === "”")
}
