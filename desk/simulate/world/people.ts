import type { Mistake } from "../../src/ledger/error.ts"
import { once } from "../../src/server/http/idempotency.ts"
import type { Actor, Desk, Role } from "../../src/server/verbs/desk.ts"
import type { Chance } from "../chance.ts"
import { LOST, type ServerProcess } from "./server-process.ts"
import type { Timeline } from "./timeline.ts"

/** Somebody who asks a desk for something and insists until there is an answer. */
export type Person = Actor & { readonly id: string }

export type Ask = {
  /** Asks with one idempotency key until a process answers, as the web app does. Null: the desk said no. */
  ask<T>(person: Person, content: unknown, work: (desk: Desk) => Promise<T>): Promise<T | null>
  readonly counts: { asked: number; repeated: number; refused: number }
}

const AGAIN_MILLISECONDS = 30_000

export function openAsk(parts: {
  readonly timeline: Timeline
  readonly chance: Chance
  readonly processes: readonly ServerProcess[]
  readonly isMistake: (error: unknown) => error is Mistake
  /** Told of what the desk answered with a 500. */
  readonly unexpected: (failure: unknown) => void
}): Ask {
  const { timeline, chance, processes, isMistake, unexpected } = parts
  const counts = { asked: 0, repeated: 0, refused: 0 }

  async function attempt<T>(call: (desk: Desk) => Promise<T>): Promise<T | typeof LOST> {
    const up = processes.filter((process) => process.isUp())
    const process = up[Math.floor(chance() * up.length)]
    if (process === undefined) return LOST
    try {
      return await process.request(call)
    } catch (error) {
      if (isMistake(error)) throw error
      unexpected(error)
      return LOST // the database was away: the answer is a 500, and the client tries again
    }
  }

  return {
    counts,
    async ask(person, content, work) {
      counts.asked += 1
      const key = `ask-${counts.asked}`
      for (;;) {
        try {
          const answer = await attempt((desk) => once(desk, person, { key, content, keeps: "answer" }, wrapped(work)))
          if (answer !== LOST) return answer.result
        } catch (error) {
          if (!isMistake(error)) throw error
          counts.refused += 1
          return null
        }
        counts.repeated += 1
        await new Promise<void>((goOn) => {
          timeline.in(AGAIN_MILLISECONDS * (0.5 + chance()), goOn)
        })
      }
    },
  }
}

/** An answer of its own, because null means that nothing was kept. */
function wrapped<T>(work: (desk: Desk) => Promise<T>): (desk: Desk) => Promise<{ readonly result: T }> {
  return async (desk) => ({ result: await work(desk) })
}

export function personOf(workspaceId: string, id: string, role: Role): Person {
  return { workspaceId, id, by: { kind: "member", id }, role }
}
