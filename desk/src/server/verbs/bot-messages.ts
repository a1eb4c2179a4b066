import type { Review } from "aboveboard-engine"
import { whyItWaits } from "../../ledger/bot.ts"
import { Mistake, conflict, forbidden, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { hasBotWritten, insertHeld, settleHeld, tieTakenDrafts } from "../database/held-messages.ts"
import { readThreadEnd } from "../database/thread-end.ts"
import { holdCustomer, readCustomerScope } from "../database/people.ts"
import { readSettings } from "../database/settings.ts"
import { completeTask, insertTask } from "../database/tasks.ts"
import type { Captured } from "./capture.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { reviewText } from "./review-text.ts"
import { sendMessage } from "./send.ts"

export type BotInput = {
  readonly conversationId: string
  readonly text: string
  readonly author?: "bot" | undefined
  readonly promises: readonly Captured[]
  readonly keeps?: readonly string[] | undefined
}

export type BotOutcome =
  | { readonly state: "sent"; readonly messageId: string }
  | { readonly state: "held"; readonly heldId: string; readonly why: string; readonly review: Review }

/**
 * What a bot wrote leaves when the review has nothing against it and the workspace lets bots send; otherwise it waits for a
 * person, in the conversation and as a task. A bot that does not say that it is one always waits.
 */
export async function sendAsBot(desk: Desk, actor: Actor, input: BotInput): Promise<BotOutcome> {
  const { conversationId } = input
  if ((await readConversationHead(desk.database, actor.workspaceId, conversationId)) === null) {
    throw notFound("conversation")
  }
  if (actor.by.kind !== "key") throw forbidden("This is for bots, with an API key. Members answer in the conversation.")
  if (input.text.trim() === "") throw invalid("There is nothing to send.", "text")
  const { review, why } = await considered(desk, actor, input)
  if (why !== null) return hold(desk, actor, input, review, why)
  try {
    const { text, promises, keeps } = input
    return { state: "sent", messageId: await sendMessage(desk, actor, conversationId, { text, promises, keeps }) }
  } catch (refused) {
    if (!(refused instanceof Mistake) || refused.code !== "conflict") throw refused
    return hold(desk, actor, input, review, refused.message)
  }
}

/** What a key sends by the door of members is a bot's: `conflict` where that would wait for a person. */
export async function assertBotMayLeave(desk: Desk, actor: Actor, conversationId: string, text: string): Promise<void> {
  if (actor.by.kind !== "key") return
  const why = await whyHeld(desk, actor, { conversationId, text, author: "bot" })
  if (why !== null) throw conflict(`${why} Send it to /api/v1/messages, where it waits for a person.`)
}

async function whyHeld(
  desk: Desk,
  { workspaceId }: Actor,
  { conversationId, text, author }: Pick<BotInput, "conversationId" | "text" | "author">,
): Promise<string | null> {
  const { bots } = await readSettings(desk.database, workspaceId)
  const hasSaidSo = await hasBotWritten(desk.database, workspaceId, conversationId)
  return whyItWaits({ text, author: author ?? null, hasSaidSo, drafts: bots.drafts })
}

async function considered(
  desk: Desk,
  actor: Actor,
  { conversationId, text, author }: BotInput,
): Promise<{ readonly review: Review; readonly why: string | null }> {
  const { workspaceId } = actor
  const conversation = await readConversationHead(desk.database, workspaceId, conversationId)
  if (conversation === null) throw notFound("conversation")
  const end = await readThreadEnd(desk.database, workspaceId, conversationId)
  const review = await reviewText(desk.database, desk, workspaceId, {
    text,
    channel: "mail",
    author: "bot",
    scope: await readCustomerScope(desk.database, workspaceId, conversation.customerId),
    ...(end?.text === null || end?.text === undefined ? {} : { previous: `CUSTOMER: ${end.text}` }),
  })
  const waits = await whyHeld(desk, actor, { conversationId, text, author })
  const grave = review.findings.find(({ severity }) => severity === "hold")
  const found = grave ?? review.findings.find(({ severity }) => severity === "confirm")
  return { review, why: waits ?? found?.why ?? null }
}

async function hold(
  desk: Desk,
  actor: Actor,
  { conversationId, text }: BotInput,
  review: Review,
  why: string,
): Promise<BotOutcome> {
  return commit(desk, async (queries) => {
    const { workspaceId, by } = actor
    const conversation = await readConversationHead(queries, workspaceId, conversationId)
    if (conversation === null) throw notFound("conversation")
    await lockConversation(queries, workspaceId, conversationId)
    if (!(await holdCustomer(queries, workspaceId, conversation.customerId))) {
      throw forbidden("This customer was erased. Nothing can be written to them.")
    }
    const heldId = desk.newId()
    const at = desk.now().toString()
    const { verdict } = review
    await insertHeld(queries, workspaceId, { id: heldId, conversationId, text, verdict, why, byId: by.id, at })
    await insertTask(queries, {
      workspaceId,
      id: heldId,
      kind: "held",
      ownerId: null,
      conversationId,
      words: why,
      at,
    })
    await announce(queries, workspaceId, conversationId, at)
    return { state: "held", heldId, why, review }
  })
}

/** A person has taken the draft over, or thrown it away; it waits no longer. `not_found` when it does not wait. */
export async function settleHeldMessage(
  desk: Desk,
  actor: Actor,
  heldId: string,
  { taken }: { readonly taken: boolean },
): Promise<void> {
  if (actor.by.kind !== "member") throw forbidden("A person decides what becomes of it.")
  await commit(desk, async (queries) => {
    const at = desk.now().toString()
    const by = { at, memberId: actor.by.id }
    const settled = await settleHeld(queries, actor.workspaceId, heldId, { ...by, taken })
    if (settled === null) throw notFound("waiting draft")
    await completeTask(queries, actor.workspaceId, heldId, by)
    await announce(queries, actor.workspaceId, settled.conversationId, at)
  })
}

/** What a member took over here goes with the message that they send: it says who drafted it. */
export async function tieTaken(
  queries: Queries,
  { workspaceId, by }: Actor,
  place: { readonly conversationId: string; readonly messageId: string },
): Promise<void> {
  if (by.kind === "member") await tieTakenDrafts(queries, { workspaceId, ...place }, by.id)
}

async function announce(queries: Queries, workspaceId: string, conversationId: string, at: string): Promise<void> {
  await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at })
}
