import type { Database, Queries } from "../../src/server/database/database.ts"
import type { Send } from "../../src/server/follow-through/outbox.ts"
import type { WorldOptions } from "../world/world.ts"

/** A mistake that the desk does not make, put in on purpose: the simulator must find it. Only tests turn these on. */
export type Planted = {
  readonly what: string
  readonly tamper: () => NonNullable<WorldOptions["tamper"]>
  /** What one of the sentences says that the simulator finds. */
  readonly found: RegExp
}

export const PLANTED: readonly Planted[] = [
  {
    what: "a commit is answered and not done",
    tamper: () => ({ store: (store) => forgetting(store, 40) }),
    found: /was acknowledged and is (lost|not there)|acknowledged/,
  },
  {
    what: "a step writes no next look",
    tamper: () => ({ store: rewriting((sql, given) => (isLooks(sql) ? [given[0], withoutNext(given[1])] : given)) }),
    found: /has no next look|says another next_at/,
  },
  {
    what: "a notice that was put into a mail is not marked so",
    tamper: () => ({ store: skipping((sql) => sql.startsWith("update notices set mail_at = $3, outbox_id = $4")) }),
    found: /waits|in the outbox already|mailed twice/,
  },
  {
    what: "nobody looks whether a member's address is a customer's too",
    tamper: () => ({
      store: answering((sql, row) => (sql.includes('"isShared"') ? { ...row, isShared: false } : row)),
    }),
    found: /A notice went to .* no member's own address/,
  },
  {
    what: "a mail that was refused for now counts as accepted",
    tamper: () => ({ send: believing }),
    found: /kept by a message that our mail server has not accepted/,
  },
  {
    what: "handing over leaves the row as it was",
    tamper: () => ({ store: rewriting(keepingOwner()) }),
    found: /its row says another owner_id than its entries/,
  },
  {
    what: "an entry does not chain to the one before it",
    tamper: () => ({
      store: rewriting((sql, given) =>
        sql.startsWith("insert into entries (") ? given.with(10, "0".repeat(64)) : given,
      ),
    }),
    found: /does not follow from the one before it/,
  },
  {
    what: "what a removed member owes stays theirs",
    tamper: () => ({
      store: answering((sql, row) =>
        /from promise_rows\s+where workspace_id = .1 and owner_id/.test(sql) ? null : row,
      ),
    }),
    found: /owned by nobody who is here/,
  },
  {
    what: "the outbox is never looked at again after a refusal",
    tamper: () => ({
      store: rewriting((sql, given) =>
        sql.includes("done_at = null, problem = $4") && given[2] !== null
          ? given.with(2, "2999-01-01T00:00:00Z")
          : given,
      ),
    }),
    found: /never left/,
  },
]

type Rewrite = (sql: string, given: readonly unknown[]) => readonly unknown[]

function within(store: Database, changed: (queries: Queries) => Queries): Database {
  return {
    ...store,
    query: (sql, parameters) => changed(store).query(sql, parameters),
    transaction: (work) => store.transaction((queries) => work(changed(queries))),
  }
}

function rewriting(rewrite: Rewrite): (store: Database) => Database {
  return (store) =>
    within(store, (queries) => ({
      query: (sql, parameters = []) => queries.query(sql, rewrite(sql.trimStart(), parameters)),
    }))
}

function skipping(isSkipped: (sql: string) => boolean): (store: Database) => Database {
  return (store) =>
    within(store, (queries) => ({
      query: async (sql, parameters) => (isSkipped(sql.trimStart()) ? [] : queries.query(sql, parameters)),
    }))
}

/** Null: the row is left out. */
function answering<Row extends object>(change: (sql: string, row: Row) => Row | null): (store: Database) => Database {
  return (store) =>
    within(store, (queries) => ({
      async query<Asked>(sql: string, parameters?: readonly unknown[]) {
        const rows = await queries.query<Row>(sql, parameters)
        return rows.map((row) => change(sql, row)).filter((row) => row !== null) as unknown as readonly Asked[]
      },
    }))
}

class Forgotten extends Error {}

/** Every so many transactions that wrote entries, one is taken back, and its caller hears that it is done. */
function forgetting(store: Database, every: number): Database {
  let count = 0
  return {
    ...store,
    async transaction<T>(work: (queries: Queries) => Promise<T>) {
      let result: T | undefined
      let wrote = false
      const watching = (queries: Queries): Queries => ({
        query(sql, parameters) {
          wrote ||= sql.includes("insert into entries")
          return queries.query(sql, parameters)
        },
      })
      try {
        return await store.transaction(async (queries) => {
          result = await work(watching(queries))
          if (wrote && (count += 1) % every === 0) throw new Forgotten()
          return result
        })
      } catch (error) {
        if (error instanceof Forgotten) return result as T
        throw error
      }
    },
  }
}

function believing(send: Send): Send {
  return async (server, mail) => {
    const outcome = await send(server, mail)
    return outcome.kind === "later" ? { kind: "accepted" } : outcome
  }
}

function isLooks(sql: string): boolean {
  return sql.startsWith("with told as")
}

let looks = 0

function withoutNext(json: unknown): string {
  const all = JSON.parse(String(json)) as { nextAt: string | null }[]
  return JSON.stringify(all.map((look) => ((looks += 1) % 25 === 0 ? { ...look, nextAt: null } : look)))
}

function keepingOwner(): Rewrite {
  const owners = new Map<unknown, unknown>()
  return (sql, given) => {
    if (!sql.startsWith("insert into promise_rows (")) return given
    const place = sql
      .slice(sql.indexOf("(") + 1, sql.indexOf(")"))
      .split(", ")
      .indexOf("owner_id")
    const owner = owners.get(given[1]) ?? given[place]
    owners.set(given[1], owner)
    return given.with(place, owner)
  }
}
