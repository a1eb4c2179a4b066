import { canonical } from "../../ledger/chain.ts"
import { Mistake, conflict } from "../../ledger/error.ts"
import { type KeyOwner, keepAnswer, readKeptAnswer, takeKey } from "../database/idempotency-keys.ts"
import { withinTransaction } from "../database/within-transaction.ts"
import type { Actor, Desk } from "../verbs/desk.ts"

const KEY_LENGTH_MAX = 200 // characters; a UUID has 36

/** `nothing`: the answer shows a secret, so a repeated request only hears that it was done. */
export type Keeps = "answer" | "nothing"

export type RepeatableCall = {
  readonly key: string
  /** Method, path and body. */
  readonly content: unknown
  readonly keeps: Keeps
}

/**
 * Runs `work` once for each key, however often and on however many processes it is asked for: the key, what `work`
 * changes and its answer are one transaction, so no crash can part them. `work` must use the desk it is handed.
 * A mistake undoes all of it, the key too: the next try with it is a first one. `conflict` when the key came with
 * another request.
 */
export async function once<T>(
  desk: Desk,
  actor: Actor,
  call: RepeatableCall,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const owner = ownerOf(actor, call.key)
  // Keyed, because bodies may hold a password.
  const requestDigest = desk.sign(canonical(call.content))
  let wake = false
  const done = await desk.database.transaction(async (queries) => {
    if (!(await takeKey(queries, owner, requestDigest, desk.now().toString()))) return null
    const database = withinTransaction(desk.database, queries)
    const answer = await work({ ...desk, database, committed: () => (wake = true) })
    await keepAnswer(queries, owner, 200, call.keeps === "answer" ? answer : null)
    return { answer }
  })
  if (wake) desk.committed()
  return done === null ? repeated<T>(desk, owner, requestDigest) : done.answer
}

function ownerOf(actor: Actor, key: string): KeyOwner {
  if (actor.by.id === null) throw new Error("The desk itself sends no idempotency keys.")
  if (key.length > KEY_LENGTH_MAX) {
    throw new Mistake("invalid", `An Idempotency-Key has at most ${KEY_LENGTH_MAX} characters.`)
  }
  return { workspaceId: actor.workspaceId, byId: actor.by.id, key }
}

async function repeated<T>(desk: Desk, owner: KeyOwner, requestDigest: string): Promise<T> {
  const kept = await readKeptAnswer(desk.database, owner)
  if (kept !== null && kept.requestDigest !== requestDigest) {
    throw conflict("This Idempotency-Key was used for another request. Use a new one.")
  }
  if (kept === null || kept.answer === null) {
    throw conflict("This was done before; its answer is no longer kept. Read the thing itself.")
  }
  return kept.answer as T // what `work` answered to the same request
}
