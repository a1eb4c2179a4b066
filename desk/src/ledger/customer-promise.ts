import type { Channel, Entry, EntryKind, EvidenceBody, PromiseTexts, Terms, WaitingOn } from "./entry.ts"
import { conflict } from "./error.ts"

export type PromiseState = "proposed" | "open" | "kept" | "broken" | "renegotiated" | "released" | "dismissed" | "void"

/** What the entries of one promise say. Due and overdue are compared with the clock by whoever reads it. */
export type CustomerPromise = {
  readonly state: PromiseState
  readonly customerId: string
  readonly conversationId: string | null
  readonly messageId: string | null
  readonly predecessorId: string | null
  readonly successorId: string | null
  readonly ownerId: string
  readonly deed: string
  readonly words: string | null
  readonly dueFrom: string | null
  /** Empty only while a condition is unmet. */
  readonly dueUntil: string | null
  readonly dueWords: string | null
  readonly conditional: boolean
  readonly condition: string | null
  readonly conditionMet: boolean
  readonly waitingOn: WaitingOn | null
  readonly waitingNote: string | null
  readonly waitingSince: string | null
  readonly channel: Channel
  readonly saidAt: string
  readonly saidBy: string | null
  /** When the terms that hold now were recorded: half of the time left is counted from here. */
  readonly runsFrom: string
  readonly brokenAt: string | null
  readonly settledAt: string | null
  readonly evidence: (EvidenceBody & { readonly note: string | null }) | null
  /** The last message of the customer that asked where it stays. */
  readonly chased: { readonly at: string; readonly messageId: string; readonly words: string | null } | null
}

/** What the entries say. Never stored but as the projection row, which is this, field by field. */
export function promiseOf(entries: readonly Entry[]): CustomerPromise {
  const [first, ...rest] = entries
  if (first === undefined || (first.kind !== "proposed" && first.kind !== "opened")) {
    throw new Error("a promise begins with being proposed or opened")
  }
  return rest.reduce(apply, made(first))
}

/**
 * From which states an entry may be appended: the table of the product, and the kinds that change no state.
 * A conflict otherwise, in words.
 */
export function assertMayFollow(promise: CustomerPromise, kind: EntryKind): void {
  if (!FOLLOWS[kind].includes(promise.state)) {
    throw conflict(`This promise is ${STATE_WORDS[promise.state]}; it cannot be ${KIND_WORDS[kind]} now.`)
  }
}

/** Whether somebody still has to do something about it. */
export function isOwed(state: PromiseState): boolean {
  return state === "open" || state === "broken"
}

const ANY: readonly PromiseState[] = [
  "proposed",
  "open",
  "kept",
  "broken",
  "renegotiated",
  "released",
  "dismissed",
  "void",
]

const FOLLOWS: Readonly<Record<EntryKind, readonly PromiseState[]>> = {
  proposed: [],
  opened: [],
  confirmed: ["proposed"],
  dismissed: ["proposed"],
  kept: ["open", "broken"],
  "confirmed-by-customer": ["kept"],
  broken: ["open"],
  renegotiated: ["open", "broken"],
  released: ["open", "broken"],
  reopened: ["kept", "renegotiated"],
  voided: ANY.filter((state) => state !== "void"),
  "handed-over": ["proposed", "open", "broken"],
  waiting: ["open", "broken"],
  "condition-met": ["open"],
  chased: ["open", "broken"],
  moved: ANY,
}

const STATE_WORDS: Readonly<Record<PromiseState, string>> = {
  proposed: "only proposed",
  open: "open",
  kept: "kept",
  broken: "marked broken",
  renegotiated: "renegotiated",
  released: "released",
  dismissed: "dismissed",
  void: "void",
}

const KIND_WORDS: Readonly<Record<EntryKind, string>> = {
  proposed: "proposed",
  opened: "opened",
  confirmed: "confirmed",
  dismissed: "dismissed",
  kept: "marked kept",
  "confirmed-by-customer": "confirmed by the customer",
  broken: "marked broken",
  renegotiated: "given a new date",
  released: "released",
  reopened: "opened again",
  voided: "made void",
  "handed-over": "handed over",
  waiting: "set to wait",
  "condition-met": "given a met condition",
  chased: "chased",
  moved: "moved",
}

function made({ kind, body, texts, recordedAt }: Entry & { kind: "proposed" | "opened" }): CustomerPromise {
  return {
    state: kind === "opened" ? "open" : "proposed",
    customerId: body.customerId,
    conversationId: body.conversationId,
    messageId: body.messageId,
    predecessorId: body.predecessorId,
    successorId: null,
    ...terms(body, texts),
    conditionMet: false,
    waitingOn: null,
    waitingNote: null,
    waitingSince: null,
    channel: body.channel,
    saidAt: body.saidAt,
    saidBy: body.saidBy,
    runsFrom: recordedAt,
    brokenAt: null,
    settledAt: null,
    evidence: null,
    chased: null,
  }
}

function terms(body: Terms, texts: PromiseTexts | null) {
  return {
    ownerId: body.ownerId,
    deed: body.deed,
    words: texts?.words ?? null,
    dueFrom: body.from,
    dueUntil: body.until,
    dueWords: texts?.dueWords ?? null,
    conditional: body.conditional,
    condition: texts?.condition ?? null,
  }
}

function apply(promise: CustomerPromise, entry: Entry): CustomerPromise {
  switch (entry.kind) {
    case "proposed":
    case "opened":
      throw new Error("a promise begins once")
    case "confirmed":
      return { ...promise, state: "open", ...terms(entry.body, entry.texts), runsFrom: entry.recordedAt }
    case "dismissed":
      return { ...promise, state: "dismissed", settledAt: entry.at }
    case "kept":
      return {
        ...promise,
        state: "kept",
        settledAt: entry.at,
        evidence: { ...entry.body, note: entry.texts?.note ?? null },
        chased: null,
      }
    case "confirmed-by-customer":
      return {
        ...promise,
        evidence: { kind: "customer", messageId: null, at: entry.at, note: entry.texts?.note ?? null },
      }
    case "broken":
      return { ...promise, state: "broken", brokenAt: promise.brokenAt ?? entry.at }
    case "renegotiated":
      return { ...promise, state: "renegotiated", settledAt: entry.at, successorId: entry.body.successorId }
    case "released":
      return { ...promise, state: "released", settledAt: entry.at }
    case "reopened":
      return { ...promise, state: "open", settledAt: null, evidence: null, successorId: null }
    case "voided":
      return { ...promise, state: "void", settledAt: entry.at }
    case "handed-over":
      return { ...promise, ownerId: entry.body.ownerId }
    case "waiting":
      return {
        ...promise,
        waitingOn: entry.body.on,
        waitingNote: entry.body.on === null ? null : (entry.texts?.note ?? null),
        waitingSince: entry.body.on === null ? null : entry.at,
      }
    case "condition-met":
      return {
        ...promise,
        conditionMet: true,
        runsFrom: entry.recordedAt,
        dueFrom: entry.body.from,
        dueUntil: entry.body.until,
        dueWords: entry.texts?.dueWords ?? promise.dueWords,
      }
    case "chased":
      return {
        ...promise,
        chased: { at: entry.at, messageId: entry.body.messageId, words: entry.texts?.note ?? null },
      }
    case "moved":
      return { ...promise, conversationId: entry.body.conversationId }
    default:
      throw new Error(`unknown entry ${entry satisfies never}`)
  }
}
