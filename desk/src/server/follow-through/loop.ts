import { type Moments, readMoments } from "../database/moments.ts"
import type { Desk } from "../verbs/desk.ts"
import { removeErasedFile } from "../verbs/erase-customer.ts"
import { type Append, copyOnce } from "./copy-to-sent.ts"
import { handOverAway } from "./hand-over-away.ts"
import { lookAtFact } from "../verbs/fact-looks.ts"
import { type FetchDocument, readDueAddress } from "../verbs/audit-addresses.ts"
import { askWhetherItHelped } from "../verbs/answer-checks.ts"
import { askOutcome } from "../verbs/outcome-checks.ts"
import { retainOnce } from "../verbs/retention.ts"
import { type Lane, type Timers, openLane } from "./lane.ts"
import { mailNotices } from "./mail-notices.ts"
import { type Send, sendOnce } from "./outbox.ts"
import { runOnce, wakeConversations } from "./run-once.ts"
import { showNotice } from "./show-notice.ts"
import { type PostWebhook, tellOnce } from "./webhooks.ts"

export type Loop = {
  /** Look again now: something was committed here. */
  readonly wake: () => void
  /** Ends after the steps that are under way. */
  readonly stop: () => Promise<void>
}

const SWEEP_MILLISECONDS = 1000 // other processes write too, and a timer can be wrong after the machine slept
const RETRY_MILLISECONDS = 250 // after a failure of the database: it is back at work within a moment of its return
const GATHER_MILLISECONDS = 10 // wakes within it are one: every commit wakes, and what is due together is taken together

/** How the loop reaches the world. */
type Hands = {
  readonly send: Send
  readonly append: Append
  readonly tell: PostWebhook
  readonly fetchDocument: FetchDocument
  readonly timers: Timers
  readonly report: (failure: unknown) => void
}

/**
 * Asks when something is due next, lets the lanes take every step that is, and sleeps until the next moment or the sweep.
 * A failure of the database is reported and tried again soon: the ledger is the queue, so nothing is lost by
 * waiting.
 */
export function startLoop(desk: Desk, { timers, report, ...hands }: Hands): Loop {
  const lanes = lanesOf(desk, hands).map(({ of, step }) => ({
    of,
    lane: openLane(step, desk.now, report),
  }))
  let looking: Promise<void> | null = null
  let isStopped = false
  let isWoken = false
  let cancel = () => {}

  function look(): void {
    cancel()
    if (isStopped || looking !== null) return
    isWoken = false
    looking = lookOnce().then((sleep) => {
      looking = null
      if (!isStopped) cancel = timers.after(isWoken ? GATHER_MILLISECONDS : sleep, look)
    })
  }

  function wake(): void {
    if (isStopped || isWoken) return
    isWoken = true
    if (looking !== null) return // its end sees it
    cancel()
    cancel = timers.after(GATHER_MILLISECONDS, look)
  }

  async function lookOnce(): Promise<number> {
    try {
      const now = desk.now()
      const moments = await readMoments(desk.database, now.toString())
      return Math.ceil(Math.min(SWEEP_MILLISECONDS, ...lanes.map(({ of, lane }) => waitOf(lane, moments[of], now))))
    } catch (failure) {
      report(failure)
      return RETRY_MILLISECONDS
    }
  }

  /** Lets the lane run when its moment has come; otherwise how long it has time. A lane that runs wakes by committing. */
  function waitOf(lane: Lane, moment: string | null, now: Temporal.Instant): number {
    if (moment === null) return SWEEP_MILLISECONDS
    const wait = now.until(moment).total("milliseconds")
    return wait > 0 ? wait : lane.run(wake)
  }

  look()
  return {
    wake,
    stop: async () => {
      isStopped = true
      cancel()
      await looking
      await Promise.all(lanes.map(({ lane }) => lane.stop()))
    },
  }
}

const TELLING_LANES = 2 // one program that does not answer holds up half of the others for 15 s at most
const SENDING_LANES = 3 // one slow server holds up a third of the mail at most

type LaneOf = { readonly of: keyof Moments; readonly step: () => Promise<boolean> }

/** Each kind of step has a lane of its own, so that a slow mail server delays no promise. */
function lanesOf(
  desk: Desk,
  { send, append, tell, fetchDocument }: Omit<Hands, "timers" | "report">,
): readonly LaneOf[] {
  const sending: LaneOf = { of: "outbox", step: () => sendOnce(desk, send) }
  return [
    { of: "look", step: () => runOnce(desk) },
    { of: "show", step: () => showNotice(desk) },
    { of: "mail", step: () => mailNotices(desk) },
    { of: "away", step: () => handOverAway(desk) },
    { of: "snooze", step: () => wakeConversations(desk) },
    { of: "fact", step: () => lookAtFact(desk) },
    { of: "check", step: () => askOutcome(desk) },
    { of: "answerCheck", step: () => askWhetherItHelped(desk) },
    { of: "document", step: () => readDueAddress(desk, fetchDocument) },
    { of: "retention", step: () => retainOnce(desk) },
    { of: "removal", step: () => removeErasedFile(desk) },
    { of: "copy", step: () => copyOnce(desk, append) },
    ...Array.from({ length: TELLING_LANES }, (): LaneOf => ({ of: "webhook", step: () => tellOnce(desk, tell) })),
    ...Array.from({ length: SENDING_LANES }, () => sending),
  ]
}
