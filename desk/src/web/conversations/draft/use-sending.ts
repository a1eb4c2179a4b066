import type { Review } from "aboveboard-engine"
import { useState } from "react"
import type { z } from "zod"
import { Refusal } from "../../api.ts"
import { useEdge } from "../../edge.tsx"
import type { message, sendMessage } from "../../../contract/messages.ts"
import { filledIn, type Card, type Desk } from "./card.ts"
import { decide } from "./decisions.ts"
import { confirmed } from "./rewrite-draft.ts"
import { nextStage, type Stage } from "./stage.ts"
import { EMPTY_DRAFT, type Draft } from "./draft.ts"

export type Sent = z.output<typeof message>
export type SendBody = z.input<typeof sendMessage.body>

/** What the sender is asked before the draft can leave; null while they write. */
export type Asking =
  | { readonly kind: "card"; readonly card: Card; readonly more: number; readonly sends: boolean }
  | { readonly kind: "newer" }
  /** The desk refused for a reason of its own, in its words. */
  | { readonly kind: "refused"; readonly told: string }
  | Exclude<Stage, { kind: "card" } | { kind: "ready" }>

export type SendingInput = {
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly reviewNow: (text: string) => Review
  readonly desk: Omit<Desk, "now">
  /** The newest message on the screen, the newest that the sender can have read, and how to note that they did. */
  readonly seen: { readonly isBehind: boolean; readonly id: string | null; readonly catchUp: () => void }
  readonly send: (body: SendBody) => Promise<Sent>
  /** After a refusal: fetches what is new, and says whether the customer wrote meanwhile. */
  readonly lookForNewer: () => Promise<boolean>
  /** The desk's own review, whose word counts; null when it could not be had. */
  readonly reviewByDesk: (text: string) => Promise<Review | null>
  readonly onSent: (message: Sent, draft: Draft) => void
}

type State = {
  readonly asking: Asking | null
  readonly busy: boolean
  readonly error: unknown
  readonly looked: boolean
}

const CALM: State = { asking: null, busy: false, error: null, looked: false }

/** The way of a draft to the outbox: cards, a look, a reason, then the send. One `press` or answer takes one step. */
export function useSending(input: SendingInput) {
  const { clock } = useEdge()
  const [state, setState] = useState(CALM)
  const set = (part: Partial<State>) => setState((was) => ({ ...was, ...part }))
  const desk: Desk = { ...input.desk, now: clock.now() }
  const way: Way = { input, desk, set }
  const said: Said = { reason: "", looked: state.looked }
  const goOn = async (decided: Pick<Draft, "text" | "decisions">) => {
    const next = { ...input.draft, ...decided }
    input.change(next)
    await advance(way, next, said)
  }
  return {
    asking: state.asking,
    busy: state.busy,
    error: state.error,
    desk,
    press: async () => {
      if (state.busy) return
      if (!input.seen.isBehind) return await advance(way, input.draft, said)
      input.seen.catchUp()
      set({ asking: { kind: "newer" }, error: null })
    },
    confirmCard: async (card: Card) => await goOn(confirmed(input.draft, card, desk)),
    noPromise: async ({ found: { start, end } }: Card) => {
      const { text, decisions } = input.draft
      await goOn({ text, decisions: decide(decisions, { kind: "none", start, end }) })
    },
    look: async () => {
      set({ looked: true })
      await advance(way, input.draft, { ...said, looked: true })
    },
    override: async (reason: string) => await advance(way, input.draft, { reason, looked: true }),
    back: () => set({ asking: null }),
    /** The words change: what was asked about them is asked again when they are to be sent. */
    write: () => set({ asking: null, looked: false }),
  }
}

type Way = { readonly input: SendingInput; readonly desk: Desk; readonly set: (part: Partial<State>) => void }
type Said = { readonly reason: string; readonly looked: boolean }

async function advance(way: Way, draft: Draft, said: Said): Promise<void> {
  const stage = nextStage(draft.text, way.input.reviewNow(draft.text), { ...draft, ...said })
  if (stage.kind === "ready") await send(way, draft, said)
  else way.set({ asking: askingOf(stage, way.desk), error: null })
}

async function send(way: Way, draft: Draft, said: Said): Promise<void> {
  const { input, set } = way
  set({ asking: null, busy: true, error: null })
  try {
    const message = await input.send(bodyOf(draft, { ...said, seenId: input.seen.id }))
    set({ looked: false })
    input.change(EMPTY_DRAFT)
    input.onSent(message, draft)
  } catch (refused) {
    if (refused instanceof Refusal && refused.problem.code === "conflict") {
      set({ asking: await afterRefusal(way, draft, said, refused.problem.detail) })
    } else {
      set({ error: refused })
    }
  } finally {
    set({ busy: false })
  }
}

/** Why the desk refused: a newer message, something that only its own review found, or what it says. */
async function afterRefusal({ input, desk }: Way, draft: Draft, said: Said, told: string): Promise<Asking> {
  if (await input.lookForNewer()) return { kind: "newer" }
  const review = await input.reviewByDesk(draft.text.trimEnd())
  const stage = review === null ? null : nextStage(draft.text, review, { ...draft, ...said })
  return stage === null || stage.kind === "ready" ? { kind: "refused", told } : askingOf(stage, desk)
}

function askingOf(stage: Exclude<Stage, { kind: "ready" }>, desk: Desk): Asking {
  if (stage.kind !== "card") return stage
  const { found, more, sends } = stage
  return { kind: "card", card: filledIn(found, desk), more, sends }
}

function bodyOf(draft: Draft, said: Said & { readonly seenId: string | null }): SendBody {
  const text = draft.text.trimEnd()
  const none = draft.decisions.filter((each) => each.kind === "none")
  return {
    text,
    format: "markdown",
    promises: draft.decisions.flatMap(({ start, end, ...each }) =>
      each.kind === "captured"
        ? [{ start, end: Math.min(end, text.length), words: text.slice(start, end).trim(), ...each.terms }]
        : [],
    ),
    ...(none.length === 0
      ? {}
      : { notPromises: none.map(({ start, end }) => ({ start, end: Math.min(end, text.length) })) }),
    ...(draft.subject === undefined ? {} : { subject: draft.subject }),
    ...(draft.cc.length === 0 ? {} : { cc: [...draft.cc] }),
    ...(draft.bcc.length === 0 ? {} : { bcc: [...draft.bcc] }),
    ...(draft.attachments.length === 0 ? {} : { attachments: [...draft.attachments] }),
    ...(draft.keeps.length === 0 ? {} : { keeps: [...draft.keeps] }),
    ...(draft.decline === undefined ? {} : { decline: draft.decline }),
    ...(draft.recommendation === undefined ? {} : { recommendation: draft.recommendation }),
    // A card that was answered was looked at, too.
    looked: said.looked || draft.decisions.length > 0,
    ...(said.reason === "" ? {} : { overrideReason: said.reason.trim() }),
    ...(draft.replyId === undefined ? {} : { replyId: draft.replyId }),
    ...(said.seenId === null ? {} : { lastSeenMessageId: said.seenId }),
  }
}
