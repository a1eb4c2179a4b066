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

const REST_MILLISECONDS = 50 // what another process holds, it is done with by then, or gone
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

  async function takeAll(done: () => void): Promise<void> {
    let taken = 0
    try {
      while (!isStopped && (await step())) taken += 1
      if (taken === 0) restsUntil = now().add({ milliseconds: REST_MILLISECONDS })
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
