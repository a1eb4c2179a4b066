import { createHash, hash } from "node:crypto"
import { Mistake } from "../../src/ledger/error.ts"
import type { Database } from "../../src/server/database/database.ts"
import type { Send } from "../../src/server/follow-through/outbox.ts"
import { chanceOf } from "../chance.ts"
import { openMemoryStore } from "../store/memory-store.ts"
import { differencesAtTheEnd } from "../store/same-at-the-end.ts"
import { isOwed } from "../store/statements/promises.ts"
import { type Checks, openChecks } from "./checks.ts"
import { type MailWorld, openMailWorld } from "./mail-world.ts"
import { openAsk } from "./people.ts"
import { ServerProcess } from "./server-process.ts"
import { AWAY, openRestartingStore } from "./store-faults.ts"
import { idsFrom, openTeam } from "./team.ts"
import { openTimeline } from "./timeline.ts"
import { type Troubles, startTrouble } from "./trouble.ts"
import { Turns } from "./turns.ts"
import { Work } from "./work.ts"

export type WorldOptions = {
  readonly seed: number
  readonly days: number
  readonly promisesADay: number
  /** A real store: each statement runs on it too, and must be answered alike. */
  readonly beside?: Database
  /** Only tests plant faults: to see that they are found. */
  readonly tamper?: { readonly store?: (store: Database) => Database; readonly send?: (send: Send) => Send }
}

