import { expect, test } from "vitest"
import { boardDay, fieldValue, fromFieldValue, fullMoment, moment, spokenMoment, workingText } from "./time.ts"

const now = Temporal.Instant.from("2026-06-04T13:12:00Z") // Thursday, 14:12 in London
const when = { now, zone: "Europe/London" }
const at = (text: string) => Temporal.Instant.from(text)

test("a time of today is a clock time, of this week a weekday and time, beyond it a date", () => {
  expect(moment(at("2026-06-04T09:52:00Z"), when)).toBe("10:52")
  expect(moment(at("2026-06-03T15:40:00Z"), when)).toBe("Wed 16:40")
  expect(moment(at("2026-05-16T09:00:00Z"), when)).toBe("16\u00a0May")
  expect(moment(at("2025-12-03T09:00:00Z"), when)).toBe("3\u00a0Dec 2025")
})

test("the board names the weekday within a week and nothing today", () => {
  expect(boardDay(at("2026-06-04T22:00:00Z"), when)).toBe("")
  expect(boardDay(at("2026-06-05T09:00:00Z"), when)).toBe("Fri 5")
  expect(boardDay(at("2026-06-11T09:00:00Z"), when)).toBe("11\u00a0Jun")
})

test("a due time is written out with weekday, date and time in the reader's zone", () => {
  expect(fullMoment(at("2026-06-26T23:30:00Z"), when)).toBe("Sat 27\u00a0Jun, 00:30")
  expect(spokenMoment(at("2026-06-05T09:00:00Z"), when)).toBe("tomorrow, 10:00")
})

test("working time is in hours however long, so that sums can be checked", () => {
  expect(workingText(33)).toBe("33\u00a0min")
  expect(workingText(120)).toBe("2\u00a0h")
  expect(workingText(-132)).toBe("2\u00a0h\u00a012")
  expect(workingText(83 * 60 + 18)).toBe("83\u00a0h\u00a018")
})

test("what a date field holds is read in the reader's zone, and half a date is none", () => {
  expect(fieldValue(now, when.zone)).toBe("2026-06-04T14:12")
  expect(fromFieldValue("2026-06-04T14:12", when.zone)?.equals(now)).toBe(true)
  expect(fromFieldValue("", when.zone)).toBeNull()
})
