import type { ClientBase } from "pg"

const ASKED_MIN = 3 // a statement that is asked once or twice is not worth its room
const KEPT_MAX = 300 // a desk's pages and loops ask some 200 again and again
const COUNTED_MAX = 2_000

/** Before a statement: one plan is good for it, though it compares with a parameter. */
export const ANY_PLAN = "/* any plan */"

// A plan that is good for a rare word, a day or a filter that is set is a bad one for a usual word, a year or no filter, and
// PostgreSQL, which sees none of them in a plan for any parameters, may take that to be the cheaper one: the list of orders took
// 60 ms by it instead of 7.
const DEPENDS = /@@|like \$\d|\bbetween\b|(?:<|(?<!<)>)=? *\$\d|\$\d(?:::\w+(?:\[\])?)? is (?:not )?null|\blimit \$\d/

/**
 * From now on this connection keeps statements with parameters that are asked again, parsed and planned, until it ends: the
 * embedded PostgreSQL takes two to five times as long to plan most of ours as to run them. For a connection that only we
 * use, and whose schema stays as it is (docs/decisions/0024).
 */
export function keepStatements(client: ClientBase): void {
  keepers.set(client, new Kept())
}

/** The name under which the connection keeps the statement; undefined while it is not worth it. */
export function keptName(client: ClientBase, sql: string): string | undefined {
  return keepers.get(client)?.nameOf(sql)
}

const keepers = new WeakMap<ClientBase, Kept>()

class Kept {
  #names = new Map<string, string>()
  #asked = new Map<string, number>()

  nameOf(sql: string): string | undefined {
    if (DEPENDS.test(sql) && !sql.startsWith(ANY_PLAN)) return undefined
    const name = this.#names.get(sql)
    if (name !== undefined || this.#names.size >= KEPT_MAX) return name
    const asked = (this.#asked.get(sql) ?? 0) + 1
    if (asked < ASKED_MIN) {
      if (this.#asked.size >= COUNTED_MAX) this.#asked.clear() // statements made for one occasion
      this.#asked.set(sql, asked)
      return undefined
    }
    this.#asked.delete(sql)
    const next = `kept ${this.#names.size + 1}`
    this.#names.set(sql, next)
    return next
  }
}
