import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import { Mistake } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockStanding } from "../database/conversation-locks.ts"
import { changeConversation, refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { withinTransaction } from "../database/within-transaction.ts"
import { type Desk, deskActor } from "./desk.ts"
import { hear, insertFormMessage } from "./hear.ts"
import { sendMessage } from "./send.ts"

/** What a customer is asked by a mail with a link: whether what they bought helped, or whether an answer did. */
export type Question = "outcome-check" | "answer-check"

const LINK_DAYS = 30 // long enough for a holiday, short enough to remember what it was about
const TOKEN_LENGTH = 48 // hex digits; 192 bits that only this desk can make

/** What stands in the address. */
export function tokenOf(desk: Desk, question: Question, id: string): string {
  return desk.sign(`${question} ${id}`).slice(0, TOKEN_LENGTH)
}

/** Comparing digests in the database says nothing about how much of a guess was right. */
export function digestOf(desk: Desk, question: Question, token: string): string {
  return desk.digest(`${question} ${token}`)
}

/** Until when a link that is sent now works. */
export function expiryOf(desk: Desk): string {
  return desk
    .now()
    .add({ hours: LINK_DAYS * 24 })
    .toString()
}

export type Sent =
  | { readonly messageId: string; readonly problem: null }
  | { readonly messageId: null; readonly problem: string }

/** Through the same review as any message. What it holds, or what has no address, is a problem; nobody is asked again. */
export async function sendQuestion(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { text, conversation }: { readonly text: string; readonly conversation: (inner: Queries) => Promise<string> },
): Promise<Sent> {
  const within: Desk = { ...desk, database: withinTransaction(desk.database, queries), committed: () => {} }
  try {
    const messageId = await within.database.transaction(async (inner) => {
      const deeper: Desk = { ...within, database: withinTransaction(within.database, inner) }
      return sendMessage(deeper, deskActor(workspaceId), await conversation(inner), { text, promises: [] })
    })
    return { messageId, problem: null }
  } catch (refused) {
    if (!(refused instanceof Mistake)) throw refused
    return { messageId: null, problem: refused.message }
  }
}

export type Unhelped = {
  readonly workspaceId: string
  readonly conversationId: string
  readonly customerId: string
  readonly question: string
  readonly answer: Exclude<Outcome, "yes">
  readonly words: string
  readonly messageId: string
  readonly at: string
}

const SAID = { partly: "Only in part.", no: "No." } as const

/** "Partly" and "no" come in as the customer's message, and their conversation is open. */
export async function hearAnswer(queries: Queries, desk: Desk, unhelped: Unhelped): Promise<void> {
  const { workspaceId, customerId, question, answer, words, messageId, at } = unhelped
  const conversationId = await lockStanding(queries, workspaceId, unhelped.conversationId)
  const text = [`${question} ${SAID[answer]}`, words].filter((line) => line !== "").join("\n\n")
  const heard = { workspaceId, conversationId, messageId, customerId, text, at }
  await insertFormMessage(queries, desk, heard)
  await hear(queries, desk, heard)
  await changeConversation(queries, workspaceId, conversationId, { set: "closed_at", to: null })
  await changeConversation(queries, workspaceId, conversationId, { set: "snoozed_until", to: null })
  await refreshConversation(queries, workspaceId, conversationId)
  await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at })
}
