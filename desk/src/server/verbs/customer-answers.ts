import type { CustomerPromise } from "../../ledger/customer-promise.ts"
import type { Entry } from "../../ledger/entry.ts"
import { notFound } from "../../ledger/error.ts"
import { lockStanding } from "../database/conversation-locks.ts"
import type { OpenLink } from "../database/customer-links.ts"
import type { Queries } from "../database/database.ts"
import { insertTask } from "../database/tasks.ts"
import { areOne } from "../database/one-customer.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { noteOf } from "./promises.ts"
import { readPromiseForChange, recordEntry } from "./record-entry.ts"

export type CustomerAnswer = {
  readonly promiseId: string
  readonly answer: "yes" | "not-yet"
  /** The place of the "kept" that it is about: an old form says nothing about a later one. */
  readonly seq: number
  readonly note: string
}

/**
 * What a customer says of a promise that we say is kept: "yes" makes their word the evidence, "not yet" opens it again and
 * gives its owner a task. The same answer twice is one. `changed` when it is no longer about what the customer saw;
 * `not_found` for a promise of another conversation.
 */
export async function answerPromise(
  desk: Desk,
  link: OpenLink,
  { promiseId, answer, seq, note }: CustomerAnswer,
): Promise<"noted" | "changed"> {
  return commit(desk, async (queries) => {
    const key = { workspaceId: link.workspaceId, promiseId }
    const conversationId = await lockStanding(queries, link.workspaceId, link.conversationId)
    const { promise, stored } = await readPromiseForChange(queries, key)
    const isTheirs = await areOne(queries, link.workspaceId, promise.customerId, link.customerId)
    if (!isTheirs || promise.conversationId !== conversationId) throw notFound("promise")
    const entries = stored.map(({ entry }) => entry)
    const lastKept = entries.findLast(({ kind }) => kind === "kept")
    if (lastKept?.seq !== seq) return "changed"
    const since = entries.filter((entry) => entry.seq > seq)
    if (saidBefore(since, answer)) return "noted"
    if (promise.state !== "kept") return "changed"
    const actor: Actor = { workspaceId: link.workspaceId, by: { kind: "customer", id: null }, role: "member" }
    if (answer === "yes") await confirm(queries, desk, actor, promiseId, note)
    else await dispute(queries, desk, actor, promiseId, note)
    return "noted"
  })
}

/** The last thing that happened since is this answer. */
function saidBefore(since: readonly Entry[], answer: CustomerAnswer["answer"]): boolean {
  const kind = answer === "yes" ? "confirmed-by-customer" : "reopened"
  return since.findLast((entry) => entry.by.kind === "customer")?.kind === kind
}

async function confirm(queries: Queries, desk: Desk, actor: Actor, promiseId: string, note: string): Promise<void> {
  const texts = noteOf(note)
  await recordEntry(queries, desk, actor, promiseId, { kind: "confirmed-by-customer", body: {}, texts })
}

async function dispute(queries: Queries, desk: Desk, actor: Actor, promiseId: string, note: string): Promise<void> {
  const texts = noteOf(note)
  const reopened = await recordEntry(queries, desk, actor, promiseId, {
    kind: "reopened",
    body: { why: "disputed" },
    texts,
  })
  await insertTask(queries, {
    workspaceId: actor.workspaceId,
    id: desk.newId(),
    kind: "other",
    ownerId: reopened.ownerId,
    customerId: reopened.customerId,
    conversationId: reopened.conversationId,
    promiseId,
    words: taskWords(reopened, note),
    at: desk.now().toString(),
  })
}

function taskWords({ words }: CustomerPromise, note: string): string {
  const said = note === "" ? "" : ` They wrote: “${note}”`
  return `The customer says that this is not done yet, so it is open again: “${words ?? ""}”.${said}`
}
