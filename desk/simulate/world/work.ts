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

/** What the people of a world do. */
export type WorkParts = {
  readonly timeline: Timeline
  readonly chance: Chance
  readonly tables: Tables
  readonly team: Team
  readonly ask: Ask
  readonly checks: Checks
}

export class Work {
  readonly #parts: WorkParts

  constructor(parts: WorkParts) {
    this.#parts = parts
  }

  /** Somebody promises a customer something, and sooner or later does it, or does not. */
  promise(): void {
    void this.#make()
  }

  /** A customer's server says that a mail could not be delivered; now and then it says so twice. */
  bounce(mail: SentMail): void {
    if (!isNotice(mail)) this.#parts.timeline.in(this.#parts.chance() * HOUR, () => void this.#undeliverable(mail))
  }

  /** A member answers a reminder with "I'm on it". */
  onIt(): void {
    const { tables, team, ask } = this.#parts
    const shown = this.#pick([...tables.notices.all()].slice(-50).filter((notice) => notice.shown_at !== null))
    if (shown === undefined || tables.members.get(shown.member_id)?.removed_at !== null) return
    const by = personOf(team.workspaceId, shown.member_id, "member")
    void ask.ask(by, { onIt: shown.notice_id }, async (desk) => {
      await sayOnIt(desk, by, by.id, shown.notice_id)
      return true
    })
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.#parts.chance() * from.length)]
  }

  #present(): readonly Person[] {
    const here = [...this.#parts.tables.members.all()].filter((member) => member.removed_at === null)
    return here.map((member) => personOf(this.#parts.team.workspaceId, member.member_id, member.role))
  }

  #someone(): Person {
    return this.#pick(this.#present()) ?? this.#parts.team.admin
  }

  async #make(): Promise<void> {
    const customer = this.#pick(this.#parts.team.customers)
    if (customer === undefined) return
    const until = this.#parts.timeline.now() + span(this.#parts.chance)
    const isConditional = this.#parts.chance() < 0.08
    const by = this.#someone()
    const input = {
      customerId: customer.id,
      conversationId: customer.conversationId,
      channel: "call" as const,
      words: "I'll ring you about it.",
      deed: "call-back",
      ownerId: this.#someone().id,
      due: isConditional ? null : { until: wholeSeconds(until) },
      condition: isConditional ? "once the part is here" : null,
    }
    const id =
      this.#parts.chance() < 0.1 && !isConditional
        ? await this.#sayInMail(by, customer.conversationId, input)
        : await this.#parts.ask.ask(by, input, (desk) => promises.makePromise(desk, by, input))
    if (id === null) return
    this.#parts.checks.acknowledged(id, "opened")
    if (isConditional) this.#parts.timeline.in(this.#parts.chance() * 10 * DAY, () => void this.#meet(id))
    else this.#plan(id, until)
  }

