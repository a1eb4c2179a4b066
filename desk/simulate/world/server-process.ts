import { createHmac, hash } from "node:crypto"
import type { Database, Queries } from "../../src/server/database/database.ts"
import { type Loop, startLoop } from "../../src/server/follow-through/loop.ts"
import type { Send } from "../../src/server/follow-through/outbox.ts"
import { uuidVersion7 } from "../../src/server/open-desk.ts"
import type { Desk } from "../../src/server/verbs/desk.ts"
import type { Chance } from "../chance.ts"
import type { Timeline } from "./timeline.ts"

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
type Fault = { readonly kind: "crash" | "cut"; left: number }

/** One server process: the desk's verbs and its loop, on a clock of its own that can be wrong. */
export class ServerProcess {
  /** Its clock minus the true time, milliseconds. */
  clockError = 0
  desk: Desk
  readonly #around: Surroundings
  readonly #number: number
  readonly #never = new Promise<never>(() => {})
  #life = 0 // counts the starts; what belongs to an earlier one is dead
  #isUp = false
  #loop: Loop | null = null
  #resumesAt = 0
  #fault: Fault | null = null
  #died = Promise.withResolvers<typeof LOST>()
  #sweep: Sweep | null = null

  constructor(number: number, around: Surroundings) {
    this.#number = number
    this.#around = around
    this.desk = this.#openDesk(0)
  }

  isUp(): boolean {
    return this.#isUp && this.#around.timeline.now() >= this.#resumesAt
  }

