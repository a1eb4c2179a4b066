import { expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"

/** Wednesday 4 March 2026. */
const NOW = "2026-03-04T10:00:00Z"

function read(text: string): ReturnType<typeof review> {
  return review({ text, channel: "chat", now: NOW, zone: "UTC" }, { calendar: standardCalendar("UTC") })
}

test.each([
  ["Your parcel came yesterday.", "yesterday", "2026-03-03"],
  ["It broke the day before yesterday.", "the day before yesterday", "2026-03-02"],
  ["You rang last Friday about it.", "last Friday", "2026-02-27"],
  ["We met on tuesday of last week.", "on tuesday of last week", "2026-02-24"],
  ["You wrote to us on Monday.", "on Monday", "2026-03-02"],
  ["We sent it on 20 February.", "on 20 February", "2026-02-20"],
  ["You ordered it on 31 December 2024.", "on 31 December 2024", "2024-12-31"],
])("a day that is over is listed with its date: %s", (text, words, day) => {
  const { times } = read(text)
  expect(times).toHaveLength(1)
  expect([times[0]?.text, times[0]?.until?.slice(0, 10)]).toEqual([words, day])
})

test.each(["We are open every Friday.", "It was paid two months ago.", "You told us last week."])(
  "what comes every week, or names no day, is listed by its words alone: %s",
  (text) => {
    expect(read(text).times).toMatchObject([{ text: expect.any(String) }])
    expect(read(text).times[0]).not.toHaveProperty("until")
  },
)

test("a time that is over makes no promise due", () => {
  const { promises, times } = read("You wrote on Monday and we'll ring you tomorrow.")
  expect(times.map(({ text }) => text)).toEqual(["on Monday", "tomorrow"])
  expect(promises[0]?.due).toMatchObject({ text: "tomorrow", until: "2026-03-05T17:00:00+00:00" })
  expect(read("We'll send what you asked for last Friday.").promises[0]?.due).toEqual({ kind: "none" })
})
