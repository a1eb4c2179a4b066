import { insertChange } from "../../database/changes.ts"
import {
  type Lease,
  claimMailboxes,
  listLeases,
  noteFailure,
  postponeReading,
  releaseLease,
  renewLeases,
} from "../../database/mailbox-reading.ts"
import { insertTask } from "../../database/tasks.ts"
import { type Desk, commit } from "../../verbs/desk.ts"
import type { Ended, Session, Timers } from "./session.ts"

const LOOK_MILLISECONDS = 2_000 // how soon a mailbox that was added or paused is noticed
const LEASE_SECONDS = 45 // after a crash another process reads on this much later
const RENEW_SECONDS = 15 // three tries before the lease is lost
const CLAIM_MAX = 10 // at once, so that other processes get some too
const SESSIONS_MAX = 200 // in one process; each is a connection

/** Seconds until the next try, by failures in a row; the last repeats. */
const RETRY_SECONDS = [5, 10, 30, 60, 120, 300]
/** The same where the sign-in was refused: services lock accounts that are tried too often. */
const REFUSED_SECONDS = [60, 300, 900, 1_800, 3_600]
/** Failures in a row after which an admin gets a task: five minutes, or a second refusal. */
const TASK_AFTER = { failed: 6, refused: 2 }

export type WatchParts = {
  /** Names this process. */
  readonly holder: string
  readonly open: (lease: Lease) => Session
  readonly timers: Timers
  readonly report: (failure: unknown) => void
}

export type Watch = { readonly stop: () => Promise<void> }

type Running = { readonly lease: Lease; readonly session: Session; readonly over: Promise<void> }

/**
 * Reads every mailbox of this desk that no other process reads. A lease in the database says who reads which: it is renewed
 * while the process lives, and runs out when it dies. What fails is tried again later and later.
 */
export function watchMailboxes(desk: Desk, { holder, open, timers, report }: WatchParts): Watch {
  const running = new Map<string, Running>()
  let renewAt = desk.now()
  let isStopped = false
  let looking: Promise<void> = Promise.resolve()
  let cancel = () => {}

  function look(): void {
    looking = lookOnce()
      .catch(report)
      .then(() => {
        if (!isStopped) cancel = timers.after(LOOK_MILLISECONDS, look)
      })
  }

  async function lookOnce(): Promise<void> {
    const held = new Set((await hold()).map(nameOf))
    for (const [name, { session }] of running) if (!held.has(name)) session.stop()
    const limit = Math.min(CLAIM_MAX, SESSIONS_MAX - running.size)
    if (limit <= 0) return
    const now = desk.now()
    const leasedUntil = now.add({ seconds: LEASE_SECONDS }).toString()
    for (const lease of await claimMailboxes(desk.database, { holder, now: now.toString(), leasedUntil, limit }))
      start(lease)
  }

  async function hold(): Promise<readonly Lease[]> {
    const now = desk.now()
    if (Temporal.Instant.compare(now, renewAt) < 0) return listLeases(desk.database, holder, now.toString())
    const leasedUntil = now.add({ seconds: LEASE_SECONDS }).toString()
    const held = await renewLeases(desk.database, { holder, now: now.toString(), leasedUntil })
    renewAt = now.add({ seconds: RENEW_SECONDS })
    return held
  }

  function start(lease: Lease): void {
    const name = nameOf(lease)
    if (running.has(name)) return // it is ending; then it is claimed again
    const session = open(lease)
    const over = session.ended
      .then(async (ended) => {
        running.delete(name)
        if (ended.kind === "stopped") await releaseLease(desk.database, holder, lease)
        else await recordFailure(desk, lease, ended)
      })
      .catch(report)
    running.set(name, { lease, session, over })
  }

  look()
  return {
    async stop() {
      isStopped = true
      cancel()
      await looking
      const ending = [...running.values()]
      for (const { session } of ending) session.stop()
      await Promise.all(ending.map(({ over }) => over))
    },
  }
}

function nameOf({ workspaceId, mailboxId, version }: Lease): string {
  return `${workspaceId} ${mailboxId} ${version}`
}

/** Shown in the settings, tried again later, and once it has lasted a task, because mail may be waiting there unread. */
async function recordFailure(desk: Desk, lease: Lease, ended: Extract<Ended, { kind: "failed" }>): Promise<void> {
  const { workspaceId } = lease
  await commit(desk, async (queries) => {
    const now = desk.now()
    const at = now.toString()
    const noted = await noteFailure(queries, lease, { at, problem: ended.words })
    if (noted === null) return
    const steps = ended.refused ? REFUSED_SECONDS : RETRY_SECONDS
    const seconds = steps[Math.min(noted.failures, steps.length) - 1] ?? 0
    await postponeReading(queries, lease, now.add({ seconds }).toString())
    if (noted.failures === (ended.refused ? TASK_AFTER.refused : TASK_AFTER.failed)) {
      const words = `The mailbox ${noted.address} cannot be read: ${ended.words} See Settings, Mail.`
      await insertTask(queries, { workspaceId, id: desk.newId(), kind: "other", ownerId: null, words, at })
    }
    await insertChange(queries, { workspaceId, kind: "workspace", id: workspaceId, at })
  })
}
