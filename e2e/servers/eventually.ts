import { setTimeout as wait } from "node:timers/promises"

const LOOK_AGAIN_MS = 50
const WITHIN_MS = 120_000 // what comes at all comes much sooner, on a crowded machine too

type Limit = { readonly what: string | (() => string); readonly withinMs?: number }

/** Asks again until there is an answer, and gives it. Fails with `what` when there is none in time (two minutes by default). */
export async function eventually<T>(
  ask: () => Promise<T | undefined>,
  { what, withinMs = WITHIN_MS }: Limit,
): Promise<T> {
  const until = performance.now() + withinMs
  let last = ""
  while (performance.now() < until) {
    try {
      const answer = await ask()
      if (answer !== undefined) return answer
    } catch (error) {
      last = `: ${String(error)}`
    }
    await wait(LOOK_AGAIN_MS)
  }
  throw new Error(`Not within ${withinMs} ms: ${typeof what === "string" ? what : what()}${last}`)
}