  start(): void {
    if (this.#isUp) return
    this.#life += 1
    this.#isUp = true
    this.#died = Promise.withResolvers()
    const life = this.#life
    this.desk = this.#openDesk(life)
    this.#loop = startLoop(this.desk, {
      send: this.#around.send((goOn) => this.#resume(life, goOn)),
      append: async () => ({ kind: "there" }),
      tell: async () => ({ kind: "accepted" }),
      fetchDocument: async () => ({ kind: "failed", words: "Nothing is there." }),
      timers: { after: (milliseconds, run) => this.#after(life, milliseconds, run) },
      report: (failure) => {
        if (this.#isAlive(life)) this.#around.report(failure)
      },
    })
  }

  /** Ends it as SIGKILL does: nothing of it goes on, and its transaction is rolled back. */
  crash(): void {
    this.#isUp = false
    this.#loop = null
    this.#fault = null
    this.#sweep?.cancel()
    this.#sweep = null
    this.#died.resolve(LOST)
  }

  /** Crashes it before the statement or commit with this number from now on, or right after that commit. */
  crashAfter(statements: number): void {
    this.#fault = { kind: "crash", left: statements }
  }

  /** Has a connection cut at that place: the process lives and sees an error. Behind a commit, what it did is done. */
  cutAfter(statements: number): void {
    this.#fault = { kind: "cut", left: statements }
  }

  pause(milliseconds: number): void {
    this.#resumesAt = this.#around.timeline.now() + milliseconds
  }

  stepClock(milliseconds: number): void {
    this.clockError += milliseconds
    if (this.#sweep !== null) this.#sweep.isPlanned = false // what is due is due at another moment now
  }

  /** A look was asked for and has no moment yet. */
  wantsSweep(): boolean {
    return this.#sweep !== null && !this.#sweep.isPlanned
  }

  /** Has it look when the earliest thing that waits is due by its clock, and not sooner than it asked for. */
  rouse(earliest: number | null): void {
    const waiting = this.#sweep
    if (waiting === null) return
    waiting.cancel()
    waiting.isPlanned = true
    if (earliest === null) return
    waiting.cancel = this.#around.timeline.at(Math.max(waiting.from, earliest - this.clockError), () => {
      if (this.#sweep === waiting) this.#sweep = null
      waiting.run()
    })
  }

  /** As a client sees it: the answer, or `lost` where the process died before it answered. */
  request<T>(work: (desk: Desk) => Promise<T>): Promise<T | typeof LOST> {
    return Promise.race([work(this.desk), this.#died.promise])
  }

  #isAlive(life: number): boolean {
    return this.#isUp && life === this.#life
  }

  #resume(life: number, goOn: () => void): void {
    if (!this.#isAlive(life)) return
    const { timeline } = this.#around
    if (timeline.now() < this.#resumesAt) timeline.at(this.#resumesAt + this.#number, () => this.#resume(life, goOn))
    else goOn()
  }

  /**
   * The loop looks at least once a second, and after every commit. A look that finds nothing due has no effect, so those
   * are left out: see `rouse`.
   */
  #after(life: number, milliseconds: number, run: () => void): () => void {
    const from = this.#around.timeline.now() + milliseconds
    const sweep: Sweep = { run: () => this.#resume(life, run), from, isPlanned: false, cancel: () => {} }
    this.#sweep = sweep
    return () => {
      sweep.cancel()
      if (this.#sweep === sweep) this.#sweep = null
    }
  }

  /** A place at which a fault can strike. */
  #pass(life: number): void {
    if (!this.#isAlive(life)) throw new Error("this process is dead")
    if (this.#fault === null) return
    this.#fault.left -= 1
    if (this.#fault.left > 0) return
    const { kind } = this.#fault
    this.#fault = null
    if (kind === "crash") this.crash()
    throw new Error(kind === "crash" ? "this process is dead" : "Connection terminated unexpectedly")
  }

  /** What a dead process waits for never comes. */
  async #own<T>(life: number, work: () => Promise<T>): Promise<T> {
    if (!this.#isAlive(life)) return this.#never
    this.#around.busy(1)
    const done = await settledOf(work)
    this.#around.busy(-1)
    if (!this.#isAlive(life)) return this.#never
    if (done.status === "rejected") throw done.reason
    try {
      this.#pass(life) // committed, and perhaps nobody hears of it
    } catch (failure) {
      if (!this.#isAlive(life)) return this.#never
      throw failure
    }
    return done.value
  }

  #storeOf(life: number): Database {
    const { store } = this.#around
    const watched = (queries: Queries): Queries => ({
      query: async (sql, parameters) => {
        this.#pass(life)
        return queries.query(sql, parameters)
      },
    })
    return {
      kind: store.kind,
      query: (sql, parameters) => this.#own(life, () => store.query(sql, parameters)),
      transaction: (work) =>
        this.#own(life, () =>
          store.transaction(async (queries) => {
            const result = await work(watched(queries))
            this.#pass(life) // before the commit
            return result
          }),
        ),
      close: async () => {},
    }
  }

  #openDesk(life: number): Desk {
    const { timeline, chance } = this.#around
    const bytes = () => Uint8Array.from({ length: 16 }, () => Math.floor(chance() * 256))
    const now = () => Temporal.Instant.fromEpochMilliseconds(timeline.now() + this.clockError)
    return {
      database: this.#storeOf(life),
      now,
      newId: () => uuidVersion7(now(), bytes()),
      newSalt: () => Buffer.from(bytes()).toString("hex"),
      digest: (text) => hash("sha256", text, "hex"),
      sign: (text) => createHmac("sha256", "the key of a simulated desk").update(text).digest("hex"),
      files: {
        put: async () => "",
        putAll: async () => [],
        openSpool: async () => ({ folder: "", remove: async () => {} }),
        missing: async () => [],
        digestOf: () => "",
        read: async () => null,
        remove: async () => {},
      },
      publicUrl: "http://desk.test",
      secrets: { seal: (text) => new TextEncoder().encode(text), open: (sealed) => new TextDecoder().decode(sealed) },
      committed: () => this.#loop?.wake(),
    }
  }
}

async function settledOf<T>(work: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  const [settled] = await Promise.allSettled([work()])
  return settled
}
