import type { Database, Queries } from "../src/server/database/database.ts"
import { handOverAway } from "../src/server/follow-through/hand-over-away.ts"
import { mailNotices } from "../src/server/follow-through/mail-notices.ts"
import { type Send, type SentMail, sendOnce } from "../src/server/follow-through/outbox.ts"
import { runOnce } from "../src/server/follow-through/run-once.ts"
import { showNotice } from "../src/server/follow-through/show-notice.ts"
import type { Desk } from "../src/server/verbs/desk.ts"
import type { TestDesk } from "./desk.ts"

/** Mails that an outgoing server has accepted, in order. */
export type Outgoing = { readonly mails: SentMail[]; readonly send: Send }

export function openOutgoing(): Outgoing {
  const mails: SentMail[] = []
  return {
    mails,
    send: async (_server, mail) => {
      mails.push(mail)
      return { kind: "accepted" }
    },
  }
}

/** Every step of the loop that is due now, as often as there is one. */
export async function takeSteps(desk: Desk, send: Send): Promise<void> {
  const steps = [runOnce, showNotice, mailNotices, handOverAway, (within: Desk) => sendOnce(within, send)]
  let isBusy = true
  while (isBusy) {
    isBusy = false
    for (const step of steps) while (await step(desk)) isBusy = true
  }
}

/** Lets the clock run to `until` in strides, taking the steps that are due after each. */
export async function runUntil(
  desk: TestDesk,
  send: Send,
  until: string,
  stride: Temporal.DurationLike = { minutes: 15 },
): Promise<void> {
  while (Temporal.Instant.compare(desk.now(), until) < 0) {
    desk.pass(stride)
    if (Temporal.Instant.compare(desk.now(), until) > 0) desk.setClock(until)
    await takeSteps(desk, send)
  }
}

/** The store, failing before the statement with this number, counted over all transactions; what follows works again. */
export function failingAt(database: Database, statement: number): { database: Database; reached: () => boolean } {
  let count = 0
  const counted = (queries: Queries): Queries => ({
    query: async (sql, parameters) => {
      count += 1
      if (count === statement) throw new Error("killed between two statements")
      return queries.query(sql, parameters)
    },
  })
  return {
    reached: () => count >= statement,
    database: {
      kind: database.kind,
      query: (sql, parameters) => counted(database).query(sql, parameters),
      transaction: (work) => database.transaction((queries) => work(counted(queries))),
      close: async () => {},
    },
  }
}
