import { readBookId } from "../../ledger/fact-book.ts"
import { conflict, notFound } from "../../ledger/error.ts"
import { versionOn } from "../../ledger/fact.ts"
import { type Filling, fillReply } from "../../ledger/saved-reply.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { listFacts } from "../database/facts.ts"
import { findPresentOwner } from "../database/members.ts"
import { isMember } from "../database/people.ts"
import * as rows from "../database/saved-replies.ts"
import { readSettings } from "../database/settings.ts"
import { completeReplyTasks, hasReplyTask, insertTask } from "../database/tasks.ts"
import { auditDeskTexts } from "./audit-desk-texts.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { reviewerOf } from "./review-text.ts"

export type ReplyInput = { readonly name: string; readonly text: string; readonly ownerId?: string | undefined }

/** Saves a reply and says what its review finds; what is found does not stop it from being saved. Gives its id. */
export async function createReply(desk: Desk, actor: Actor, input: ReplyInput): Promise<string> {
  return commit(desk, async (queries) => {
    const id = desk.newId()
    const ownerId = input.ownerId ?? memberOf(actor)
    await assertOwner(queries, actor, ownerId)
    const row = { id, name: input.name, text: input.text, ownerId, at: desk.now().toString() }
    if (!(await rows.insertReply(queries, actor.workspaceId, row))) throw taken(input.name)
    await reviewReplies(queries, desk, actor, [{ id, ...input, ownerId }])
    await auditDeskTexts(queries, desk, actor.workspaceId)
    return id
  })
}

export type ReplyChange = { readonly [Name in keyof ReplyInput]?: ReplyInput[Name] | undefined }

export async function writeReply(desk: Desk, actor: Actor, replyId: string, change: ReplyChange): Promise<void> {
  await commit(desk, async (queries) => {
    const before = await rows.readReply(queries, actor.workspaceId, replyId)
    if (before === null) throw notFound("saved reply")
    const ownerId = change.ownerId ?? before.ownerId
    if (change.ownerId !== undefined) await assertOwner(queries, actor, ownerId)
    const after = { id: replyId, name: change.name ?? before.name, text: change.text ?? before.text, ownerId }
    if (!(await rows.updateReply(queries, actor.workspaceId, { ...after, at: desk.now().toString() }))) {
      throw taken(after.name)
    }
    await reviewReplies(queries, desk, actor, [after])
    await auditDeskTexts(queries, desk, actor.workspaceId)
  })
}

export async function removeReply(desk: Desk, actor: Actor, replyId: string): Promise<void> {
  await commit(desk, async (queries) => {
    if ((await rows.readReply(queries, actor.workspaceId, replyId)) === null) throw notFound("saved reply")
    const at = desk.now().toString()
    await rows.removeReply(queries, actor.workspaceId, replyId, at)
    await completeReplyTasks(queries, actor.workspaceId, replyId, { at, memberId: memberOf(actor) })
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "reply", id: replyId, at })
    await auditDeskTexts(queries, desk, actor.workspaceId)
  })
}

/** A fact has changed: every reply is read again. One that now says what is not true is marked, and its owner gets a task. */
export async function recheckReplies(queries: Queries, desk: Desk, actor: Actor): Promise<void> {
  const all = await rows.listReplies(queries, actor.workspaceId)
  if (all.length > 0) await reviewReplies(queries, desk, actor, all)
}

type Reply = { readonly id: string; readonly name: string; readonly text: string; readonly ownerId: string | null }

async function reviewReplies(queries: Queries, desk: Desk, actor: Actor, replies: readonly Reply[]): Promise<void> {
  const { workspaceId } = actor
  const read = await reviewerOf(queries, desk, workspaceId)
  const filling = await generalFilling(queries, desk, workspaceId)
  const at = desk.now().toString()
  for (const reply of replies) {
    const filled = fillReply(reply.text, filling)
    const { verdict, findings, claims } = read({ text: filled.text, channel: "mail", author: "saved-reply" })
    const told = claims.flatMap(({ factId }) => readBookId(factId)?.factId ?? [])
    const factIds = [...new Set([...told, ...filled.factIds])]
    const before = await rows.readReply(queries, workspaceId, reply.id)
    await rows.writeReplyReview(queries, workspaceId, { id: reply.id, verdict, findings, factIds, at })
    if (before?.verdict !== verdict) await insertChange(queries, { workspaceId, kind: "reply", id: reply.id, at })
    const contradicted = findings.find(({ rule }) => rule === "claim/contradicted")
    if (contradicted === undefined) {
      await completeReplyTasks(queries, workspaceId, reply.id, { at, memberId: memberOf(actor) })
    } else if (!(await hasReplyTask(queries, workspaceId, reply.id))) {
      const quote = filled.text.slice(contradicted.start, contradicted.end)
      await giveTask(queries, desk, workspaceId, { reply, quote })
    }
  }
}

async function giveTask(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { reply, quote }: { readonly reply: Reply; readonly quote: string },
): Promise<void> {
  await insertTask(queries, {
    workspaceId,
    id: desk.newId(),
    kind: "reply",
    ownerId: await findPresentOwner(queries, workspaceId, reply.ownerId, null),
    replyId: reply.id,
    words: `The saved reply “${reply.name}” says “${quote}”, which a fact contradicts.`,
    at: desk.now().toString(),
  })
}

/** As anybody would be written: a name for the customer, and the facts that hold for everybody. */
async function generalFilling(queries: Queries, desk: Desk, workspaceId: string): Promise<Filling> {
  const { zone } = await readSettings(queries, workspaceId)
  const day = desk.now().toZonedDateTimeISO(zone).toPlainDate().toString()
  const facts = (await listFacts(queries, workspaceId)).flatMap(({ id, retiredAt, versions }) => {
    const now = retiredAt === null ? versionOn(versions, day) : null
    return now === null || (now.validUntil ?? "9999") < day ? [] : [{ ...now, id }]
  })
  return { customer: "Alex", member: "Sam", facts, scope: {} }
}

async function assertOwner(queries: Queries, actor: Actor, ownerId: string | null): Promise<void> {
  if (ownerId !== null && !(await isMember(queries, actor.workspaceId, ownerId))) throw notFound("member")
}

function taken(name: string) {
  return conflict(`There is a saved reply “${name}” already. Give this one another name.`)
}

function memberOf({ by }: Actor): string | null {
  return by.kind === "member" ? by.id : null
}
