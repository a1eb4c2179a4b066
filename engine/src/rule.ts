import type { Looks } from "./wording/look.ts"
import type { Author, Channel, Finding, FoundPromise, FoundTime, ReviewInput, Severity, Span } from "./review-format.ts"

/** What a rule sees of a message. */
export type Message = {
  readonly input: ReviewInput
  readonly text: string
  readonly own: readonly Span[]
  /** For a rule with cues: the sentences that hold one of them. */
  readonly sentences: readonly Span[]
  readonly promises: readonly FoundPromise[]
  readonly times: readonly FoundTime[]
  /** Quotations, code and addresses: not what the author says in their own name. In order. */
  readonly asides: readonly Span[]
  /** What is known of one of its sentences. */
  readonly looks: Looks
}

/** Where a rule found something, and what could stand there instead. */
export type Hit = Span & { readonly suggestion?: string }

/** One thing the review looks for. Its examples are its tests, its documentation and what the product shows. */
export type Rule = {
  /** `family/name` */
  readonly id: string
  /** Why it matters to the customer, one sentence; each finding carries it. */
  readonly why: string
  /** What to do instead, one sentence. */
  readonly instead?: string
  /** What it rests on: a principle, a law or a code. */
  readonly source: string
  readonly severity: Severity
  /** Where it applies; everywhere when absent. */
  readonly channels?: readonly Channel[]
  /** Whose words it applies to; everybody's when absent. */
  readonly authors?: readonly Author[]
  /**
   * Beginnings of words or phrases, lower case, "#" for a digit, "[do not/don't] wait" for both. Without one of them in a
   * sentence the rule has nothing to find there, so it is not asked. Every rule's cues are looked for in one pass.
   */
  readonly cues?: readonly string[]
  readonly finds: readonly Example[]
  readonly leaves: readonly Example[]
  readonly find: (message: Message) => readonly Hit[]
}

/** A text, or a text with its setting. Examples are read as mail by a member. */
export type Example = string | ReviewInput

export function findingOf(rule: Rule, hit: Hit, severity: Severity): Finding {
  const { start, end, suggestion } = hit
  const finding = { rule: rule.id, severity, start, end, why: rule.why }
  return suggestion === undefined ? finding : { ...finding, suggestion }
}
