import type { Database } from "../src/server/database/database.ts"

export type Many = {
  readonly workspaceId: string
  /** The open promise that the others are copies of, chain and all; their hashes are its own and do not verify. */
  readonly templateId: string
  readonly count: number
  /** When the first is due, and how long after each the next one is. */
  readonly from: Temporal.Instant
  readonly everyMilliseconds: number
}

const BATCH_LENGTH = 50_000 // rows of one statement

/**
 * Copies a promise many times, each due, and to be looked at, a little after the one before. One in five was handed over
 * and its owner told of that, so that there are notices for the planner to know of.
 */
export async function insertManyPromises(database: Database, many: Many): Promise<void> {
  for (let done = 0; done < many.count; done += BATCH_LENGTH) {
    await insertBatch(database, many, done, Math.min(BATCH_LENGTH, many.count - done))
  }
  await database.query("analyze promises, entries, promise_rows, notices")
}

async function insertBatch(database: Database, many: Many, done: number, count: number): Promise<void> {
  const first = many.from.add({ milliseconds: done * many.everyMilliseconds }).toString()
  await database.query(
    `with template as (select * from promises where workspace_id = $1 and promise_id = $2),
     made as (
       select n as nth, gen_random_uuid() as id, $3::timestamptz + make_interval(secs => (n - 1) * $4::float8 / 1000) as due
       from generate_series(1, $5::int) n),
     new_promises as (
       insert into promises (workspace_id, promise_id, customer_id, created_at)
       select t.workspace_id, m.id, t.customer_id, t.created_at from made m, template t returning 1),
     new_entries as (
       insert into entries (workspace_id, promise_id, seq, kind, at, recorded_at, by_kind, by_id, body, text_digest, previous_hash, hash)
       select e.workspace_id, m.id, e.seq, e.kind, e.at, e.recorded_at, e.by_kind, e.by_id,
         e.body || jsonb_build_object('until', to_char(m.due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
         e.text_digest, e.previous_hash, e.hash
       from entries e, made m where e.workspace_id = $1 and e.promise_id = $2 returning 1),
     new_notices as (
       insert into notices (workspace_id, notice_id, promise_id, step, round, member_id, created_at)
       select r.workspace_id, gen_random_uuid(), m.id, 'handed', 2, r.owner_id, r.said_at
       from promise_rows r, made m
       where r.workspace_id = $1 and r.promise_id = $2 and m.nth % 5 = 0 returning 1)
     insert into promise_rows (workspace_id, promise_id, customer_id, state, owner_id, deed, due_until, condition_met, channel, said_at,
       runs_from, last_seq, last_hash, next_at)
     select r.workspace_id, m.id, r.customer_id, r.state, r.owner_id, r.deed, m.due, r.condition_met, r.channel, r.said_at,
       r.runs_from, r.last_seq, r.last_hash, m.due
     from promise_rows r, made m where r.workspace_id = $1 and r.promise_id = $2`,
    [many.workspaceId, many.templateId, first, many.everyMilliseconds, count],
  )
}
