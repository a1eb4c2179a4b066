import { standardCalendar } from "aboveboard-engine"
import { describe, expect, test } from "vitest"
import { leastTime } from "../../../engine/bench/measure.ts"
import { type Owed, boardOf, isLate } from "./board.ts"

const zone = "Europe/London"
const calendar = standardCalendar(zone) // Mon-Fri 09:00-17:00
const now = Temporal.Instant.from("2026-06-04T13:12:00Z") // Thursday, 14:12 in London

function owed(id: string, dueUntil: string | null, state: Owed["state"] = "open") {
  return { id, dueUntil, state }
}

function shown(...promises: ReturnType<typeof owed>[]) {
  return boardOf(promises, { now, calendar, zone }).map(({ name, lines }) => [
    name,
    ...lines.map((line) => line.promise.id),
  ])
}

describe("the board", () => {
  test("lists what is owed by due time and nothing else, whatever order it comes in", () => {
    const board = shown(
      owed("Friday", "2026-06-05T16:00:00Z"),
      owed("this afternoon", "2026-06-04T15:59:00Z"),
      owed("noon", "2026-06-04T11:00:00Z"),
      owed("yesterday", "2026-06-03T16:00:00Z"),
      owed("half past two", "2026-06-04T13:30:00Z"),
      owed("next week", "2026-06-09T11:00:00Z"),
      owed("when it arrives", null),
      owed("last week", "2026-05-28T11:00:00Z", "broken"),
    )
    expect(board).toEqual([
      ["broken", "last week"],
      ["overdue", "yesterday", "noon"],
      ["soon", "half past two"],
      ["today", "this afternoon"],
      ["tomorrow", "Friday"],
      ["later", "next week"],
      ["condition", "when it arrives"],
    ])
  })

  test("counts the next two hours in working time, so that what is due first thing tomorrow is soon at closing time", () => {
    const closing = Temporal.Instant.from("2026-06-04T15:30:00Z")
    const [group] = boardOf([owed("ten tomorrow", "2026-06-05T09:00:00Z")], { now: closing, calendar, zone })
    expect(group?.name).toBe("soon")
    expect(group?.lines[0]?.left).toBe(90)
  })

  test("keeps what is more than two working hours away today under today", () => {
    const morning = Temporal.Instant.from("2026-06-04T08:00:00Z")
    expect(boardOf([owed("five", "2026-06-04T16:00:00Z")], { now: morning, calendar, zone })[0]?.name).toBe("today")
  })

  test("says how late something is in working time", () => {
    const [group] = boardOf([owed("Wednesday 16:00", "2026-06-03T15:00:00Z")], { now, calendar, zone })
    expect(group?.lines[0]?.left).toBe(-(60 + 5 * 60 + 12))
  })

  test("is in time up to the last moment, and late after it", () => {
    const due = owed("a", "2026-06-04T13:12:00Z")
    expect(isLate(due, now)).toBe(false)
    expect(isLate(due, now.add({ seconds: 1 }))).toBe(true)
    expect(isLate(owed("b", "2026-07-01T12:00:00Z", "broken"), now)).toBe(true)
    expect(isLate(owed("c", null), now)).toBe(false)
  })

  test("takes today and tomorrow from the reader's zone", () => {
    const late = owed("a", "2026-06-05T20:00:00Z") // Friday 21:00 in London, Saturday 05:00 in Tokyo
    const inZone = (reader: string) => boardOf([late], { now, calendar, zone: reader })[0]?.name
    expect(inZone("Europe/London")).toBe("tomorrow")
    expect(inZone("Asia/Tokyo")).toBe("later")
  })

  test("groups a thousand promises at once", () => {
    const thousand = Array.from({ length: 1_000 }, (_, n) => owed(String(n), now.add({ minutes: n * 37 }).toString()))
    boardOf(thousand, { now, calendar, zone })
    expect(leastTime(() => boardOf(thousand, { now, calendar, zone }), 100)).toBeLessThan(100)
  })
})
