import { isAboutPerson } from "../../ledger/about-person.ts"
import { isOwed, promiseOf } from "../../ledger/customer-promise.ts"
import { notFound } from "../../ledger/error.ts"
import { eraseAnswerChecks } from "../database/answer-checks.ts"
import { eraseAssertions } from "../database/assertions.ts"
import { insertErasedAddresses } from "../database/begun.ts"
import { insertChange } from "../database/changes.ts"
import { refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { eraseDeclines } from "../database/declines.ts"
import { eraseAttachments } from "../database/attachments.ts"
import { eraseDrafts } from "../database/drafts.ts"
import { eraseNeeds } from "../database/needs.ts"
import { eraseOrders } from "../database/orders.ts"
import { readEntries, writePromiseRow } from "../database/entries.ts"
import { eraseLinks } from "../database/customer-links.ts"
import { eraseHeld } from "../database/held-messages.ts"
import * as erase from "../database/erase.ts"
import { eraseDismissedWords, listDismissedWords, stampBook } from "../database/fact-books.ts"
import { type Erasing, eraseHoldReasons, lockHolds } from "../database/legal-holds.ts"
import { eraseWordsBeside, markTextsErased } from "../database/retention.ts"
import { lockFiles } from "../database/files.ts"
import { forgetAnswers } from "../database/idempotency-keys.ts"
import { insertErasedMails, listRedeliveryKeys } from "../database/outside.ts"
import { eraseTags } from "../database/tags.ts"
import { erasedDigest } from "./begin-conversation.ts"
import { type Actor, type Desk, assertRole, commit, step } from "./desk.ts"
import { eraseNaming } from "./named-in.ts"
import { assertNotHeld } from "./legal-holds.ts"
import { readPromiseForChange, recordEntry } from "./record-entry.ts"
import { log } from "./settings-log.ts"

/**
 * Erases a customer's name, addresses, messages, files and the words of every promise to them, for good. What was owed is
 * released, because nobody can keep it any more. Entries stay, without words, and still verify. Views and tags that name them go;
 * what else of the team's own may name them is for a person to change (`readErasure`). What other customers wrote stays theirs, and backups keep what they hold. `not_found` when there is none, `conflict` under a legal hold; a second time
 * changes nothing. Admins only.
 */
export async function eraseCustomer(desk: Desk, actor: Actor, customerId: string): Promise<void> {
  assertRole(actor, "admin")
  const { workspaceId } = actor
  await commit(desk, async (queries) => {
    const going = await lockGoing(queries, workspaceId, customerId)
    if (going === null) throw notFound("customer")
    await assertNotHeld(queries, workspaceId, erasingOf(going))
    await eraseGoing(queries, desk, actor, customerId, going)
  })
}

/** All that goes with a customer, held until the transaction ends: what is theirs, and copies of other mails that name them. */
export type Going = { readonly traces: erase.Traces; readonly copies: Awaited<ReturnType<typeof erase.findCopies>> }

/** Null when there is no such customer. */
export async function lockGoing(queries: Queries, workspaceId: string, customerId: string): Promise<Going | null> {
  await lockHolds(queries, workspaceId) // first, as whoever sets a hold does
  const traces = await erase.lockTraces(queries, workspaceId, customerId)
  return traces === null ? null : { traces, copies: await erase.findCopies(queries, traces) }
}

/** What a legal hold may be on: of a copy the mail as it came goes, which is in a conversation of others. */
export function erasingOf({ traces, copies }: Going): Erasing {
  return { ...traces, messageIds: [...traces.messageIds, ...copies.map(({ messageId }) => messageId)] }
}

/** In the caller's transaction, which has seen that no legal hold is on it. */
export async function eraseGoing(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  customerId: string,
  { traces, copies }: Going,
): Promise<void> {
  const at = desk.now().toString()
  for (const promiseId of traces.promiseIds) await settle(queries, desk, actor, promiseId)
  await erasePromises(queries, traces)
  await erase.eraseFromCopies(
    queries,
    traces,
    copies.map(({ messageId }) => messageId),
  )
  await refuseAgain(queries, desk, traces)
  await insertErasedAddresses(
    queries,
    actor.workspaceId,
    traces.mails.map((mail) => erasedDigest(desk, mail)),
  )
  await erase.eraseMessages(queries, traces)
  await eraseAssertions(queries, actor.workspaceId, traces.customerIds)
  await eraseDeclines(queries, actor.workspaceId, traces.customerIds)
  await eraseHeld(queries, actor.workspaceId, traces.conversationIds, at)
  await eraseNeeds(queries, actor.workspaceId, traces.customerIds)
  await eraseAnswerChecks(queries, actor.workspaceId, traces.customerIds)
  await eraseOrders(queries, actor.workspaceId, traces.customerIds)
  await erase.eraseOutbox(queries, traces, at)
  await eraseLinks(queries, traces, at)
  await erase.eraseConversations(queries, traces, at)
  await erase.eraseReminders(queries, traces)
  await eraseAttachments(queries, actor.workspaceId, traces.conversationIds)
  await eraseTags(queries, actor.workspaceId, traces.conversationIds)
  await eraseDrafts(queries, actor.workspaceId, traces.conversationIds)
  await erase.eraseTasks(queries, traces, at)
  await eraseDismissed(queries, desk, traces)
  const tagged = await eraseNaming(queries, desk, actor, customerId)
  await eraseHoldReasons(queries, actor.workspaceId, traces)
  await erase.eraseNames(queries, traces, at)
  await forgetAnswers(queries, actor.workspaceId)
  const elsewhere = await erase.findConversationsOf(queries, traces)
  await log(queries, desk, actor, { kind: "customer-erased", subjectId: customerId })
  await announce(queries, traces, [...elsewhere, ...tagged, ...copies.map((copy) => copy.conversationId)], at)
}

/**
 * Erases the texts of a conversation in which nothing is owed: messages, files, raw mails, drafts, the words of its promises and
 * what stands beside them. That there were messages, when and by whom, stays, and the customer with their name.
 */
export async function eraseTexts(queries: Queries, desk: Desk, traces: erase.Traces): Promise<void> {
  const { workspaceId, conversationIds } = traces
  const at = desk.now().toString()
  await erasePromises(queries, traces)
  await refuseAgain(queries, desk, traces)
  await erase.eraseMessages(queries, traces)
  await eraseWordsBeside(queries, traces)
  await eraseHeld(queries, workspaceId, conversationIds, at)
  await erase.eraseOutbox(queries, traces, at)
  await eraseLinks(queries, traces, at)
  await erase.eraseConversations(queries, traces, at)
  await erase.eraseReminders(queries, traces)
  await eraseAttachments(queries, workspaceId, conversationIds)
  await eraseDrafts(queries, workspaceId, conversationIds)
  await erase.eraseTasks(queries, traces, at)
  await forgetAnswers(queries, workspaceId)
  for (const id of conversationIds) await markTextsErased(queries, workspaceId, id, at)
  await announce(queries, traces, [], at)
}

/** A mailbox that is read anew still holds their mails: keyed digests say which are not to be taken in again. */
async function refuseAgain(queries: Queries, desk: Desk, { workspaceId, messageIds }: erase.Traces): Promise<void> {
  const keys = await listRedeliveryKeys(queries, workspaceId, messageIds)
  await insertErasedMails(queries, workspaceId, keys.map(desk.sign))
}

/** Words about which a rule was told to be silent are of no customer, but may name them. */
async function eraseDismissed(queries: Queries, desk: Desk, traces: erase.Traces): Promise<void> {
  const { workspaceId, mails } = traces
  const names = await erase.listNames(queries, traces)
  const said = await listDismissedWords(queries, workspaceId)
  const theirs = said.filter(({ words }) => isAboutPerson(words, { names, mails }))
  if (theirs.length === 0) return
  const at = desk.now().toString()
  const ids = theirs.map(({ id }) => id)
  await eraseDismissedWords(queries, workspaceId, ids, at)
  await stampBook(queries, workspaceId, desk.newId(), at)
}

async function settle(queries: Queries, desk: Desk, actor: Actor, promiseId: string): Promise<void> {
  const { promise } = await readPromiseForChange(queries, { workspaceId: actor.workspaceId, promiseId })
  if (isOwed(promise.state)) {
    await recordEntry(queries, desk, actor, promiseId, { kind: "released", body: { why: "erased" }, texts: null })
  } else if (promise.state === "proposed") {
    await recordEntry(queries, desk, actor, promiseId, { kind: "dismissed", body: {}, texts: null })
  }
}

/** The words go, and each row is written again from entries that have none. */
async function erasePromises(queries: Queries, traces: erase.Traces): Promise<void> {
  await erase.deleteEntryTexts(queries, traces)
  for (const promiseId of traces.promiseIds) {
    const key = { workspaceId: traces.workspaceId, promiseId }
    const stored = await readEntries(queries, key)
    const last = stored.at(-1)
    if (last === undefined) throw new Error("a promise without entries")
    const promise = promiseOf(stored.map(({ entry }) => entry))
    await writePromiseRow(queries, key, promise, { seq: last.entry.seq, hash: last.hash, nextAt: null })
  }
}

async function announce(queries: Queries, traces: erase.Traces, touched: readonly string[], at: string): Promise<void> {
  const { workspaceId } = traces
  for (const id of traces.customerIds) await insertChange(queries, { workspaceId, kind: "customer", id, at })
  for (const id of new Set([...traces.conversationIds, ...touched])) {
    await refreshConversation(queries, workspaceId, id)
    await insertChange(queries, { workspaceId, kind: "conversation", id, at })
  }
}

/**
 * Removes one file of erased messages from disk, unless another message names the same content. A step of the loop, outside
 * of the erasure's transaction: what is gone from disk cannot be rolled back. False when there is nothing to remove.
 */
export async function removeErasedFile(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const removal = await erase.nextRemoval(queries)
    if (removal === null) return false
    await lockFiles(queries)
    // Asked again: between the question and the lock, a mail with the same content may have come in.
    const still = await erase.nextRemoval(queries)
    if (still === null) return false
    if (!still.named) await desk.files.remove(still.digest)
    await erase.deleteRemoval(queries, still.workspaceId, still.digest)
    return true
  })
}
