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
import { EMPTY_DRAFT, type Draft } from "./use-draft.ts"

export type Sent = z.output<typeof message>
export type SendBody = z.input<typeof sendMessage.body>

/** What the sender is asked before the draft can leave; null while they write. */
export type Asking =
  | { readonly kind: "card"; readonly card: Card; readonly more: number }
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

/** The way of a draft to the outbox: cards, a look, a reason, then the send. One `press` or answer takes one step. */
export function useSending(input: SendingInput) {
  const { clock } = useEdge()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [looked, setLooked] = useState(false)
  const desk: Desk = { ...input.desk, now: clock.now() }

  const send = async (draft: Draft, reason: string, hasLooked: boolean) => {
    setBusy(true)
    setError(null)
    setAsking(null)
    try {
      const message = await input.send(bodyOf(draft, { reason, looked: hasLooked, seenId: input.seen.id }))
      setLooked(false)
      input.change(EMPTY_DRAFT)
      input.onSent(message, draft)
    } catch (refused) {
      if (refused instanceof Refusal && refused.problem.code === "conflict") {
        setAsking(await afterRefusal(refused.problem.detail, draft, { reason, looked: hasLooked }))
      } else {
        setError(refused)
      }
    } finally {
      setBusy(false)
    }
  }

  /** Why the desk refused: a newer message, something that only its own review found, or what it says. */
  const afterRefusal = async (
    told: string,
    draft: Draft,
    said: { reason: string; looked: boolean },
  ): Promise<Asking> => {
    if (await input.lookForNewer()) return { kind: "newer" }
    const review = await input.reviewByDesk(draft.text.trimEnd())
    const stage = review === null ? null : nextStage(draft.text, review, { ...draft, ...said })
    if (stage === null || stage.kind === "ready") return { kind: "refused", told }
    return askingOf(stage)
  }

  const askingOf = (stage: Exclude<Stage, { kind: "ready" }>): Asking =>
    stage.kind === "card" ? { kind: "card", card: filledIn(stage.found, desk), more: stage.more } : stage

  const advance = async (draft: Draft, reason: string, hasLooked: boolean) => {
    const stage = nextStage(draft.text, input.reviewNow(draft.text), { ...draft, looked: hasLooked, reason })
    if (stage.kind === "ready") return await send(draft, reason, hasLooked)
    setAsking(askingOf(stage))
  }

  const press = async () => {
    if (busy) return
    setError(null)
    if (input.seen.isBehind) {
      input.seen.catchUp()
      setAsking({ kind: "newer" })
      return
    }
    await advance(input.draft, "", looked)
  }
  const confirmCard = async (card: Card) => {
    const next = { ...input.draft, ...confirmed(input.draft, card, desk) }
    input.change(next)
    await advance(next, "", looked)
  }
  const noPromise = async (card: Card) => {
    const { start, end } = card.found
    const next = { ...input.draft, decisions: decide(input.draft.decisions, { kind: "none", start, end }) }
    input.change(next)
    await advance(next, "", looked)
  }
  const look = async () => {
    setLooked(true)
    await advance(input.draft, "", true)
  }
  const override = async (reason: string) => await advance(input.draft, reason, true)
  const write = () => {
    setAsking(null)
    setLooked(false)
  }
  return {
    asking,
    busy,
    error,
    desk,
    press,
    confirmCard,
    noPromise,
    look,
    override,
    back: () => setAsking(null),
    write,
  }
}

function bodyOf(draft: Draft, said: { reason: string; looked: boolean; seenId: string | null }): SendBody {
  const text = draft.text.trimEnd()
  const none = draft.decisions.filter((each) => each.kind === "none")
  return {
    text,
    promises: draft.decisions.flatMap(({ start, end, ...each }) =>
      each.kind === "captured"
        ? [{ start, end: Math.min(end, text.length), words: text.slice(start, end).trim(), ...each.terms }]
        : [],
    ),
    ...(none.length === 0
      ? {}
      : { notPromises: none.map(({ start, end }) => ({ start, end: Math.min(end, text.length) })) }),
    ...(draft.keeps.length === 0 ? {} : { keeps: [...draft.keeps] }),
    // A card that was answered was looked at, too.
    looked: said.looked || draft.decisions.length > 0,
    ...(said.reason === "" ? {} : { overrideReason: said.reason.trim() }),
    ...(said.seenId === null ? {} : { lastSeenMessageId: said.seenId }),
  }
}