  /** A promise that is said in a message is made when it is sent; the message leaves later. */
  async #sayInMail(
    by: Person,
    conversationId: string,
    { ownerId, due }: { readonly ownerId: string; readonly due: { readonly until: string } | null },
  ): Promise<string | null> {
    const text = "I'll call you back about it."
    const captured = { words: text, deed: "call-back", ownerId, due, start: 0, end: text.length }
    const input = { text, promises: [captured], looked: true }
    const messageId = await this.#parts.ask.ask(by, { conversationId, input }, (desk) =>
      sendMessage(desk, by, conversationId, input),
    )
    if (messageId === null) return null
    return this.#parts.tables.promisesByMessage.of(messageId)[0]?.promise_id ?? null
  }

  async #meet(id: string): Promise<void> {
    const by = this.#someone()
    const until = this.#parts.timeline.now() + span(this.#parts.chance)
    const met = await this.#parts.ask.ask(by, { meet: id }, async (desk) => {
      await promises.meetCondition(desk, by, id, { until: wholeSeconds(until) })
      return true
    })
    if (met === null) return
    this.#parts.checks.acknowledged(id, "condition-met")
    this.#plan(id, until)
  }

  /** Most are done in time, some late, a few not for weeks. */
  #plan(id: string, until: number): void {
    const draw = this.#parts.chance()
    const left = until - this.#parts.timeline.now()
    const late = draw < 0.95 ? this.#parts.chance() * 2 * DAY : this.#parts.chance() * 20 * DAY
    this.#parts.timeline.in(
      draw < 0.75 ? left * (0.2 + 0.78 * this.#parts.chance()) : left + late,
      () => void this.#settle(id),
    )
    if (this.#parts.chance() < 0.1) this.#parts.timeline.in(left * this.#parts.chance(), () => void this.#wait(id))
    if (this.#parts.chance() < 0.1) this.#parts.timeline.in(left * this.#parts.chance(), () => void this.#handOver(id))
  }

  async #settle(id: string): Promise<void> {
    const row = this.#parts.tables.rows.get(id)
    if (row === undefined || !isOwed(row)) return
    const by = this.#someone()
    const draw = this.#parts.chance()
    const does = async (kind: string, work: (desk: Desk) => Promise<unknown>) => {
      const done = await this.#parts.ask.ask(by, { [kind]: id }, async (desk) => {
        await work(desk)
        return true
      })
      if (done !== null) this.#parts.checks.acknowledged(id, kind)
      return done !== null
    }
    if (draw < 0.5) {
      const isKept = await does("kept", (desk) => keepPromise(desk, by, id, { kind: "word", note: "Rang them." }))
      if (isKept && this.#parts.chance() < 0.05)
        this.#parts.timeline.in(this.#parts.chance() * DAY, () => void this.#dispute(id))
    } else if (draw < 0.6) await does("kept", (desk) => keepPromise(desk, by, id, { kind: "customer" }))
    else if (draw < 0.8 && row.conversation_id !== null) await this.#keepByMail(by, id, row.conversation_id)
    else if (draw < 0.93) {
      const until = this.#parts.timeline.now() + span(this.#parts.chance)
      const input = { due: { until: wholeSeconds(until) }, reason: "The part comes later.", agreed: true }
      const work = (desk: Desk) => promises.renegotiatePromise(desk, by, id, input)
      const successor = await this.#parts.ask.ask(by, { renegotiate: id }, work)
      if (successor === null) return
      this.#parts.checks.acknowledged(id, "renegotiated")
      this.#parts.checks.acknowledged(successor, "opened")
      this.#plan(successor, until)
    } else await does("released", (desk) => promises.releasePromise(desk, by, id, "They no longer need it."))
  }

  /** It is kept once our server has accepted the message; should it be refused or bounce, somebody does it again. */
  async #keepByMail(by: Person, id: string, conversationId: string): Promise<void> {
    const input = { text: "The bicycle is ready for you.", promises: [], keeps: [id], looked: true }
    await this.#parts.ask.ask(by, { conversationId, input }, (desk) => sendMessage(desk, by, conversationId, input))
    this.#parts.timeline.in(2 * DAY, () => void this.#settle(id))
  }

  async #dispute(id: string): Promise<void> {
    const by = this.#someone()
    const done = await this.#parts.ask.ask(by, { reopen: id }, async (desk) => {
      await reopenPromise(desk, by, id, { why: "disputed", note: "They say nobody rang." })
      return true
    })
    if (done === null) return
    this.#parts.checks.acknowledged(id, "reopened")
    this.#parts.timeline.in(this.#parts.chance() * 3 * DAY, () => void this.#settle(id))
  }

  async #wait(id: string): Promise<void> {
    const by = this.#someone()
    await this.#parts.ask.ask(by, { wait: id }, async (desk) => {
      await promises.setWaiting(desk, by, id, {
        on: this.#parts.chance() < 0.8 ? "supplier" : null,
        note: "The warehouse counts.",
      })
      return true
    })
  }

  async #handOver(id: string): Promise<void> {
    const ownerId = this.#someone().id
    const done = await this.#parts.ask.ask(this.#parts.team.admin, { handOver: id, ownerId }, async (desk) => {
      await promises.handOverPromise(desk, this.#parts.team.admin, id, { ownerId })
      return true
    })
    if (done !== null) this.#parts.checks.acknowledged(id, "handed-over")
  }

  async #undeliverable({ mailId }: SentMail): Promise<void> {
    const report = { mailIds: [mailId], reason: "550 5.1.1 No such user here", recipients: [] }
    const times = this.#parts.chance() < 0.3 ? 2 : 1 // mail servers deliver again what they are not sure of
    for (let time = 0; time < times; time += 1) {
      await this.#parts.ask.ask(this.#parts.team.admin, { bounce: mailId }, async (desk) => {
        await commit(desk, (queries) => recordBounce(queries, desk, this.#parts.team.workspaceId, report))
        return true
      })
    }
  }
}

/** How far away promises are due: within hours, days or weeks. */
function span(chance: Chance): number {
  const draw = chance()
  if (draw < 0.1) return 10 * MINUTE + chance() * 8 * HOUR
  if (draw < 0.4) return DAY * (1 + 4 * chance())
  return DAY * (5 + 55 * chance())
}

/** What people set has no fractions of a second. */
export function wholeSeconds(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(milliseconds / 1000) * 1000).toString()
}
