
import { recordBounce } from "../../src/server/verbs/bounce.ts"
import { type Desk, commit } from "../../src/server/verbs/desk.ts"
import { sayOnIt } from "../../src/server/verbs/notices.ts"
import * as promises from "../../src/server/verbs/promises.ts"
import { reopenPromise } from "../../src/server/verbs/reopen.ts"
import { sendMessage } from "../../src/server/verbs/send.ts"
import { keepPromise } from "../../src/server/verbs/settle.ts"
import type { SentMail } from "../../src/server/follow-through/outbox.ts"
import type { Chance } from "../chance.ts"
import { isOwed } from "../store/statements/promises.ts"
import type { Tables } from "../store/tables.ts"
import type { Checks } from "./checks.ts"
import { isNotice } from "./mail-world.ts"
import { type Ask, type Person, personOf } from "./people.ts"
import type { Team } from "./team.ts"
import type { Timeline } from "./timeline.ts"

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type Work = {
  /** Somebody promises a customer something, and sooner or later does it, or does not. */
  promise(): void
  /** A customer's server says that a mail could not be delivered; now and then it says so twice. */
  bounce(mail: SentMail): void
  /** A member answers a reminder with "I'm on it". */
  onIt(): void
}

export type WorkParts = {
  readonly timeline: Timeline
  readonly chance: Chance
  readonly tables: Tables
  readonly team: Team
  readonly ask: Ask
  readonly checks: Checks
}

