import { expect, test } from "vitest"
import { deskNow } from "./desk-now.ts"

const minute = Temporal.Instant.from("2026-06-04T13:12:00Z")

test("a reader's clock that is an hour behind does not make late promises look early", () => {
  const fetchedAt = Temporal.Instant.from("2026-06-04T13:12:10Z").epochMilliseconds
  expect(deskNow(minute, "2026-06-04T14:12:10Z", fetchedAt).toString()).toBe("2026-06-04T14:12:00Z")
})

test("the time that an answer takes changes nothing", () => {
  const fetchedAt = Temporal.Instant.from("2026-06-04T13:12:10Z").epochMilliseconds
  expect(deskNow(minute, "2026-06-04T13:12:07Z", fetchedAt)).toBe(minute)
  expect(deskNow(minute, undefined, 0)).toBe(minute)
})
