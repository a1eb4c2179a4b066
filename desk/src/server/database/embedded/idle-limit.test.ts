import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Queries } from "../database.ts"
import { withIdleLimit } from "./idle-limit.ts"

const MINUTE = 60_000

describe("A transaction on the embedded store", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it("fails when it asks nothing for a minute", async () => {
    const waiting = withIdleLimit(answering(), () => new Promise(() => {}))
    vi.advanceTimersByTime(MINUTE)
    await expect(waiting).rejects.toThrow("for a minute")
  })

  it("may take as long as it likes while it asks", async () => {
    const asked = Promise.withResolvers<readonly never[]>()
    const working = withIdleLimit({ query: () => asked.promise }, async (queries) => {
      await queries.query("select pg_sleep(3600)")
      return "done"
    })
    vi.advanceTimersByTime(60 * MINUTE)
    asked.resolve([])
    expect(await working).toBe("done")
    expect(vi.getTimerCount()).toBe(0)
  })
})

function answering(): Queries {
  return { query: async () => [] }
}
