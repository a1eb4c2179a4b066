import { conflict, invalid } from "../../ledger/error.ts"
import { isOwed } from "../../ledger/customer-promise.ts"
import { lockConversationOf } from "../database/conversation-locks.ts"
import type { Queries } from "../database/database.ts"
import { changeDelivery } from "../database/delivery.ts"
import { listTies } from "../database/messages.ts"
import { areOne } from "../database/one-customer.ts"
import type { Actor, Desk } from "./desk.ts"
import { readPromiseForChange, recordEntry } from "./record-entry.ts"
import { giveToPresentOwner } from "./reopen.ts"

/** `not_found`, `invalid` or `conflict` unless each is a promise that we owe this customer. */
export async function assertKeepable(
  queries: Queries,
  actor: Actor,
  customerId: string,
  promiseIds: readonly string[],
): Promise<void> {
  for (const promiseId of promiseIds.toSorted()) {
    const { promise } = await readPromiseForChange(queries, { workspaceId: actor.workspaceId, promiseId })
    if (!(await areOne(queries, actor.workspaceId, promise.customerId, customerId)))
      throw invalid("That promise was made to another customer.", "keeps")
    if (!isOwed(promise.state))
      throw conflict("One of the promises that this keeps is settled already. Look at it again.")
  }
}

/** Writes "kept" for each promise that an accepted message keeps and that is still owed. */
export async function keepByMessage(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  messageId: string,
  at: string,
): Promise<void> {
  for (const promiseId of (await listTies(queries, actor.workspaceId, messageId)).keeps) {
    const { promise } = await readPromiseForChange(queries, { workspaceId: actor.workspaceId, promiseId })
    if (!isOwed(promise.state)) continue
    await recordEntry(
      queries,
      desk,
      actor,
      promiseId,
      { kind: "kept", body: { kind: "message", messageId, at }, texts: null },
      { at },
    )
  }
}

/** Takes the evidence back where this message was it: those promises are open again. */
export async function undoKeeps(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  messageId: string,
  why: "bounced" | "undone" | "refused",
): Promise<void> {
  for (const promiseId of (await listTies(queries, actor.workspaceId, messageId)).keeps) {
    const { promise } = await readPromiseForChange(queries, { workspaceId: actor.workspaceId, promiseId })
    if (promise.state !== "kept" || promise.evidence?.messageId !== messageId) continue
    await recordEntry(queries, desk, actor, promiseId, { kind: "reopened", body: { why }, texts: null })
    await giveToPresentOwner(queries, desk, actor.workspaceId, promiseId)
  }
}

/** The message never reached anybody: what it promised was not made. */
export async function voidPromisesOf(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  messageId: string,
  why: "undone" | "refused",
): Promise<void> {
  await lockConversationOf(queries, actor.workspaceId, messageId)
  for (const promiseId of (await listTies(queries, actor.workspaceId, messageId)).made) {
    const { promise } = await readPromiseForChange(queries, { workspaceId: actor.workspaceId, promiseId })
    if (promise.state === "void" || promise.state === "dismissed") continue
    await recordEntry(queries, desk, actor, promiseId, { kind: "voided", body: { why }, texts: null })
  }
}

/** Our outgoing server took it: that is known now, and what it keeps is kept. */
export async function acceptMessage(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  messageId: string,
  at: string,
): Promise<void> {
  await lockConversationOf(queries, actor.workspaceId, messageId)
  await changeDelivery(queries, actor.workspaceId, messageId, {
    delivery: "accepted",
    problem: null,
    acceptedAt: at,
    at,
  })
  await keepByMessage(queries, desk, actor, messageId, at)
}
