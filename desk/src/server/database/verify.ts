import type { Queries } from "./database.ts"
import type { PromiseKey } from "./entries.ts"

const BATCH_LENGTH = 1_000 // keys held in memory at a time

/** Every promise of every workspace, in the order of their keys. */
export async function* walkPromises(queries: Queries): AsyncGenerator<PromiseKey> {
  let after: PromiseKey | undefined
  while (true) {
    const batch: readonly PromiseKey[] = await queries.query<PromiseKey>(
      `select workspace_id as "workspaceId", promise_id as "promiseId" from promises
       where $1::uuid is null or (workspace_id, promise_id) > ($1, $2::uuid)
       order by workspace_id, promise_id limit ${BATCH_LENGTH}`,
      [after?.workspaceId ?? null, after?.promiseId ?? null],
    )
    yield* batch
    after = batch.at(-1)
    if (after === undefined) return
  }
}

/** The texts of a promise's entries that were not erased, with the digest that its entry keeps. */
export async function readStoredTexts(
  queries: Queries,
  key: PromiseKey,
): Promise<readonly { seq: number; salt: string; texts: unknown; digest: string | null }[]> {
  return queries.query(
    `select t.seq, t.salt, t.texts, e.text_digest as "digest" from entry_texts t join entries e using (workspace_id, promise_id, seq)
     where t.workspace_id = $1 and t.promise_id = $2`,
    [key.workspaceId, key.promiseId],
  )
}

export async function readStoredRow(
  queries: Queries,
  key: PromiseKey,
): Promise<Readonly<Record<string, unknown>> | null> {
  const [row] = await queries.query<Record<string, unknown>>(
    "select * from promise_rows where workspace_id = $1 and promise_id = $2",
    [key.workspaceId, key.promiseId],
  )
  return row ?? null
}
