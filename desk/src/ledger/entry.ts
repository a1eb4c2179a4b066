/** What happened to a promise, as appended. Words of people are in `texts`, which can be erased; the rest stays for good. */
export type Entry = EntryHead & EntryEvent

export type EntryHead = {
  readonly seq: number
  /** When it happened, RFC 3339. */
  readonly at: string
  /** When the desk wrote it down. */
  readonly recordedAt: string
  readonly by: By
}

export type By =
  | { readonly kind: "member" | "key"; readonly id: string }
  | { readonly kind: "desk" | "customer"; readonly id: null }

export type Channel = "mail" | "chat" | "call" | "visit" | "form" | "api"
export type WaitingOn = "customer" | "supplier" | "colleague"

/** Instants are RFC 3339; `words` are those that said when. */
export type Due = { readonly from: string | null; readonly until: string | null }

export type PromiseTexts = {
  readonly words: string
  readonly dueWords?: string | null
  readonly condition?: string | null
}

type NoteTexts = { readonly note?: string | null }

export type Terms = Due & {
  readonly deed: string
  readonly ownerId: string
  readonly conditional: boolean
}

export type MakingBody = Terms & {
  readonly customerId: string
  readonly conversationId: string | null
  readonly messageId: string | null
  readonly predecessorId: string | null
  readonly channel: Channel
  readonly saidAt: string
  readonly saidBy: string | null
}

export type EvidenceBody = {
  readonly kind: "message" | "call" | "visit" | "file" | "customer" | "word"
  readonly messageId: string | null
  readonly at: string
}

export type EntryEvent =
  | { readonly kind: "proposed"; readonly body: MakingBody; readonly texts: PromiseTexts | null }
  | { readonly kind: "opened"; readonly body: MakingBody; readonly texts: PromiseTexts | null }
  | { readonly kind: "confirmed"; readonly body: Terms; readonly texts: PromiseTexts | null }
  | { readonly kind: "dismissed"; readonly body: Record<string, never>; readonly texts: NoteTexts | null }
  | { readonly kind: "kept"; readonly body: EvidenceBody; readonly texts: NoteTexts | null }
  /** The customer says that it was done. Changes no state: the best evidence there is takes the place of ours. */
  | { readonly kind: "confirmed-by-customer"; readonly body: Record<string, never>; readonly texts: NoteTexts | null }
  | {
      readonly kind: "broken"
      readonly body: { readonly until: string; readonly graceMinutes: number }
      readonly texts: null
    }
  | {
      readonly kind: "renegotiated"
      readonly body: { readonly successorId: string; readonly agreed: boolean }
      readonly texts: NoteTexts | null
    }
  | {
      readonly kind: "released"
      readonly body: { readonly why: "customer" | "erased" }
      readonly texts: NoteTexts | null
    }
  | {
      readonly kind: "reopened"
      readonly body: { readonly why: "disputed" | "mistake" | "bounced" | "undone" | "refused" }
      readonly texts: NoteTexts | null
    }
  | {
      readonly kind: "voided"
      readonly body: { readonly why: "undone" | "refused" | "predecessor-reopened" }
      readonly texts: null
    }
  | {
      readonly kind: "handed-over"
      readonly body: { readonly ownerId: string; readonly why: "given" | "removed" | "away" }
      readonly texts: NoteTexts | null
    }
  | { readonly kind: "waiting"; readonly body: { readonly on: WaitingOn | null }; readonly texts: NoteTexts | null }
  | { readonly kind: "condition-met"; readonly body: Due; readonly texts: { readonly dueWords?: string | null } | null }
  /** A message of the customer asks where it stays. Changes no state; the note is the customer's own words. */
  | { readonly kind: "chased"; readonly body: { readonly messageId: string }; readonly texts: NoteTexts | null }
  | { readonly kind: "moved"; readonly body: { readonly conversationId: string }; readonly texts: null }

export type EntryKind = EntryEvent["kind"]
