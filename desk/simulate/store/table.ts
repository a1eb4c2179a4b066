import { pop, push } from "../heap.ts"
import { epochOf } from "./instants.ts"

/** Rows of one kind by their id. Rows are never changed, only replaced, so that a transaction can be taken back. */
export type Table<Row extends object> = {
  readonly name: string
  get(id: string): Row | undefined
  all(): IterableIterator<Row>
  size(): number
  /** Inserts or replaces; undefined removes. */
  put(id: string, row: Row | undefined): void
  /** Replaces some columns of a row that is there. */
  change(id: string, columns: Partial<Row>): void
}

/** What was there before each write of the transaction that is under way, newest last. */
export type Undo = { readonly table: string; readonly id: string; readonly back: () => void }

/** The rows that have one value in a column. */
export type Index<Row> = { of(value: string): readonly Row[] }

/** The rows by an instant, earliest first; those without are not in it. */
export type Schedule<Row> = {
  earliest(): string | null
  /** Up to `limit` rows that are due at `now`: the earliest first, among equals by id. */
  due(now: string, limit: number): readonly Row[]
}

type Watcher<Row> = (id: string, row: Row | undefined, before: Row | undefined) => void

export type WatchedTable<Row extends object> = Table<Row> & {
  index(column: (row: Row) => string | null): Index<Row>
  schedule(column: (row: Row) => string | null): Schedule<Row>
}

export function openTable<Row extends object>(name: string, undo: Undo[]): WatchedTable<Row> {
  const rows = new Map<string, Row>()
  const watchers: Watcher<Row>[] = []
  function set(id: string, row: Row | undefined): void {
    const before = rows.get(id)
    if (row === undefined) rows.delete(id)
    else rows.set(id, row)
    for (const watcher of watchers) watcher(id, row, before)
  }
  function put(id: string, row: Row | undefined): void {
    const before = rows.get(id)
    undo.push({ table: name, id, back: () => set(id, before) })
    set(id, row)
  }
  return {
    name,
    get: (id) => rows.get(id),
    all: () => rows.values(),
    size: () => rows.size,
    put,
    change(id, columns) {
      const before = rows.get(id)
      if (before !== undefined) put(id, { ...before, ...columns })
    },
    index: (column) => indexOf(rows, watchers, column),
    schedule: (column) => scheduleOf(rows, watchers, column),
  }
}

function indexOf<Row>(
  rows: ReadonlyMap<string, Row>,
  watchers: Watcher<Row>[],
  column: (row: Row) => string | null,
): Index<Row> {
  const found = new Map<string, Set<string>>()
  watchers.push((id, row, before) => {
    const from = before === undefined ? null : column(before)
    const to = row === undefined ? null : column(row)
    if (from === to) return
    if (from !== null) found.get(from)?.delete(id)
    if (to === null) return
    const ids = found.get(to)
    if (ids === undefined) found.set(to, new Set([id]))
    else ids.add(id)
  })
  return { of: (value) => [...(found.get(value) ?? [])].map((id) => rows.get(id)).filter((row) => row !== undefined) }
}

type Waiting = { readonly at: number; readonly id: string }

/** A heap of what was ever written; what was overtaken is dropped when it comes up. */
function scheduleOf<Row>(
  rows: ReadonlyMap<string, Row>,
  watchers: Watcher<Row>[],
  column: (row: Row) => string | null,
): Schedule<Row> {
  const heap: Waiting[] = []
  watchers.push((id, row, before) => {
    const at = row === undefined ? null : column(row)
    if (at !== null && at !== (before === undefined ? null : column(before))) push(heap, { at: epochOf(at), id })
  })
  const currentOf = ({ at, id }: Waiting) => {
    const row = rows.get(id)
    const now = row === undefined ? null : column(row)
    return row !== undefined && now !== null && epochOf(now) === at ? { row, now } : null
  }
  function top() {
    for (let first = heap[0]; first !== undefined; first = heap[0]) {
      const current = currentOf(first)
      if (current !== null) return { first, ...current }
      pop(heap)
    }
    return null
  }
  return {
    earliest: () => top()?.now ?? null,
    due(now, limit) {
      const until = epochOf(now)
      const taken: Waiting[] = []
      const due: Row[] = []
      for (let next = top(); next !== null && due.length < limit && next.first.at <= until; next = top()) {
        pop(heap)
        if (taken.at(-1)?.id === next.first.id && taken.at(-1)?.at === next.first.at) continue // written twice
        taken.push(next.first)
        due.push(next.row)
      }
      for (const one of taken) push(heap, one)
      return due
    },
  }
}
