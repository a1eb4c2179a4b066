import { findChases, ownWords } from "aboveboard-engine"
import { chasedPromise } from "../../ledger/chased-promise.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { listChaseable } from "../database/chaseable.ts"
import type { Desk } from "./desk.ts"
import { recordEntry } from "./record-entry.ts"

/** A message of a customer, as it came in. */
export type Heard = {
  readonly workspaceId: string
  readonly conversationId: string
  readonly messageId: string
  readonly customerId: string
  readonly text: string
  readonly at: string
}

/**
 * Marks the open promises that the message chases, each once, with the sentence that does. Their owners get a notice. What
 * it could be about one or another promise marks none. In the transaction that stores the message.
 */
export async function noteChases(queries: Queries, desk: Desk, heard: Heard): Promise<void> {
  const { workspaceId, conversationId, messageId, customerId, text, at } = heard
  const chases = findChases(text)
  if (chases.length === 0) return
  const conversation = await readConversationHead(queries, workspaceId, conversationId)
  const owedTo = conversation?.customerId ?? customerId
  const promises = await listChaseable(queries, workspaceId, { customerId: owedTo, conversationId, before: at })
  const own = ownWords(text).map(({ start, end }) => text.slice(start, end))
  const chased = new Map<string, string>()
  for (const chase of chases) {
    const promise = chasedPromise(chase, own.join("\n"), promises, desk.now())
    if (promise !== null && !chased.has(promise.id)) chased.set(promise.id, chase.quote)
  }
  const actor = { workspaceId, by: { kind: "customer" as const, id: null }, role: "member" as const }
  for (const [promiseId, quote] of [...chased].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const event = { kind: "chased" as const, body: { messageId }, texts: { note: quote } }
    await recordEntry(queries, desk, actor, promiseId, event, { at })
  }
}
