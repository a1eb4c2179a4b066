/** Sets a timer and gives what stops it. Passed in, so that a simulated clock can drive the loop. */
export type Timers = { readonly after: (milliseconds: number, run: () => void) => () => void }

/** One kind of work. */
export type Lane = {
  /** Takes one step. False when nothing was due, or another process has it. */
  readonly step: () => Promise<boolean>
  /** When there will be something to do; null when nothing waits. */
  readonly next: () => Promise<string | null>
  /** When to try again where something is due and the step found nothing: another process has it. Left out: the sweep. */
  readonly retryMilliseconds?: number
}

const SWEEP_MILLISECONDS = 1000 // other processes write too, and a timer can be wrong after the machine slept

/** Takes steps while some are due, then sleeps until the next one, a wake or the sweep. */
export function startLane(
  { step, next, retryMilliseconds = SWEEP_MILLISECONDS }: Lane,
  now: () => Temporal.Instant,
  timers: Timers,
  report: (failure: unknown) => void,
): { readonly wake: () => void; readonly stop: () => Promise<void> } {
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
    running = work().finally(() => {
      running = null
      if (!again) return
      again = false
      turn()
    })
  }
  async function work(): Promise<void> {
    let sleep = SWEEP_MILLISECONDS
    try {
      sleep = await workUntilNext()
    } catch (failure) {
      report(failure)
    }
    if (!stopped && !again) cancel = timers.after(sleep, turn)
  }
  /** Asks for the next moment first: most wakes find nothing, and then that is all they cost. */
  async function workUntilNext(): Promise<number> {
    while (!stopped) {
      const at = await next()
      const wait = at === null ? SWEEP_MILLISECONDS : now().until(at).total("milliseconds")
      if (wait > 0) return Math.ceil(Math.min(SWEEP_MILLISECONDS, wait))
      if (!(await step())) return retryMilliseconds
    }
    return SWEEP_MILLISECONDS
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
