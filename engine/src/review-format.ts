/**
 * What a review reads and writes: the same names on the command line, over HTTP and in the browser.
 * Offsets count UTF-16 units of `text`, end exclusive. Instants are RFC 3339.
 */

export type Channel = "mail" | "chat" | "call" | "note" | "policy"
export type Author = "member" | "bot" | "saved-reply"
export type Severity = "remark" | "confirm" | "hold"
export type ReviewVerdict = "clear" | "confirm" | "hold"

export type Span = { readonly start: number; readonly end: number }

export type ReviewInput = {
  readonly text: string
  readonly channel?: Channel
  readonly author?: Author
  /** What was said just before; begins with "CUSTOMER: " where the customer said it. */
  readonly previous?: string
  /** RFC 3339. Without it nothing is resolved to an instant. */
  readonly now?: string
  /** IANA name; "UTC" when absent. */
  readonly zone?: string
  /** What is known of the customer: plan, country, group. */
  readonly scope?: Readonly<Record<string, string>>
}

export type Deed = "call-back" | "answer" | "refund" | "send" | "repair" | "other"
export type PromiseKind = "later" | "now" | "conditional"
export type DueKind = "certain" | "implied" | "vague" | "none"

export type FoundActor = {
  readonly kind: "i" | "we" | "named" | "someone" | "company"
  readonly name?: string
  readonly start?: number
  readonly end?: number
}

export type FoundDue = {
  readonly text?: string
  readonly start?: number
  readonly end?: number
  readonly kind: DueKind
  readonly from?: string
  /** The last moment at which it would still be in time, RFC 3339 with the offset of `zone`. */
  readonly until?: string
}

export type FoundPromise = Span & {
  readonly quote: string
  readonly kind: PromiseKind
  readonly deed: Deed
  readonly actor: FoundActor
  readonly due: FoundDue
  readonly condition?: string
  /** The words that made it likely, where no rule knows the form. */
  readonly signs?: readonly string[]
}

export type FoundTime = Span & {
  readonly text: string
  readonly kind: Exclude<DueKind, "none">
  readonly from?: string
  readonly until?: string
}

export type ClaimVerdict = "supported" | "contradicted" | "unsupported" | "needs-evidence"

export type ClaimKind =
  | "price"
  | "quantity"
  | "duration"
  | "date"
  | "capability"
  | "policy"
  | "comparison"
  | "superlative"
  | "guarantee"
  | "other"

/** What the message asserts about product, service or company, compared with the fact book. */
export type FoundClaim = Span & {
  readonly quote: string
  readonly kind: ClaimKind
  readonly verdict: ClaimVerdict
  /** The fact it agrees with or goes against. */
  readonly factId?: string
  /** What was read as told: "€49", "30 days". */
  readonly value?: string
}

export type Finding = Span & {
  /** `family/name` */
  readonly rule: string
  readonly severity: Severity
  readonly why: string
  readonly suggestion?: string
}

export type Review = {
  /** BCP 47 language of the author's words; the rules read "en" only. */
  readonly language: string
  readonly verdict: ReviewVerdict
  readonly own: readonly Span[]
  readonly promises: readonly FoundPromise[]
  readonly times: readonly FoundTime[]
  readonly claims: readonly FoundClaim[]
  readonly findings: readonly Finding[]
}
