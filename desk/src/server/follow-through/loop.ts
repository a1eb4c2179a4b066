import { nextHandingOver } from "../database/away-times.ts"
import { nextSnooze } from "../database/conversations.ts"
import { nextPromiseLook } from "../database/due.ts"
import { nextNoticeToMail } from "../database/notice-mail.ts"
import { nextNoticeToShow } from "../database/notices.ts"
import { nextOutbox } from "../database/outbox.ts"
import type { Desk } from "../verbs/desk.ts"
import { removeErasedFile } from "../verbs/erase-customer.ts"
import { handOverAway } from "./hand-over-away.ts"
import { type Lane, type Timers, startLane } from "./lane.ts"
import { mailNotices } from "./mail-notices.ts"
import { type Send, sendOnce } from "./outbox.ts"
import { runOnce, wakeConversations } from "./run-once.ts"
import { showNotice } from "./show-notice.ts"

export type Loop = {
  /** Look again now: something was committed here. */
  readonly wake: () => void
  /** Ends after the step that is under way. */
  readonly stop: () => Promise<void>
}

/**
 * Takes every due step, then sleeps until the next one or the sweep. A failure of the database is reported and tried again
 * at the next sweep: the ledger is the queue, so nothing is lost by waiting.
 */
export function startLoop(
  desk: Desk,
  { send, timers, report }: { send: Send; timers: Timers; report: (failure: unknown) => void },
): Loop {
  const lanes = lanesOf(desk, send).map((lane) => startLane(lane, desk.now, timers, report))
  return {
    wake: () => lanes.forEach((lane) => lane.wake()),
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
  }
}

const SENDING_LANES = 3 // one slow server holds up a third of the mail at most

const SHARED_MILLISECONDS = 50 // what another process holds, it is done with by then, or gone

/** Each kind of step has a lane of its own, so that a slow mail server delays no promise. */
function lanesOf(desk: Desk, send: Send): readonly Lane[] {
  const { database } = desk
  const sending = { step: () => sendOnce(desk, send), next: () => nextOutbox(database) }
  return [
    { step: () => runOnce(desk), next: () => nextPromiseLook(database), retryMilliseconds: SHARED_MILLISECONDS },
    { step: () => showNotice(desk), next: () => nextNoticeToShow(database), retryMilliseconds: SHARED_MILLISECONDS },
    { step: () => mailNotices(desk), next: () => nextNoticeToMail(database) },
    { step: () => handOverAway(desk), next: () => nextHandingOver(database, desk.now().toString()) },
    { step: () => wakeConversations(desk), next: () => nextSnooze(database) },
    { step: () => removeErasedFile(desk), next: async () => desk.now().toString() },
    ...Array.from({ length: SENDING_LANES }, () => sending),
  ]
}
