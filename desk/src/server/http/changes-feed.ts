import { type ChangeRow, listChanges, listLastNumbers } from "../database/changes-feed.ts"
import type { Database } from "../database/database.ts"

const READ_MAX = 1_000 // changes a reading; more are read at once afterwards
const LATE_S_MAX = 120 // seconds; no transaction lives longer than 60 s of waiting and 60 s of one statement
const LATE_MAX = 5_000 // gaps watched; after a burst of failed transactions the newest are not
const LOOK_BACK = 500 // numbers in which a new process looks for gaps

type Told = (changes: readonly ChangeRow[]) => void

/** What a process tells its open screens. One reading of the table serves them all. */
export type ChangesFeed = {
  /** Every change up to this number has been told. Screens that come back ask from here on. */
  readonly position: () => number
  /** The newest change that was told. */
  readonly newest: () => number
  /** Calls `told` with every change of the workspace from now on, until the function that it gives is called. */
  readonly subscribe: (workspaceId: string, told: Told) => () => void
  /** Reads what is new: something was committed here, or perhaps elsewhere. */
  readonly read: () => Promise<void>
}

/**
 * Follows the table of changes. Numbers are drawn before a transaction commits, so a smaller one can appear after a
 * larger: every number that was skipped is watched until it comes, or until no transaction can hold it any more.
 */
export async function openChangesFeed(database: Database, now: () => Temporal.Instant): Promise<ChangesFeed> {
  const subscribers = new Map<symbol, { readonly workspaceId: string; readonly told: Told }>()
  const gaps = await openGaps(database, now)
  async function readNew(): Promise<void> {
    for (;;) {
      const rows = await listChanges(database, { seq: gaps.newest(), late: gaps.late(), limit: READ_MAX })
      gaps.close(rows.map(({ seq }) => seq))
      for (const { workspaceId, told } of subscribers.values()) {
        const theirs = rows.filter((row) => row.workspaceId === workspaceId)
        if (theirs.length > 0) told(theirs)
      }
      if (rows.length < READ_MAX) return
    }
  }
  return {
    position: gaps.position,
    newest: gaps.newest,
    subscribe(workspaceId, told) {
      const key = Symbol("subscriber")
      subscribers.set(key, { workspaceId, told })
      return () => void subscribers.delete(key)
    },
    read: gathered(readNew),
  }
}

/** Runs `work` once more after its present run, however often it is asked for meanwhile. */
function gathered(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  return function run(): Promise<void> {
    if (running === null) {
      running = work().finally(() => {
        running = null
      })
      return running
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return run()
      })
    return next
  }
}

/** The numbers that were skipped, and since when. */
async function openGaps(database: Database, now: () => Temporal.Instant) {
  const late = new Map<number, Temporal.Instant>()
  const last = (await listLastNumbers(database, LOOK_BACK)).toReversed()
  let newest = (last[0] ?? 1) - 1
  function close(numbers: readonly number[]): void {
    const at = now()
    for (const seq of numbers) {
      late.delete(seq)
      for (let skipped = newest + 1; skipped < seq && late.size < LATE_MAX; skipped += 1) late.set(skipped, at)
      newest = Math.max(newest, seq)
    }
    for (const [seq, since] of late) if (at.since(since).total("seconds") > LATE_S_MAX) late.delete(seq)
  }
  close(last)
  return {
    close,
    late: () => [...late.keys()],
    newest: () => newest,
    position: () => [...late.keys()].reduce((least, seq) => Math.min(least, seq - 1), newest),
  }
}
