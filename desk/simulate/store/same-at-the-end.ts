import type { Database } from "../../src/server/database/database.ts"
import { differenceOf } from "./compare.ts"
import type { Rows } from "./statements/statement.ts"
import type { Tables } from "./tables.ts"

/** What a follow-through of many days has left in both stores, column by column; a sentence for each table that differs. */
export async function differencesAtTheEnd(tables: Tables, real: Database): Promise<readonly string[]> {
  const asked: readonly (readonly [sql: string, ours: IterableIterator<object>])[] = [
    [
      "select promise_id, seq, kind, by_kind, by_id, body, text_digest, previous_hash, hash from entries",
      tables.entries.all(),
    ],
    [
      "select promise_id, state, owner_id, due_until, runs_from, broken_at, evidence, last_hash, next_at from promise_rows",
      tables.rows.all(),
    ],
    [
      `select notice_id, promise_id, step, round, member_id, is_owner_again, created_at, show_at, shown_at, mail_at, outbox_id,
         mail_problem, on_it_at from notices`,
      tables.notices.all(),
    ],
    [
      "select outbox_id, kind, message_id, member_id, attempts, next_at, leased_until, done_at, problem from outbox",
      tables.outbox.all(),
    ],
    ["select message_id, mail_id, delivery, problem, accepted_at from messages", tables.messages.all()],
  ]
  const differences: string[] = []
  for (const [sql, ours] of asked) {
    const theirs = await real.query<Rows[number]>(sql)
    const columns = sql.slice("select ".length, sql.lastIndexOf(" from ")).split(/,\s+/)
    const same = [...ours].map((row) => only(row as Rows[number], columns))
    const difference = differenceOf(sql, same, theirs)
    if (difference !== null) differences.push(`The stores differ at the end. ${difference}`)
  }
  return differences
}

function only(row: Rows[number], columns: readonly string[]): Rows[number] {
  return Object.fromEntries(columns.map((column) => [column, row[column]]))
}
