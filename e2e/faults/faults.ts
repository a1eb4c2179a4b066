import { setTimeout as wait } from "node:timers/promises"
import { writeWorkspace } from "../../desk/src/contract/workspace.ts"
import type { PostgresServer } from "../../desk/test/postgres-server.ts"
import { chanceOf } from "../kill.ts"
import { type Relay, startRelay } from "../servers/relay.ts"
import { compare } from "./compare.ts"
import { type Machines, recoveryOf, startMachines } from "./machines.ts"
import { beginWork } from "./work.ts"

export type FaultKind = "kill" | "database" | "connections" | "pause"

export type FaultReport = {
  readonly faults: number
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  /** Milliseconds from when database and process were back until the desk did its work again. */
  readonly worstRecovery: number
  readonly problems: readonly string[]
}

export type FaultOptions = {
  readonly processes: number
  /** In this order. */
  readonly faults: readonly FaultKind[]
  readonly seed: number
  readonly pauseMs: number
  /** Waits until every mail has left, notices too. */
  readonly awaitMail: boolean
  /** A server of its own where left out. */
  readonly postgres?: () => Promise<PostgresServer>
}

const BETWEEN_MS_MAX = 1_000

/**
 * Lets real faults strike while mail arrives, promises are made and kept and answers sent, all tried again until they are
 * acknowledged. Then looks whether everything acknowledged is there, once.
 */
export async function faultsAndCompare(options: FaultOptions): Promise<FaultReport> {
  const relay = await startRelay()
  const machines = await startMachines(options.processes, options.postgres)
  const chance = chanceOf(options.seed)
  try {
    await machines.member.call(writeWorkspace, { body: { settings: { hours: ALWAYS } } })
    const work = await beginWork(machines.member, relay, machines.smtpPort)
    let worstRecovery = 0
    for (const [number, kind] of options.faults.entries()) {
      await wait(Math.floor(chance() * BETWEEN_MS_MAX))
      await strike(machines, kind, { place: Math.floor(chance() * options.processes), pauseMs: options.pauseMs })
      worstRecovery = Math.max(worstRecovery, await recoveryOf(machines, `fault-${number}`))
    }
    await work.finish()
    const compared = await compare(machines.member, relay, work.done, options.awaitMail)
    if (options.awaitMail) await untilMailed(machines)
    const problems = [...compared.problems, ...(await toldTwice(machines)), ...mailedTwice(relay)]
    const { mails, promises, kept, sent } = compared
    const doubled = problems.filter((problem) => /twice|two |[2-9] times/.test(problem)).length
    return {
      faults: options.faults.length,
      acknowledged: mails + promises + kept + sent + options.faults.length,
      lost: problems.length - doubled,
      doubled,
      worstRecovery: Math.round(worstRecovery),
      problems,
    }
  } finally {
    await machines.stop()
    await relay.stop()
  }
}

type Where = { readonly place: number; readonly pauseMs: number }

async function strike({ postgres, desks, query, replace }: Machines, kind: FaultKind, { place, pauseMs }: Where) {
  switch (kind) {
    case "kill":
      return replace(place)
    case "database":
      await postgres.stopImmediately()
      return postgres.start()
    case "connections":
      await query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'aboveboard-desk'")
      return
    case "pause": {
      const pid = desks[place]?.pid ?? 0
      process.kill(pid, "SIGSTOP")
      await wait(pauseMs)
      process.kill(pid, "SIGCONT")
      return
    }
    default:
      throw new Error(`unknown fault ${kind satisfies never}`)
  }
}

/** A step of a promise of which one member was told in two notices, or in two mails. */
async function toldTwice({ query }: Machines): Promise<readonly string[]> {
  const twice = await query<{ promise_id: string; step: string }>(
    `select promise_id, step from notices where step <> 'broken'
     group by workspace_id, promise_id, step, round, member_id having count(*) > 1`,
  )
  return twice.map(({ promise_id: id, step }) => `Of “${step}” of promise ${id} somebody was told twice.`)
}

/** A notice that came in two mails, which are not the same mail sent again. */
function mailedTwice({ accepted }: Relay): readonly string[] {
  const mails = new Map<string, Set<string>>()
  for (const { messageId, raw } of accepted) {
    if (!messageId.startsWith("<notice.")) continue
    const text = raw.replaceAll("=\r\n", "")
    for (const [, id = ""] of text.matchAll(/\/promises\/([0-9a-f-]{36})/g)) {
      const line = `${id} ${/Due now/.test(text) ? "due" : "other"}`
      mails.set(line, (mails.get(line) ?? new Set()).add(messageId))
    }
  }
  const twice = [...mails].filter(([line, ids]) => line.endsWith("due") && ids.size > 1)
  return twice.map(([line]) => `Promise ${line.slice(0, 36)} was due in two mails.`)
}

const MAILED_MS_MAX = 360_000 // notices are gathered for minutes, and a killed sender's lease has to run out

async function untilMailed({ query }: Machines): Promise<void> {
  const until = performance.now() + MAILED_MS_MAX
  const waiting = () =>
    query("select 1 from notices where mail_at is not null union all select 1 from outbox where next_at is not null")
  while ((await waiting()).length > 0 && performance.now() < until) await wait(500)
}

const ALL_DAY = [{ from: "00:00", until: "24:00" }]
const ALWAYS = Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((day) => [day, ALL_DAY]))

/** So many faults, in turn of each kind. */
export function inTurn(count: number, kinds: readonly FaultKind[]): readonly FaultKind[] {
  return Array.from({ length: count }, (_, number) => kinds[number % kinds.length] ?? "kill")
}
