import { removeMember } from "../../src/server/verbs/remove-member.ts"
import { cancelAway, setAway } from "../../src/server/verbs/away-times.ts"
import { changeMember } from "../../src/server/verbs/members.ts"
import { changeWorkspace } from "../../src/server/verbs/workspace.ts"
import type { Database } from "../../src/server/database/database.ts"
import type { Chance } from "../chance.ts"
import type { Tables } from "../store/tables.ts"
import type { MailWorld } from "./mail-world.ts"
import { type Ask, personOf } from "./people.ts"
import type { ServerProcess } from "./server-process.ts"
import type { RestartingStore } from "./store-faults.ts"
import { type Team, join } from "./team.ts"
import type { Timeline } from "./timeline.ts"
import { wholeSeconds } from "./work.ts"

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How often each kind of trouble comes, per day. */
const PER_DAY = {
  crash: 4,
  cut: 6,
  restart: 1.5,
  pause: 3,
  clockStep: 0.4,
  refusal: 0.08,
  away: 0.15,
  removed: 0.12,
  joined: 0.15,
  standIn: 0.2,
  settings: 0.08,
} as const

export type TroubleKind = keyof typeof PER_DAY
export type Troubles = Readonly<Record<TroubleKind, number>>

export type TroubleParts = {
  readonly timeline: Timeline
  readonly chance: Chance
  readonly tables: Tables
  readonly store: RestartingStore
  readonly database: Database
  readonly processes: readonly ServerProcess[]
  readonly mail: MailWorld
  readonly ask: Ask
  readonly team: Team
  readonly newId: () => string
}

/** Brings trouble at random moments until told to stop; what it broke is mended after a while. Gives how often each came. */
export function startTrouble(parts: TroubleParts): { readonly counts: Troubles; stop(): void } {
  const { timeline, chance } = parts
  const kinds = troubleKinds(parts)
  const counts = Object.fromEntries(Object.keys(PER_DAY).map((kind) => [kind, 0]))
  let isOver = false
  const next = (kind: TroubleKind) => {
    timeline.in((-Math.log(1 - chance()) * DAY) / PER_DAY[kind], () => {
      if (isOver) return
      counts[kind] = (counts[kind] ?? 0) + 1
      kinds[kind]()
      next(kind)
    })
  }
  for (const kind of KINDS) next(kind)
  return { counts: countsOf(counts), stop: () => void (isOver = true) }
}

const KINDS: readonly TroubleKind[] = [
  ...(["crash", "cut", "restart", "pause", "clockStep", "refusal"] as const),
  ...(["away", "removed", "joined", "standIn", "settings"] as const),
]

function countsOf(counts: Record<string, number>): Troubles {
  const of = (kind: TroubleKind) => ({ enumerable: true, get: () => counts[kind] ?? 0 })
  const all = Object.fromEntries(KINDS.map((kind) => [kind, of(kind)]))
  return Object.defineProperties({ ...PER_DAY }, all)
}

const STATEMENTS_MAX = 40 // a step has fewer, so that every place between two of them is met

type Kinds<Kind extends TroubleKind> = Readonly<Record<Kind, () => void>>

function troubleKinds(parts: TroubleParts): Kinds<TroubleKind> {
  return { ...machineTroubles(parts), ...teamTroubles(parts) }
}

function pickWith(chance: Chance) {
  return <T>(from: readonly T[]): T | undefined => from[Math.floor(chance() * from.length)]
}

function machineTroubles({
  timeline,
  chance,
  processes,
  store,
  mail,
}: TroubleParts): Kinds<"crash" | "cut" | "restart" | "pause" | "clockStep" | "refusal"> {
  const pick = pickWith(chance)
  const place = () => 1 + Math.floor(chance() * STATEMENTS_MAX)
  return {
    crash() {
      const process = pick(processes)
      process?.crashAfter(place())
      // Killed between two statements, or where nothing ran within a minute, while it waits.
      timeline.in(MINUTE, () => process?.crash())
      timeline.in(MINUTE + chance() * 10 * MINUTE, () => process?.start())
    },
    cut: () => pick(processes)?.cutAfter(place()),
    restart: () => store.restartAfter(place(), 2 * SECOND + chance() * 3 * MINUTE),
    pause: () => pick(processes)?.pause(5 * SECOND + chance() * 10 * MINUTE),
    clockStep() {
      const process = pick(processes)
      const by = Math.round((chance() - 0.5) * (chance() < 0.5 ? 4 * HOUR : 2 * MINUTE))
      process?.stepClock(by)
      timeline.in(chance() * 6 * HOUR, () => process?.stepClock(-by))
    },
    refusal: () => mail.refuseUntil(timeline.now() + DAY),
  }
}

function teamTroubles({
  timeline,
  chance,
  tables,
  team,
  ask,
  newId,
  database,
}: TroubleParts): Kinds<"away" | "removed" | "joined" | "standIn" | "settings"> {
  const pick = pickWith(chance)
  const iso = wholeSeconds
  const others = () =>
    [...tables.members.all()].filter((one) => one.removed_at === null && one.member_id !== team.admin.id)
  let joined = 0
  return {
    away() {
      const member = pick(others())
      if (member === undefined) return
      const from = timeline.now() + chance() * 5 * DAY
      const input = { memberId: member.member_id, from: iso(from), until: iso(from + HOUR + chance() * 8 * DAY) }
      void ask
        .ask(team.admin, input, (desk) => setAway(desk, team.admin, input))
        .then((set) => {
          if (set === null || chance() > 0.2) return
          timeline.in(chance() * 6 * DAY, () => {
            void ask.ask(team.admin, { cancel: set.id }, async (desk) => {
              await cancelAway(desk, team.admin, set.id)
              return true
            })
          })
        })
    },
    removed() {
      const member = pick(others())
      if (member === undefined || others().length < 2) return
      void ask.ask(team.admin, { remove: member.member_id }, (desk) => removeMember(desk, team.admin, member.member_id))
    },
    joined() {
      if (others().length > 8) return
      joined += 1
      const role = chance() < 0.2 ? "lead" : "member"
      const person = personOf(team.workspaceId, newId(), role)
      void join(database, person, `joined-${joined}@shop.test`, iso(timeline.now()))
    },
    standIn() {
      const [one, other] = [pick(others()), pick(others())]
      if (one === undefined || other === undefined || one === other) return
      const change = { standInId: other.member_id }
      void ask.ask(team.admin, { of: one.member_id, ...change }, async (desk) => {
        await changeMember(desk, team.admin, one.member_id, change)
        return true
      })
    },
    settings() {
      const graceMinutes = Math.round(60 + chance() * 900)
      const change = { settings: { graceMinutes } }
      void ask.ask(team.admin, change, async (desk) => {
        await changeWorkspace(desk, team.admin, change)
        return true
      })
    },
  }
}