export type WorldReport = {
  /** Open promises, counted at every noon. */
  readonly promiseDays: number
  /** Transactions that were committed; after each the checks are made. */
  readonly steps: number
  readonly promises: number
  readonly entries: number
  readonly notices: number
  readonly mails: number
  /** Promises whose evidence is a message that our server accepted. */
  readonly keptByMail: number
  /** Entries that a client was told are recorded. */
  readonly acknowledged: number
  /** Requests that a client sent again, and mails that our server got again, because an answer was lost. */
  readonly repeated: number
  readonly troubles: Troubles
  /** Statements that ran on a real store too. */
  readonly compared: number
  readonly problems: readonly string[]
  /** Of everything that happened, in order: the same for the same seed. */
  readonly digest: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns", "UTC"]
/** Shortly before clocks change in London, New York and Lord Howe, and two ordinary days. */
const STARTS = ["2026-03-05", "2026-03-25", "2026-10-01", "2026-10-22", "2026-06-10", "2026-12-20"]
const QUIET_DAYS = 3 // at the end, without new work or trouble: everything must come to rest

/** Lets one team work for some days among faults, and checks after every step. */
export async function runWorld(options: WorldOptions): Promise<WorldReport> {
  const world = await openWorld(options)
  const { timeline, checks, processes, work, trouble, chance, turns, tables } = world
  const start = timeline.now()
  for (const process of processes) process.start()
  let promiseDays = 0
  for (let day = 0; day < options.days; day += 1) {
    for (let count = 0; count < options.promisesADay; count += 1)
      timeline.at(start + day * DAY + chance() * DAY, () => work.promise())
    timeline.at(start + day * DAY + chance() * DAY, () => work.onIt())
    timeline.at(start + day * DAY + DAY / 2, () => (promiseDays += [...tables.rows.all()].filter(isOwed).length))
  }
  const end = start + options.days * DAY
  timeline.at(end, () => {
    trouble.stop()
    for (const process of processes) process.stepClock(-process.clockError)
  })
  for (let at = start + HOUR; at < end + QUIET_DAYS * DAY; at += HOUR) timeline.at(at, () => turns.watch())
  timeline.at(end + HOUR, () => processes.forEach((process) => process.start()))
  await turns.run(end + QUIET_DAYS * DAY)
  checks.everything()
  checks.nothingLeft(timeline.now())
  const report = reportOf(world)
  const { beside } = options
  const differences = beside === undefined ? [] : await differencesAtTheEnd(tables, beside)
  return { promiseDays, ...report, problems: [...report.problems, ...differences] }
}

async function openWorld({ seed, beside, tamper = {} }: WorldOptions) {
  const chance = chanceOf(seed)
  const pick = <T>(from: readonly T[], otherwise: T): T => from[Math.floor(chance() * from.length)] ?? otherwise
  const at = Temporal.Instant.from(`${pick(STARTS, "2026-03-05")}T00:00:00Z`)
  const timeline = openTimeline(at.epochMilliseconds)
  const memory = openMemoryStore(beside ?? null)
  const { tables } = memory
  const team = await openTeam(memory.database, {
    at,
    zone: pick(ZONES, "UTC"),
    size: 2 + Math.floor(chance() * 7),
    chance,
  })
  const store = openRestartingStore(tamper.store?.(memory.database) ?? memory.database, timeline)
  const trace = createHash("sha256")
  const failures: string[] = []
  const habits = { refused: 0.01, later: 0.05, answerLost: 0.02 }
  let busy = 0
  let steps = 0

  const mail: MailWorld = openMailWorld({ timeline, chance, habits }, (sent) => {
    trace.update(`${timeline.now()} ${sent.mailId} ${sent.to.map(({ address }) => address).join(" ")}\n`)
    checks.accepted(sent)
    if (chance() < 0.03) work.bounce(sent)
  })
  const checks: Checks = openChecks(tables, {
    digest: (text) => hash("sha256", text, "hex"),
    acceptedMails: mail.accepted,
  })
  memory.onCommit((promiseIds) => {
    steps += 1
    if (promiseIds.size === 0) return
    trace.update(`${timeline.now()}`)
    for (const id of promiseIds) trace.update(` ${id} ${String(tables.rows.get(id)?.["last_hash"])}`)
    checks.afterCommit(promiseIds)
  })
  const processes = Array.from(
    { length: 1 + Math.floor(chance() * 3) },
    (_, number) =>
      new ServerProcess(number, {
        timeline,
        chance,
        store: store.database,
        send: (resume) => (tamper.send ?? same)(mail.sendFor(resume)),
        busy: (change) => void (busy += change),
        report: unexpected,
      }),
  )
  const ask = openAsk({ timeline, chance, processes, isMistake: (error) => error instanceof Mistake, unexpected })
  const work = new Work({ timeline, chance, tables, team, ask, checks })
  const more = { database: memory.database, newId: idsFrom(at, chance) }
  const trouble = startTrouble({ timeline, chance, tables, store, processes, mail, ask, team, ...more })

  function unexpected(failure: unknown): void {
    if (!isExplained(failure) && failures.length < 20) failures.push(`A step failed: ${wordsOf(failure)}`)
  }

  const turns = new Turns({
    timeline,
    tables,
    store,
    processes,
    checks,
    steps: () => steps,
    busy: () => busy,
    failures,
  })
  const parts = { tables, timeline, chance, mail, ask, checks, processes, work, trouble, turns, failures }
  return { ...parts, steps: () => steps, compared: () => memory.compared(), digest: () => trace.digest("hex") }
}

function reportOf(world: Awaited<ReturnType<typeof openWorld>>): Omit<WorldReport, "promiseDays"> {
  const { tables, mail, checks, ask, trouble, failures } = world
  return {
    steps: world.steps(),
    promises: tables.promises.size(),
    entries: tables.entries.size(),
    notices: tables.notices.size(),
    mails: mail.accepted.size,
    keptByMail: [...tables.rows.all()].filter(({ evidence }) => isMessage(evidence)).length,
    acknowledged: checks.acknowledgedEntries(),
    repeated: ask.counts.repeated + mail.answersLost(),
    troubles: { ...trouble.counts },
    compared: world.compared(),
    problems: [...failures, ...checks.problems],
    digest: world.digest(),
  }
}

/** What no trouble of ours explains is a bug, of the desk or of the simulator. */
function isExplained(failure: unknown): boolean {
  const words = wordsOf(failure)
  return words.includes(AWAY) || words.includes("Connection terminated unexpectedly")
}

function wordsOf(failure: unknown): string {
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)
}

function isMessage(evidence: unknown): boolean {
  return typeof evidence === "object" && evidence !== null && "kind" in evidence && evidence.kind === "message"
}

function same(send: Send): Send {
  return send
}