export function openWork({ timeline, chance, tables, team, ask, checks }: WorkParts): Work {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(chance() * from.length)]
  const iso = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds)).toString()
  const acknowledged = (id: string, kind: string) => checks.acknowledged(id, kind)

  function present(): readonly Person[] {
    const here = [...tables.members.all()].filter((member) => member.removed_at === null)
    return here.map((member) => personOf(team.workspaceId, member.member_id, member.role))
  }

  const someone = () => pick(present()) ?? team.admin

  async function make(): Promise<void> {
    const customer = pick(team.customers)
    if (customer === undefined) return
    const until = timeline.now() + span(chance)
    const isConditional = chance() < 0.08
    const by = someone()
    const input = {
      customerId: customer.id,
      conversationId: customer.conversationId,
      channel: "call" as const,
      words: "I'll ring you about it.",
      deed: "call-back",
      ownerId: someone().id,
      due: isConditional ? null : { until: iso(until) },
      condition: isConditional ? "once the part is here" : null,
    }
    const id =
      chance() < 0.1 && !isConditional
        ? await sayInMail(by, customer.conversationId, input)
        : await ask.ask(by, input, (desk) => promises.makePromise(desk, by, input))
    if (id === null) return
    acknowledged(id, "opened")
    if (isConditional) timeline.in(chance() * 10 * DAY, () => void meet(id))
    else plan(id, until)
  }

  /** A promise that is said in a message is made when it is sent; the message leaves later. */
  async function sayInMail(
    by: Person,
    conversationId: string,
    { ownerId, due }: { readonly ownerId: string; readonly due: { readonly until: string } | null },
  ): Promise<string | null> {
    const text = "I'll call you back about it."
    const captured = { words: text, deed: "call-back", ownerId, due, start: 0, end: text.length }
    const input = { text, promises: [captured], looked: true }
    const messageId = await ask.ask(by, { conversationId, input }, (desk) => sendMessage(desk, by, conversationId, input))
    if (messageId === null) return null
    return tables.promisesByMessage.of(messageId)[0]?.promise_id ?? null
  }

  async function meet(id: string): Promise<void> {
    const by = someone()
    const until = timeline.now() + span(chance)
    const met = await ask.ask(by, { meet: id }, async (desk) => {
      await promises.meetCondition(desk, by, id, { until: iso(until) })
      return true
    })
    if (met === null) return
    acknowledged(id, "condition-met")
    plan(id, until)
  }

  /** Most are done in time, some late, a few not for weeks. */
  function plan(id: string, until: number): void {
    const draw = chance()
    const left = until - timeline.now()
    const late = draw < 0.95 ? chance() * 2 * DAY : chance() * 20 * DAY
    timeline.in(draw < 0.75 ? left * (0.2 + 0.78 * chance()) : left + late, () => void settle(id))
    if (chance() < 0.1) timeline.in(left * chance(), () => void wait(id))
    if (chance() < 0.1) timeline.in(left * chance(), () => void handOver(id))
  }

  async function settle(id: string): Promise<void> {
    const row = tables.rows.get(id)
    if (row === undefined || !isOwed(row)) return
    const by = someone()
    const draw = chance()
    const does = async (kind: string, work: (desk: Desk) => Promise<unknown>) => {
      const done = await ask.ask(by, { [kind]: id }, async (desk) => {
        await work(desk)
        return true
      })
      if (done !== null) acknowledged(id, kind)
      return done !== null
    }
    if (draw < 0.5) {
      const isKept = await does("kept", (desk) => keepPromise(desk, by, id, { kind: "word", note: "Rang them." }))
      if (isKept && chance() < 0.05) timeline.in(chance() * DAY, () => void dispute(id))
    } else if (draw < 0.6) await does("kept", (desk) => keepPromise(desk, by, id, { kind: "customer" }))
    else if (draw < 0.8 && row.conversation_id !== null) await keepByMail(by, id, row.conversation_id)
    else if (draw < 0.93) {
      const until = timeline.now() + span(chance)
      const input = { due: { until: iso(until) }, reason: "The part comes later.", agreed: true }
      const work = (desk: Desk) => promises.renegotiatePromise(desk, by, id, input)
      const successor = await ask.ask(by, { renegotiate: id }, work)
      if (successor === null) return
      acknowledged(id, "renegotiated")
      acknowledged(successor, "opened")
      plan(successor, until)
    } else await does("released", (desk) => promises.releasePromise(desk, by, id, "They no longer need it."))
  }

  /** It is kept once our server has accepted the message; should it be refused or bounce, somebody does it again. */
  async function keepByMail(by: Person, id: string, conversationId: string): Promise<void> {
    const input = { text: "The bicycle is ready for you.", promises: [], keeps: [id], looked: true }
    await ask.ask(by, { conversationId, input }, (desk) => sendMessage(desk, by, conversationId, input))
    timeline.in(2 * DAY, () => void settle(id))
  }

  async function dispute(id: string): Promise<void> {
    const by = someone()
    const done = await ask.ask(by, { reopen: id }, async (desk) => {
      await reopenPromise(desk, by, id, { why: "disputed", note: "They say nobody rang." })
      return true
    })
    if (done === null) return
    acknowledged(id, "reopened")
    timeline.in(chance() * 3 * DAY, () => void settle(id))
  }

  async function wait(id: string): Promise<void> {
    const by = someone()
    await ask.ask(by, { wait: id }, async (desk) => {
      await promises.setWaiting(desk, by, id, { on: chance() < 0.8 ? "supplier" : null, note: "The warehouse counts." })
      return true
    })
  }

  async function handOver(id: string): Promise<void> {
    const ownerId = someone().id
    const done = await ask.ask(team.admin, { handOver: id, ownerId }, async (desk) => {
      await promises.handOverPromise(desk, team.admin, id, { ownerId })
      return true
    })
    if (done !== null) acknowledged(id, "handed-over")
  }

  async function undeliverable({ mailId }: SentMail): Promise<void> {
    const report = { mailIds: [mailId], reason: "550 5.1.1 No such user here" }
    const times = chance() < 0.3 ? 2 : 1 // mail servers deliver again what they are not sure of
    for (let time = 0; time < times; time += 1) {
      await ask.ask(team.admin, { bounce: mailId }, async (desk) => {
        await commit(desk, (queries) => recordBounce(queries, desk, team.workspaceId, report))
        return true
      })
    }
  }

  return {
    promise: () => void make(),
    bounce(mail) {
      if (!isNotice(mail)) timeline.in(chance() * HOUR, () => void undeliverable(mail))
    },
    onIt() {
      const shown = pick([...tables.notices.all()].slice(-50).filter((notice) => notice.shown_at !== null))
      if (shown === undefined || tables.members.get(shown.member_id)?.removed_at !== null) return
      const by = personOf(team.workspaceId, shown.member_id, "member")
      void ask.ask(by, { onIt: shown.notice_id }, async (desk) => {
        await sayOnIt(desk, by, by.id, shown.notice_id)
        return true
      })
    },
  }
}

/** How far away promises are due: within hours, days or weeks. */
function span(chance: Chance): number {
  const draw = chance()
  if (draw < 0.2) return 10 * MINUTE + chance() * 8 * HOUR
  if (draw < 0.7) return DAY * (1 + 4 * chance())
  return DAY * (5 + 25 * chance())
}

