import type { Database, Queries } from "../../src/server/database/database.ts"
import { differenceOf } from "./compare.ts"
import { messageStatements } from "./statements/messages.ts"
import { noticeStatements } from "./statements/notices.ts"
import { peopleStatements, workspaceStatements } from "./statements/people.ts"
import { promiseStatements } from "./statements/promises.ts"
import { NOTHING, type Rows, type Statement } from "./statements/statement.ts"
import { type Tables, openTables } from "./tables.ts"

/**
 * A store in memory that answers the statements of desk/src/server/database, one transaction after the other. Where a real
 * store is given, each statement runs on both and the answers must be the same.
 */
export type MemoryStore = {
  readonly database: Database
  readonly tables: Tables
  /** Statements that ran on both stores and were answered alike. */
  compared(): number
  /** Called after each commit that wrote something, with the promises whose rows, entries or notices it has written. */
  onCommit(listener: (promiseIds: ReadonlySet<string>) => void): void
}

const STATEMENTS: Readonly<Record<string, Statement>> = {
  ...promiseStatements,
  ...noticeStatements,
  ...messageStatements,
  ...peopleStatements,
  ...workspaceStatements,
}

export function openMemoryStore(real: Database | null = null): MemoryStore {
  const tables = openTables()
  const { undo } = tables
  const { answer, rollBackTo } = openAnswers(tables)
  const listeners: ((promiseIds: ReadonlySet<string>) => void)[] = []
  let last: Promise<unknown> = Promise.resolve()
  let compared = 0

  function commit(): void {
    if (undo.length === 0) return // it only read
    const written = new Set<string>()
    for (const { table, id } of undo) {
      const promiseId = promiseOf(tables, table, id)
      if (promiseId !== null) written.add(promiseId)
    }
    undo.length = 0
    for (const listener of listeners) listener(written)
  }

  const queries: Queries = {
    async query<Row>(sql: string, parameters: readonly unknown[] = []) {
      return answer(sql, parameters, null) as readonly Row[]
    },
  }

  const beside = (theirs: Queries): Queries => ({
    async query<Row>(sql: string, parameters: readonly unknown[] = []) {
      const answered = await theirs.query<Rows[number]>(sql, parameters)
      const ours = answer(sql, parameters, answered)
      const difference = differenceOf(sql, ours, answered)
      if (difference !== null) throw new StoresDiffer(difference)
      compared += 1
      return ours as readonly Row[]
    },
  })

  /** One after the other, and each begins in a turn of its own: what had the store before goes on first. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(nextTurn).then(work)
    last = done.catch(() => {})
    return done
  }

  async function transaction<T>(work: (within: Queries) => Promise<T>): Promise<T> {
    try {
      const result = await (real === null ? work(queries) : real.transaction((theirs) => work(beside(theirs))))
      commit()
      return result
    } catch (error) {
      rollBackTo(0)
      throw error
    }
  }

  return {
    tables,
    compared: () => compared,
    onCommit: (listener) => void listeners.push(listener),
    database: {
      kind: real?.kind ?? "embedded",
      query: (sql, parameters) => inTurn(() => transaction((within) => within.query(sql, parameters))),
      transaction: (work) => inTurn(() => transaction(work)),
      close: async () => {},
    },
  }
}

/** What each statement answers, and how what it wrote is taken back. */
function openAnswers(tables: Tables) {
  const { undo } = tables
  const known = new Map<string, Statement>()
  const savepoints: number[] = []

  function rollBackTo(length: number): void {
    if (length === 0) savepoints.length = 0
    while (undo.length > length) undo.pop()?.back()
  }

  function answer(sql: string, parameters: readonly unknown[], real: Rows | null): Rows {
    if (sql === "savepoint within") savepoints.push(undo.length)
    else if (sql === "release savepoint within") savepoints.pop()
    else if (sql.startsWith("rollback to savepoint")) rollBackTo(savepoints.pop() ?? 0)
    else {
      let statement = known.get(sql)
      if (statement === undefined) known.set(sql, (statement = statementOf(sql)))
      return statement(tables, parameters, real, sql)
    }
    return []
  }

  return { answer, rollBackTo }
}

/** The memory does not mean what the real store does: a mistake of the simulator, not of the desk. */
export class StoresDiffer extends Error {}

function nextTurn(): Promise<void> {
  return new Promise((next) => {
    setImmediate(next)
  })
}

function statementOf(sql: string): Statement {
  const text = sql.trim().replaceAll(/\s+/g, " ")
  const found = Object.entries(STATEMENTS).filter(([beginning]) => text.startsWith(beginning))
  const [first, ...others] = found
  if (first === undefined && isOfOtherTables(text)) return () => NOTHING
  if (first === undefined || others.length > 0) {
    throw new Error(
      `desk/simulate/store/statements knows ${found.length} meanings of a statement that begins as this one does. Teach it what the statement means: ${text}`,
    )
  }
  return first[1]
}

const OWN_TABLES = new Set(
  [
    "workspaces",
    "members",
    "customers",
    "conversations",
    "tasks",
    "idempotency_keys",
    "mail_addresses",
    "mail_settings",
  ].concat(
    ["addresses", "away_times", "messages", "message_texts", "message_keeps", "promises", "entries", "entry_texts"],
    ["promise_rows", "notices", "outbox"],
  ),
)

/** Facts, reviews, the feed of changes and the like: nothing of them is simulated, so there is nothing in them. */
function isOfOtherTables(text: string): boolean {
  const [, first] = /\b(?:from|into|update) ([a-z_]+)/.exec(text) ?? []
  return first !== undefined && !OWN_TABLES.has(first)
}

function promiseOf(tables: Tables, table: string, id: string): string | null {
  if (table === "promises" || table === "promise_rows") return id
  if (table === "entries") return id.slice(0, id.indexOf(" "))
  if (table === "notices") return tables.notices.get(id)?.promise_id ?? null
  return null
}
