import { epochOf, isUpTo } from "../store/instants.ts"
import { toHandOver } from "../store/statements/promises.ts"
import type { Tables } from "../store/tables.ts"
import type { Checks } from "./checks.ts"
import type { ServerProcess } from "./server-process.ts"
import type { RestartingStore } from "./store-faults.ts"
import type { Timeline } from "./timeline.ts"

const SLACK = 30 * 60_000 // milliseconds; with a sound store and process, nothing that is due may wait so long

type Parts = {
  readonly timeline: Timeline
  readonly tables: Tables
  readonly store: RestartingStore
  readonly processes: readonly ServerProcess[]
  readonly checks: Checks
  readonly steps: () => number
  /** How much of the processes is under way. */
  readonly busy: () => number
  /** What nobody expected ends the world. */
  readonly failures: readonly string[]
}

/** Lets one thing happen after the other, each to its end, and has the processes look when something is due. */
export class Turns {
  readonly #parts: Parts
  #unhealthyAt: number

  constructor(parts: Parts) {
    this.#parts = parts
    this.#unhealthyAt = parts.timeline.now()
  }

  async run(until: number): Promise<void> {
    const { timeline, processes, steps, failures } = this.#parts
    let seen = -1
    await this.#settled()
    this.#rouse()
    while (timeline.step(until) && failures.length === 0) {
      await this.#settled()
      this.#look()
      if (seen === steps() && processes.every((process) => !process.wantsSweep())) continue
      seen = steps()
      this.#rouse()
    }
  }

  /** Complains of what waits although nothing has been wrong for a while. */
  watch(): void {
    const { timeline, checks } = this.#parts
    this.#look()
    if (timeline.now() - this.#unhealthyAt >= SLACK) checks.nothingLate(timeline.now(), SLACK)
  }

  #look(): void {
    const { timeline, store, processes } = this.#parts
    const isHealthy = store.isUp() && processes.some((process) => process.isUp() && process.clockError === 0)
    if (!isHealthy) this.#unhealthyAt = timeline.now()
  }

  async #settled(): Promise<void> {
    do await new Promise(setImmediate)
    while (this.#parts.busy() > 0)
  }

  #rouse(): void {
    const { timeline, tables, processes } = this.#parts
    const now = Temporal.Instant.fromEpochMilliseconds(timeline.now()).toString()
    const moments = [tables.looks, tables.shows, tables.mails, tables.sends].map((schedule) => schedule.earliest())
    const earliest = [...moments, handingOver(tables, now)].filter((moment) => moment !== null).map(epochOf)
    for (const process of processes) process.rouse(earliest.length === 0 ? null : Math.min(...earliest))
  }
}

/** When the next promise of somebody who is away can be handed over. */
function handingOver(tables: Tables, now: string): string | null {
  const current = [...tables.away.all()].filter(
    (away) => away.cancelled_at === null && !isUpTo(away.until_at, now) && toHandOver(tables, away).length > 0,
  )
  return current.map(({ hand_at: at }) => at).toSorted((one, other) => epochOf(one) - epochOf(other))[0] ?? null
}
