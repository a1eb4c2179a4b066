import { nextSnooze } from "../database/conversations.ts"
import { nextPromiseLook } from "../database/due.ts"
import { nextOutbox } from "../database/outbox.ts"
import type { Desk } from "../verbs/desk.ts"
import { removeErasedFile } from "../verbs/erase-customer.ts"
import { type Send, sendOnce } from "./outbox.ts"
import { runOnce, wakeConversations } from "./run-once.ts"

/** Sets a timer and gives what stops it. Passed in, so that a simulated clock can drive the loop. */
export type Timers = { readonly after: (milliseconds: number, run: () => void) => () => void }

export type Loop = {
  /** Look again now: something was committed here. */
  readonly wake: () => void
  /** Ends after the step that is under way. */
  readonly stop: () => Promise<void>
}

const SWEEP_MILLISECONDS = 1000 // other processes write too, and a timer can be wrong after the machine slept

/**
 * Takes every due step, then sleeps until the next one or the sweep. A failure of the database is reported and tried again
 * at the next sweep: the ledger is the queue, so nothing is lost by waiting.
 */
export function startLoop(
  desk: Desk,
  { send, timers, report }: { send: Send; timers: Timers; report: (failure: unknown) => void },
): Loop {
  const sending = Array.from({ length: SENDING_LANES }, () => () => sendOnce(desk, send))
  const steps = [() => runOnce(desk), () => wakeConversations(desk), () => removeErasedFile(desk), ...sending]
  const lanes = steps.map((step) => startLane(step, desk, timers, report))
  return {
    wake: () => lanes.forEach((lane) => lane.wake()),
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
  }
}

const SENDING_LANES = 3 // one slow server holds up a third of the mail at most

/** One kind of step in its own lane, so that a slow mail server delays no promise. */
function startLane(step: () => Promise<boolean>, desk: Desk, timers: Timers, report: (failure: unknown) => void): Loop {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let cancel = () => {}
  function turn(): void {
    if (stopped) return
    cancel()
    if (running !== null) {
      again = true
      return
    }
    running = drain().finally(() => {
      running = null
      if (again) {
        again = false
        turn()
      }
    })
  }
  async function drain(): Promise<void> {
    try {
      while (!stopped && (await step()));
    } catch (failure) {
      report(failure)
    }
    if (!stopped) cancel = timers.after(await pause(desk), turn)
  }
  turn()
  return {
    wake: turn,
    stop: async () => {
      stopped = true
      cancel()
      await running
    },
  }
}

async function pause(desk: Desk): Promise<number> {
  try {
    const moments = [
      await nextPromiseLook(desk.database),
      await nextOutbox(desk.database),
      await nextSnooze(desk.database),
    ]
    const waits = moments
      .filter((at) => at !== null)
      .map((at) => desk.now().until(at).total("milliseconds"))
      .filter((wait) => wait > 0)
    return Math.ceil(Math.min(SWEEP_MILLISECONDS, ...waits))
  } catch {
    return SWEEP_MILLISECONDS
  }
}
