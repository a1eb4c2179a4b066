import * as contract from "../../contract/promises.ts"
import { notFound } from "../../ledger/error.ts"
import type { Queries } from "../database/database.ts"
import { readEntries } from "../database/entries.ts"
import { listEntryViews } from "../database/entry-views.ts"
import * as promises from "../database/promises.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import * as verbs from "../verbs/promises.ts"
import { chainVerifies } from "../verbs/record-entry.ts"
import { reopenPromise } from "../verbs/reopen.ts"
import { keepPromise } from "../verbs/settle.ts"
import { type Door, serveMember } from "./serve.ts"

export function servePromises(door: Door): void {
  serveReading(door)
  serveMaking(door)
  serveSettling(door)
  serveChanging(door)
}

function serveReading(door: Door): void {
  serveMember(door, contract.listPromises, ({ desk, actor, query }) =>
    promises.listPromises(desk.database, actor.workspaceId, query),
  )
  serveMember(door, contract.readPromise, async ({ desk, actor, params }) => {
    const key = { workspaceId: actor.workspaceId, promiseId: params.promiseId }
    const promise = await presentPromise(desk.database, actor, params.promiseId)
    const entries = await listEntryViews(desk.database, key)
    return { ...promise, entries, chainVerifies: chainVerifies(desk, key, await readEntries(desk.database, key)) }
  })
}

function serveMaking(door: Door): void {
  serveMember(door, contract.createPromise, async ({ desk, actor, body }) =>
    presentPromise(desk.database, actor, await verbs.makePromise(desk, actor, body)),
  )
  serveMember(door, contract.confirmPromise, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.confirmPromise(desk, actor, id, body)),
  )
  serveMember(door, contract.dismissPromise, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.dismissPromise(desk, actor, id, body.why)),
  )
}

function serveSettling(door: Door): void {
  serveMember(door, contract.keepPromise, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => keepPromise(desk, actor, id, body.evidence)),
  )
  serveMember(door, contract.renegotiatePromise, async ({ desk, actor, params, body }) => {
    const successorId = await verbs.renegotiatePromise(desk, actor, params.promiseId, body)
    const promise = await presentPromise(desk.database, actor, params.promiseId)
    return { promise, successor: await presentPromise(desk.database, actor, successorId) }
  })
  serveMember(door, contract.releasePromise, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.releasePromise(desk, actor, id, body.reason)),
  )
  serveMember(door, contract.reopenPromise, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => reopenPromise(desk, actor, id, body)),
  )
}

function serveChanging(door: Door): void {
  serveMember(door, contract.handOverPromise, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.handOverPromise(desk, actor, id, body)),
  )
  serveMember(door, contract.setWaiting, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.setWaiting(desk, actor, id, body)),
  )
  serveMember(door, contract.meetCondition, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.meetCondition(desk, actor, id, body.due)),
  )
  serveMember(door, contract.movePromise, ({ desk, actor, params, body }) =>
    changed(desk, actor, params, (id) => verbs.movePromise(desk, actor, id, body.conversationId)),
  )
}

async function changed(
  desk: Desk,
  actor: Actor,
  { promiseId }: { readonly promiseId: string },
  change: (promiseId: string) => Promise<unknown>,
): Promise<promises.PromiseView> {
  await change(promiseId)
  return presentPromise(desk.database, actor, promiseId)
}

async function presentPromise(queries: Queries, actor: Actor, promiseId: string): Promise<promises.PromiseView> {
  const promise = await promises.readPromise(queries, actor.workspaceId, promiseId)
  if (promise === null) throw notFound("promise")
  return promise
}
