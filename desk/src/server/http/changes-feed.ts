import { type ChangeRow, listChanges, readLastChange } from "../database/changes-feed.ts"
import type { Database } from "../database/database.ts"

const READ_MAX = 1_000 // changes a reading; more are read at once afterwards
const LATE_READS_MAX = 120 // readings, of which there is at least one a second: a transaction lives 60 s at most
const LATE_MAX = 10_000 // gaps watched; after a burst of failed transactions the oldest are given up

/** What a process tells its open screens. One reading of the table serves them all. */
export type ChangesFeed = {
  /** Every change up to here, in commit order, has been told; screens that come back ask from here on. */
  readonly position: () => number
  readonly newest: () => number
  readonly subscribe: (workspaceId: string, told: (changes: readonly ChangeRow[]) => void) => () => void
  /** Read now: something was committed, here or perhaps elsewhere. */
  readonly read: () => Promise<void>
}

/**
 * Follows the table of changes. Numbers are drawn before a transaction commits, so a smaller one can appear after a
 * larger: every number that was skipped is watched until it comes, or until no transaction can hold it any more.
 */
export async function openChangesFeed(database: Database): Promise<ChangesFeed> {
  const subscribers = new Map<symbol, { workspaceId: string; told: (changes: readonly ChangeRow[]) => void }>()
  const late = new Map<number, number>()
  let newest = await readLastChange(database)
  let reading: Promise<void> | null = null
  let again = false

  function follow(rows: readonly ChangeRow[]): void {
    for (const { seq } of rows) {
      late.delete(seq)
      for (let skipped = newest + 1; skipped < seq && late.size < LATE_MAX; skipped += 1) late.set(skipped, 0)
      newest = Math.max(newest, seq)
    }
    for (const { workspaceId, told } of subscribers.values()) {
      const theirs = rows.filter((row) => row.workspaceId === workspaceId)
      if (theirs.length > 0) told(theirs)
    }
  }
  function age(): void {
    for (const [seq, reads] of late) {
      if (reads >= LATE_READS_MAX) late.delete(seq)
      else late.set(seq, reads + 1)
    }
  }
  async function readAll(): Promise<void> {
    for (;;) {
      const rows = await listChanges(database, { seq: newest, late: [...late.keys()], limit: READ_MAX })
      age()
      follow(rows)
      if (rows.length < READ_MAX && !again) return
      again = false
    }
  }
  return {
    position: () => Math.min(newest, ...[...late.keys()].map((seq) => seq - 1)),
    newest: () => newest,
    subscribe(workspaceId, told) {
      const key = Symbol("subscriber")
      subscribers.set(key, { workspaceId, told })
      return () => void subscribers.delete(key)
    },
    read() {
      if (reading !== null) again = true
      reading ??= readAll().finally(() => {
        reading = null
      })
      return reading
    },
  }
}
