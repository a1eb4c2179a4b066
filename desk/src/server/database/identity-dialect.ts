import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely"
import type { Database, Queries } from "./database.ts"
import { rowsTouched } from "./open-send.ts"

/**
 * The store as the sign-in library takes it (its `database` option). Its statements and transactions wait in the same
 * queue as ours. While one of its transactions runs, nobody else gets the embedded store: a hook of the library that
 * runs inside it must not wait for `database`.
 */
export function identityDatabase(database: Database): {
  readonly db: Kysely<Record<string, never>>
  readonly type: "postgres"
  readonly transaction: true
} {
  return { db: new Kysely({ dialect: identityDialect(database) }), type: "postgres", transaction: true }
}

export function identityDialect(database: Database): Dialect {
  return {
    createDriver: () => new IdentityDriver(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
  }
}

class IdentityDriver implements Driver {
  #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async init(): Promise<void> {
    // The database is open already.
  }

  async acquireConnection(): Promise<IdentityConnection> {
    return new IdentityConnection(this.#database)
  }

  async beginTransaction(connection: IdentityConnection, { isolationLevel }: TransactionSettings): Promise<void> {
    if (isolationLevel !== undefined) throw new Error("Transactions here always run at READ COMMITTED.")
    await connection.begin()
  }

  async commitTransaction(connection: IdentityConnection): Promise<void> {
    await connection.end("commit")
  }

  async rollbackTransaction(connection: IdentityConnection): Promise<void> {
    await connection.end("roll back")
  }

  async releaseConnection(): Promise<void> {
    // It holds nothing outside a transaction.
  }

  async destroy(): Promise<void> {
    // The database is closed by the one who opened it.
  }
}

type Ending = "commit" | "roll back"
type OpenTransaction = { readonly queries: Queries; end(ending: Ending): Promise<void> }

class IdentityConnection implements DatabaseConnection {
  #database: Database
  #open: OpenTransaction | undefined

  constructor(database: Database) {
    this.#database = database
  }

  async begin(): Promise<void> {
    this.#open = await openTransaction(this.#database)
  }

  async end(ending: Ending): Promise<void> {
    const open = this.#open
    this.#open = undefined
    await open?.end(ending)
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const queries = this.#open?.queries ?? this.#database
    const found = await queries.query<Row>(sql, parameters)
    return { rows: found.map(withDates), numAffectedRows: BigInt(rowsTouched(found)) }
  }

  // oxlint-disable-next-line require-yield -- the interface asks for it, and the library never streams
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("The sign-in library's rows are not streamed.")
  }
}

/** Our transactions live as long as a callback; the library begins and ends its own in two calls. */
async function openTransaction(database: Database): Promise<OpenTransaction> {
  const begun = Promise.withResolvers<Queries>()
  const ended = Promise.withResolvers<Ending>()
  const rolledBack = new Error("Rolled back as asked.")
  const done = database.transaction(async (queries) => {
    begun.resolve(queries)
    if ((await ended.promise) === "roll back") throw rolledBack
  })
  done.catch(begun.reject)
  return {
    queries: await begun.promise,
    async end(ending) {
      ended.resolve(ending)
      await done.catch((error: unknown) => {
        if (error !== rolledBack) throw error
      })
    },
  }
}

/** The library wants dates as `Date`; in its tables they are the columns whose names end in `_at`. */
function withDates<Row>(row: Row): Row {
  const entries = Object.entries(row as object).map(([name, value]) =>
    name.endsWith("_at") && typeof value === "string" ? [name, new Date(value)] : [name, value],
  )
  return Object.fromEntries(entries) as Row
}
