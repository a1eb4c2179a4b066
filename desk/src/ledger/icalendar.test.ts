import ICAL from "ical.js"
import { expect, test } from "vitest"
import { type CalendarItem, iCalendar } from "./icalendar.ts"

const ITEM: CalendarItem = {
  id: "01900000-0000-7000-8000-000000000001",
  words: "I’ll ring you; about the wheel, the bell\nand the 🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲",
  customer: "Rosa \\ Lind",
  condition: null,
  from: null,
  until: "2026-11-19T16:00:00.000Z",
  isBroken: false,
  seq: 3,
  changedAt: "2026-11-18T10:00:00.123Z",
  url: "http://desk.test/shop/promises/1",
}

function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each))
}

test("a parser reads back what was promised, to whom and by when", () => {
  const [event] = eventsIn(iCalendar("Max at A shop", [ITEM]))
  expect(event?.summary).toBe(`${ITEM.words} (Rosa \\ Lind)`)
  expect(event?.startDate.toJSDate().toISOString()).toBe("2026-11-19T16:00:00.000Z")
  expect(event?.endDate.toJSDate().toISOString()).toBe("2026-11-19T16:00:00.000Z")
  expect(event?.uid).toContain(ITEM.id)
  expect(event?.sequence).toBe(3)
  expect(event?.description).toContain(ITEM.url)
})

test("a window begins and ends; a broken one says so", () => {
  const [event] = eventsIn(iCalendar("x", [{ ...ITEM, from: "2026-11-19T14:00:00Z", isBroken: true }]))
  expect(event?.startDate.toJSDate().toISOString()).toBe("2026-11-19T14:00:00.000Z")
  expect(event?.endDate.toJSDate().toISOString()).toBe("2026-11-19T16:00:00.000Z")
  expect(event?.summary).toMatch(/^Broken: /)
})

test("no line is longer than 75 octets, each ends with CR LF, and words cannot end the event", () => {
  const hostile = { ...ITEM, words: "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other\u0000\ud800" }
  const text = iCalendar("y".repeat(300), [ITEM, hostile])
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
  expect(eventsIn(text)).toHaveLength(2)
})

test("nothing owed is an empty calendar, and the same promises give the same bytes", () => {
  expect(eventsIn(iCalendar("x", []))).toEqual([])
  expect(iCalendar("x", [ITEM])).toBe(iCalendar("x", [ITEM]))
})
