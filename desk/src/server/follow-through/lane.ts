/** Sets a timer and gives what stops it. Passed in, so that a simulated clock can drive the loop. */
export type Timers = { readonly after: (milliseconds: number, run: () => void) => () => void }

/** One kind of work, one step at a time. */
export type Lane = {
  /**
   * Takes steps until one finds nothing, then calls `done`, unless steps are being taken or it rests. The answer: in how
   * many milliseconds to ask again.
   */
  readonly run: (done: () => void) => number
  /** Ends after the step that is under way. */
  readonly stop: () => Promise<void>
}

const REST_MILLISECONDS = 50 // what another process holds, it is done with by then, or gone; doubled each time it is not
const FAILED_MILLISECONDS = 1000

/** A step that fails is reported; the lane then rests, like one that found nothing where something was due. */
export function openLane(
  step: () => Promise<boolean>,
  now: () => Temporal.Instant,
  report: (failure: unknown) => void,
): Lane {
  let running: Promise<void> | null = null
  let isStopped = false
  let restsUntil: Temporal.Instant | null = null
  let inVain = 0 // runs in a row that found nothing: somebody is away, and nothing of theirs is to be handed over

  async function takeAll(done: () => void): Promise<void> {
    let taken = 0
    try {
      while (!isStopped && (await step())) taken += 1
      inVain = taken === 0 ? inVain + 1 : 0
      const rest = Math.min(REST_MILLISECONDS * 2 ** (inVain - 1), FAILED_MILLISECONDS)
      if (taken === 0) restsUntil = now().add({ milliseconds: Math.round(rest) })
    } catch (failure) {
      report(failure)
      restsUntil = now().add({ milliseconds: FAILED_MILLISECONDS })
    }
    running = null
    done()
  }

  return {
    run(done) {
      if (running !== null) return FAILED_MILLISECONDS // its end asks again
      const rest = restsUntil === null ? 0 : now().until(restsUntil).total("milliseconds")
      if (rest > 0 && rest <= FAILED_MILLISECONDS) return rest
      restsUntil = null
      running = takeAll(done)
      return FAILED_MILLISECONDS
    },
    async stop() {
      isStopped = true
      await running
    },
  }
}
