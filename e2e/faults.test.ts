import { describe, expect, test } from "vitest"
import { findPostgres } from "../desk/test/postgres-server.ts"
import { faultsAndCompare } from "./faults/faults.ts"

describe.skipIf(findPostgres() === undefined)("two server processes on one PostgreSQL", () => {
  test("lose nothing and tell nobody twice when killed, cut off, paused, and when the database stops at once", async () => {
    const report = await faultsAndCompare({
      processes: 2,
      faults: ["connections", "database", "pause", "kill", "database"],
      seed: 20_261_120,
      pauseMs: 1_500,
      awaitMail: false,
    })
    expect(report.problems).toEqual([])
    expect(report.acknowledged).toBeGreaterThan(20)
    expect(report.worstRecovery).toBeLessThan(30_000) // 2 s on a calm machine: `npm run prove`
  })
})
