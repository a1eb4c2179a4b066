import { expect, test } from "vitest"
import { killAndCompare } from "./kill.ts"

test("killed three times at random moments, the desk has everything that it acknowledged, once", async () => {
  const report = await killAndCompare({ kills: 3, seed: 20_261_119, awaitMail: false })
  expect(report.problems).toEqual([])
  expect(report.mails).toBeGreaterThan(0)
  expect(report.promises).toBeGreaterThan(0)
})
