import type { Queries } from "../database/database.ts"
import { findPresentOwner } from "../database/members.ts"
import { listTies } from "../database/messages.ts"
import type { Actor, Desk } from "./desk.ts"
import { readPromiseForChange, recordPromise } from "./record-entry.ts"

/** Makes again what a refused message had promised: a void promise stays void, and its successor is what we now owe. */
export async function remakeVoided(queries: Queries, desk: Desk, actor: Actor, messageId: string): Promise<void> {
  const made = await Promise.all(
    (await listTies(queries, actor.workspaceId, messageId)).made.map(async (promiseId) => ({
      promiseId,
      promise: (await readPromiseForChange(queries, { workspaceId: actor.workspaceId, promiseId })).promise,
    })),
  )
  const replaced = new Set(made.map(({ promise }) => promise.predecessorId))
  for (const { promiseId, promise } of made) {
    if (promise.state !== "void" || replaced.has(promiseId)) continue
    await recordPromise(queries, desk, actor, {
      kind: "opened",
      body: {
        customerId: promise.customerId,
        conversationId: promise.conversationId,
        messageId,
        predecessorId: promiseId,
        channel: promise.channel,
        saidAt: promise.saidAt,
        saidBy: promise.saidBy,
        deed: promise.deed,
        ownerId:
          (await findPresentOwner(queries, actor.workspaceId, promise.ownerId, promise.conversationId)) ??
          promise.ownerId,
        conditional: promise.conditional,
        from: promise.dueFrom,
        until: promise.dueUntil,
      },
      texts: { words: promise.words ?? "", dueWords: promise.dueWords, condition: promise.condition },
    })
  }
}
