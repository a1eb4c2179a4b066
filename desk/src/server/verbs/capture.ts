import type { FoundPromise, Review, Span } from "aboveboard-engine"
import { conflict, invalid } from "../../ledger/error.ts"
import type { Channel, Due } from "../../ledger/entry.ts"
import { oneForEach } from "../../ledger/one-for-each.ts"
import { isWithinReach } from "../../ledger/reach.ts"
import type { Queries } from "../database/database.ts"
import { assertDeed } from "./deeds.ts"
import type { Actor, Desk } from "./desk.ts"
import { type TermsInput, termsOf } from "./promises.ts"
import { recordEntry, recordPromise } from "./record-entry.ts"

/** A promise as a member confirmed it in their own text. */
export type Captured = TermsInput & Span

/** Where captured promises belong. */
export type Said = {
  readonly customerId: string
  readonly conversationId: string
  readonly messageId: string
  readonly channel: Channel
  readonly at: string
}

/** Promises that somebody may forget: what is done by the message itself needs no owner. */
export function promisesToCapture(review: Review): readonly FoundPromise[] {
  return review.promises.filter(({ kind }) => kind !== "now")
}

export type SortedOut = {
  readonly open: readonly FoundPromise[]
  readonly dismissed: readonly FoundPromise[]
}

/** What of the found promises nobody has spoken for, and what somebody reads as none. A span speaks for one promise. */
export function sortedOut(review: Review, captured: readonly Span[], notPromises: readonly Span[]): SortedOut {
  const found = promisesToCapture(review)
  const spokenFor = oneForEach(found, [...captured, ...notPromises])
  return {
    open: found.filter((_, index) => spokenFor[index] === null),
    dismissed: found.filter((_, index) => (spokenFor[index] ?? -1) >= captured.length),
  }
}

/** `conflict` unless each promise found in the text is confirmed or said to be none; `invalid` when a span is not in the text. */
export function assertAllCaptured(
  review: Review,
  text: string,
  captured: readonly Span[],
  notPromises: readonly Span[],
): void {
  for (const span of [...captured, ...notPromises]) {
    if (span.end <= span.start || span.end > text.length)
      throw invalid("A promise's place must lie in the text.", "promises")
  }
  const [open] = sortedOut(review, captured, notPromises).open
  if (open !== undefined) {
    throw conflict(
      `“${open.quote}” is a promise that nobody has confirmed. Say who does it and by when, or that it is none.`,
    )
  }
}

/** Opens the captured ones. Gives their ids. */
export async function openCaptured(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  said: Said,
  captured: readonly Captured[],
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const one of captured) {
    await assertDeed(queries, actor, one.deed)
    const terms = await termsOf(queries, actor, one)
    ids.push(
      await recordPromise(queries, desk, actor, {
        kind: "opened",
        body: { ...terms.body, ...makingOf(actor, said) },
        texts: terms.texts,
      }),
    )
  }
  return ids
}

/** Proposes what was found and not captured; `ownerId` is who is asked to look at it. Gives their ids. */
export async function proposeFound(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  said: Said,
  ownerId: string,
  found: readonly FoundPromise[],
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const one of found) {
    ids.push(
      await recordPromise(queries, desk, actor, {
        kind: "proposed",
        body: {
          ...makingOf(actor, said),
          deed: one.deed,
          ownerId,
          conditional: one.kind === "conditional",
          ...dueWithinReach(one.due),
        },
        texts: { words: one.quote, dueWords: one.due.text ?? null, condition: one.condition ?? null },
      }),
    )
  }
  return ids
}

/** "In 9000 years" can be said and resolved, but not kept: then whoever confirms it says when. */
function dueWithinReach({ from, until }: FoundPromise["due"]): Due {
  const times = [from, until].filter((time) => time !== undefined)
  return times.every(isWithinReach) ? { from: from ?? null, until: until ?? null } : { from: null, until: null }
}

/** Records that the sender read these as no promises, so that it is not lost who said so. */
export async function dismissFound(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  said: Said,
  ownerId: string,
  found: readonly FoundPromise[],
): Promise<void> {
  for (const promiseId of await proposeFound(queries, desk, actor, said, ownerId, found)) {
    await recordEntry(queries, desk, actor, promiseId, { kind: "dismissed", body: {}, texts: null })
  }
}

function makingOf(actor: Actor, said: Said) {
  return {
    customerId: said.customerId,
    conversationId: said.conversationId,
    messageId: said.messageId,
    predecessorId: null,
    channel: said.channel,
    saidAt: said.at,
    saidBy: actor.by.kind === "member" ? actor.by.id : null,
  }
}
