import { describe, expect, it } from "vitest"
import { dueBeforeAmong } from "./due-before.ts"

describe("What is due before a promise", () => {
  const load = dueBeforeAmong([
    burden("quote", "Priya", { said: 9, due: 12, settled: null }),
    burden("call", "Priya", { said: 10, due: 14, settled: 13 }),
    burden("late", "Priya", { said: 8, due: 9, settled: 13 }),
    burden("other", "Tom", { said: 8, due: 10, settled: null }),
  ])

  it("is what its owner owed at that moment, also what was late, and no one else's", () => {
    expect(count({ at: 11, due: 15 })).toBe(3)
    expect(count({ at: 11, due: 13 })).toBe(2)
    expect(count({ at: 11, due: 12 })).toBe(1)
  })

  it("is not what was settled by then, or said later", () => {
    expect(count({ at: 13.5, due: 15 })).toBe(1)
    expect(count({ at: 8.5, due: 15 })).toBe(1)
  })

  it("is not the promise itself", () => {
    expect(count({ at: 11, due: 15, promiseId: "call" })).toBe(2)
    expect(load.dues({ ownerId: "Priya", promiseId: "quote", at: hour(11) })).toEqual([hour(9), hour(14)])
  })

  function count({ at, due, promiseId = null }: { at: number; due: number; promiseId?: string | null }): number {
    return load.count({ ownerId: "Priya", promiseId, at: hour(at), due: hour(due) })
  }
})

type Hours = { said: number; due: number; settled: number | null }

function burden(promiseId: string, ownerId: string, { said, due, settled }: Hours) {
  const text = (at: number) => Temporal.Instant.fromEpochMilliseconds(hour(at)).toString()
  return {
    promiseId,
    ownerId,
    saidAt: text(said),
    dueUntil: text(due),
    settledAt: settled === null ? null : text(settled),
  }
}

function hour(clock: number): number {
  return Date.UTC(2026, 10, 19) + clock * 3_600_000
}
