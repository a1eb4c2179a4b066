import { createHmac, hash } from "node:crypto"
import type { Database, Queries } from "../../src/server/database/database.ts"
import { type Loop, startLoop } from "../../src/server/follow-through/loop.ts"
import type { Send } from "../../src/server/follow-through/outbox.ts"
import { uuidVersion7 } from "../../src/server/open-desk.ts"
import type { Desk } from "../../src/server/verbs/desk.ts"
import type { Chance } from "../chance.ts"
import type { Timeline } from "./timeline.ts"

/** One server process: the desk's verbs and its loop, on a clock of its own that can be wrong. */
export type ServerProcess = {
  readonly desk: Desk
  isUp(): boolean
  start(): void
  /** Ends it as SIGKILL does: nothing of it goes on, and its transaction is rolled back. */
  crash(): void
  /** Crashes it before the statement or commit with this number from now on, or right after that commit. */
  crashAfter(statements: number): void
  /** Has a connection cut at that place: the process lives and sees an error. Behind a commit, what it did is done. */
  cutAfter(statements: number): void
  pause(milliseconds: number): void
  stepClock(milliseconds: number): void
  /** Its clock minus the true time, milliseconds. */
  clockError(): number
  /** Lets it look again when something could be due for it: see timers below. */
  rouse(earliest: number | null): void
  /** A sweep was asked for and has no moment yet. */
  wantsSweep(): boolean
  /** As a client sees it: the answer, or `lost` where the process died before it answered. */
  request<T>(work: (desk: Desk) => Promise<T>): Promise<T | typeof LOST>
}

/** Goes on as soon as the process runs; never, when it has died. */
export type Resume = (goOn: () => void) => void

export const LOST = Symbol("the connection was lost")

export type Surroundings = {
  readonly timeline: Timeline
  readonly chance: Chance
  readonly store: Database
  readonly send: (resume: Resume) => Send
  /** Something of a process is under way, or no longer. */
  readonly busy: (change: 1 | -1) => void
  readonly report: (failure: unknown) => void
}

type Sweep = { readonly run: () => void; readonly from: number; isPlanned: boolean; cancel: () => void }

export function openServerProcess(number: number, around: Surroundings): ServerProcess {
  const { timeline, chance } = around
  let life = 0 // counts the starts; what belongs to an earlier one is dead
  let isUp = false
  let loop: Loop | null = null
  let error = 0
  let resumesAt = 0
  let fault: { kind: "crash" | "cut"; left: number } | null = null
  let died = Promise.withResolvers<typeof LOST>()
  let sweep: Sweep | null = null

  const isAlive = (mine: number) => isUp && mine === life
  const never = new Promise<never>(() => {})

  function crash(): void {
    isUp = false
    loop = null
    fault = null
    sweep?.cancel()
    sweep = null
    died.resolve(LOST)
  }

  /** A place at which a fault can strike. */
  function pass(mine: number): void {
    if (!isAlive(mine)) throw new Error("this process is dead")
    if (fault === null) return
    fault.left -= 1
    if (fault.left > 0) return
    const { kind } = fault
    fault = null
    if (kind === "crash") crash()
    throw new Error(kind === "crash" ? "this process is dead" : "Connection terminated unexpectedly")
  }

  /** What a dead process waits for never comes. */
  async function own<T>(mine: number, work: () => Promise<T>): Promise<T> {
    if (!isAlive(mine)) return never
    around.busy(1)
    const done = await settledOf(work)
    around.busy(-1)
    if (!isAlive(mine)) return never
    if (done.status === "rejected") throw done.reason
    try {
      pass(mine) // committed, and perhaps nobody hears of it
    } catch (failure) {
      if (!isAlive(mine)) return never
      throw failure
    }
    return done.value
  }

  function storeOf(mine: number): Database {
    const watched = (queries: Queries): Queries => ({
      async query(sql, parameters) {
        pass(mine)
        return queries.query(sql, parameters)
      },
    })
    return {
      kind: around.store.kind,
      query: (sql, parameters) => own(mine, () => around.store.query(sql, parameters)),
      transaction: (work) =>
        own(mine, () =>
          around.store.transaction(async (queries) => {
            const result = await work(watched(queries))
            pass(mine) // before the commit
            return result
          }),
        ),
      close: async () => {},
    }
  }

  const bytes = () => Uint8Array.from({ length: 16 }, () => Math.floor(chance() * 256))
  const now = () => Temporal.Instant.fromEpochMilliseconds(timeline.now() + error)

  function openDesk(mine: number): Desk {
    return {
      database: storeOf(mine),
      now,
      newId: () => uuidVersion7(now(), bytes()),
      newSalt: () => Buffer.from(bytes()).toString("hex"),
      digest: (text) => hash("sha256", text, "hex"),
      sign: (text) => createHmac("sha256", "the key of a simulated desk").update(text).digest("hex"),
      files: { put: async () => "", read: async () => null, remove: async () => {} },
      publicUrl: "http://desk.test",
      secrets: { seal: (text) => new TextEncoder().encode(text), open: (sealed) => new TextDecoder().decode(sealed) },
      committed: () => loop?.wake(),
    }
  }

  let desk = openDesk(0)

  function resume(mine: number, goOn: () => void): void {
    if (!isAlive(mine)) return
    if (timeline.now() < resumesAt) timeline.at(resumesAt + number, () => resume(mine, goOn))
    else goOn()
  }

  /**
   * The loop looks at least once a second, and after every commit. A look that finds nothing due has no effect, so those
   * are left out: it looks when something is due by this process's clock, and never sooner than it asked for.
   */
  function after(mine: number, milliseconds: number, run: () => void): () => void {
    const mineSweep: Sweep = { run: () => resume(mine, run), from: timeline.now() + milliseconds, isPlanned: false, cancel: () => {} }
    sweep = mineSweep
    return () => {
      mineSweep.cancel()
      if (sweep === mineSweep) sweep = null
    }
  }

  return {
    get desk() {
      return desk
    },
    isUp: () => isUp && timeline.now() >= resumesAt,
    start() {
      if (isUp) return
      life += 1
      isUp = true
      died = Promise.withResolvers()
      const mine = life
      desk = openDesk(mine)
      loop = startLoop(desk, {
        send: around.send((goOn) => resume(mine, goOn)),
        timers: { after: (milliseconds, run) => after(mine, milliseconds, run) },
        report: (failure) => {
          if (isAlive(mine)) around.report(failure)
        },
      })
    },
    crash,
    crashAfter: (statements) => void (fault = { kind: "crash", left: statements }),
    cutAfter: (statements) => void (fault = { kind: "cut", left: statements }),
    pause: (milliseconds) => void (resumesAt = timeline.now() + milliseconds),
    stepClock: (milliseconds) => void (error += milliseconds),
    clockError: () => error,
    rouse(earliest) {
      const waiting = sweep
      if (waiting === null) return
      waiting.cancel()
      waiting.isPlanned = true
      if (earliest === null) return
      waiting.cancel = timeline.at(Math.max(waiting.from, earliest - error), () => {
        if (sweep === waiting) sweep = null
        waiting.run()
      })
    },
    wantsSweep: () => sweep !== null && !sweep.isPlanned,
    async request(work) {
      const mine = desk
      return Promise.race([work(mine), died.promise])
    },
  }
}

async function settledOf<T>(work: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  const [settled] = await Promise.allSettled([work()])
  return settled
}
