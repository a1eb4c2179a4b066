import type { Calendar } from "./calendar.ts"
import type { ComparableFacts } from "./facts/comparable.ts"
import type { NotThat } from "./facts/fact.ts"
import { aheadOf, findTimes, readTimes } from "./due/find-times.ts"
import { findingsOf } from "./findings.ts"
import { languageOf } from "./language.ts"
import { ownWords } from "./own-words.ts"
import { findPromises } from "./promises/find-promises.ts"
import { settingOf } from "./promises/setting.ts"
import type { UndertakingModel } from "./promises/setting.ts"
import type { ReadTime } from "./due/find-times.ts"
import type { Review, ReviewInput, Severity, Span } from "./review-format.ts"
import type { Rule } from "./rule.ts"
import { rules } from "./rules/index.ts"
import { sentences } from "./sentences.ts"
import { firstEndingAfter } from "./spans.ts"
import { verdictOf } from "./verdict.ts"
import { asidesIn, isInAside } from "./wording/asides.ts"
import { looksAt } from "./wording/look.ts"

/** How a workspace wants messages read. */
export type Policy = {
  readonly calendar: Calendar
  /** Rule id to the severity it has here; "off" switches it off. */
  readonly softened?: Readonly<Record<string, "off" | Severity>>
  /** The rules to go by; all of them when absent. Keep one list and pass it again: what it needs is built once. */
  readonly rules?: readonly Rule[]
  /** The fact book. Without it nothing is claimed and nothing compared. */
  readonly facts?: ComparableFacts
  /** Finds what no rule knows the form of. Without it only the rules find promises. */
  readonly undertakings?: UndertakingModel
  /** What the workspace has said is no claim. */
  readonly notThat?: readonly NotThat[]
}

/**
 * What a message promises, when, and what in its wording needs a look. Reads English only; other languages are named
 * and left alone. Never throws: what cannot be read gives no finding. Time is linear in the text.
 */
export function review(input: ReviewInput, policy: Policy): Review {
  const text = typeof input.text === "string" ? input.text : ""
  const channel = input.channel ?? "mail"
  const own = channel === "mail" ? ownWords(text) : whole(text)
  const language = languageOf(text, own)
  if (language !== "en") return { language, verdict: "clear", own, promises: [], times: [], claims: [], findings: [] }
  const parts = sentences(text, own)
  const read = timesOf(text, own, input, policy.calendar)
  const times = aheadOf(read)
  const told = read.flatMap(({ time }) => time ?? [])
  const asides = asidesIn(text)
  const promises =
    channel === "policy"
      ? []
      : findPromises(text, parts, times, settingOf(channel, input.previous ?? "", policy.undertakings), (span) =>
          mayHoldTime(text, read, span) ? findTimes(text, { zone: "UTC", calendar: policy.calendar, ...span }) : [],
        ).filter(({ start }) => channel === "note" || !isInAside(asides, start)) // a note quotes what we said ourselves
  const message = { input, text, own, sentences: parts, promises, times, asides, looks: looksAt(text) }
  const findings = findingsOf(message, policy.rules ?? rules, policy.softened)
  if (policy.facts === undefined)
    return { language, verdict: verdictOf(findings), own, promises, times: told, claims: [], findings }
  const checked = policy.facts.check(message, findings, policy)
  return { language, verdict: verdictOf(checked.findings), own, promises, times: told, ...checked }
}

/**
 * Whether a time may be read in a sentence by itself: one was read there, or the sentence has no white space before it or no mark
 * at its end, so that its neighbours may have mattered.
 */
function mayHoldTime(text: string, read: readonly ReadTime[], { start, end }: Span): boolean {
  if ((start > 0 && text.charAt(start - 1).trim() !== "") || !".!?".includes(text.charAt(end - 1))) return true
  return (read[firstEndingAfter(read, start)]?.start ?? end) < end
}

function whole(text: string): readonly Span[] {
  return text.trim() === "" ? [] : [{ start: 0, end: text.length }]
}

function timesOf(text: string, own: readonly Span[], input: ReviewInput, calendar: Calendar): readonly ReadTime[] {
  const context = { zone: input.zone ?? "UTC", calendar, ...(input.now === undefined ? {} : { now: input.now }) }
  return own.flatMap(({ start, end }) => readTimes(text, { ...context, start, end }))
}
