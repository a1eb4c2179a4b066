import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { leastTime } from "../bench/measure.ts"
import {
  addWorkingTime,
  endOfWorkingDay,
  isWorking,
  nextWorkingInstant,
  standardCalendar,
  workingMinutesBetween,
  workingTimeLeftToday,
} from "./calendar.ts"
import type { Calendar, WorkingHours } from "./calendar.ts"

const london = standardCalendar("Europe/London")

describe("working time", () => {
  test("two working hours from Friday 16:00 end on Monday at ten", () => {
    expect(told(addWorkingTime(london, at("2026-03-06T16:00Z"), 120))).toBe("2026-03-09T10:00:00+00:00")
  })
  test("a full day ends when the day ends, not when the next one begins", () => {
    expect(told(addWorkingTime(london, at("2026-03-04T09:00Z"), 480))).toBe("2026-03-04T17:00:00+00:00")
  })
  test("negative minutes count back", () => {
    expect(told(addWorkingTime(london, at("2026-03-09T10:00Z"), -120))).toBe("2026-03-06T16:00:00+00:00")
    expect(told(addWorkingTime(london, at("2026-03-09T10:00Z"), -60))).toBe("2026-03-09T09:00:00+00:00")
  })
  test("a part of a millisecond is rounded: half of an odd time is still a time", () => {
    const half = addWorkingTime(london, at("2026-03-04T09:00Z"), 60_001 / 2 / 60_000)
    expect(half?.epochMilliseconds).toBe(at("2026-03-04T09:00:30.001Z").epochMilliseconds)
  })
  test("no minutes leave the instant as it is", () => {
    expect(addWorkingTime(london, at("2026-03-08T03:00Z"), 0)).toEqual(at("2026-03-08T03:00Z"))
  })
  test("days off and the lunch break do not count", () => {
    const split: Calendar = {
      ...london,
      hours: {
        4: [
          { from: "13:00", until: "17:00" },
          { from: "08:00", until: "12:00" },
        ],
        5: [{ from: "08:00", until: "12:00" }],
      },
      daysOff: ["2026-03-05"],
    }
    expect(told(addWorkingTime(split, at("2026-03-04T10:00Z"), 60))).toBe("2026-03-06T09:00:00+00:00")
    expect(workingMinutesBetween(split, at("2026-03-12T07:00Z"), at("2026-03-12T18:00Z"))).toBe(480)
  })
  test("between two instants is negative when the second is earlier", () => {
    expect(workingMinutesBetween(london, at("2026-03-06T16:00Z"), at("2026-03-09T10:00Z"))).toBe(120)
    expect(workingMinutesBetween(london, at("2026-03-09T10:00Z"), at("2026-03-06T16:00Z"))).toBe(-120)
  })
  test("a calendar without working time answers null and 0", () => {
    const closed: Calendar = {
      ...london,
      hours: { 1: [{ from: "17:00", until: "09:00" }], 2: [{ from: "9", until: "25:00" }] },
    }
    expect(addWorkingTime(closed, at("2026-03-04T10:00Z"), 1)).toBeNull()
    expect(nextWorkingInstant(closed, at("2026-03-04T10:00Z"))).toBeNull()
    expect(endOfWorkingDay(closed, at("2026-03-04T10:00Z"))).toBeNull()
    expect(workingMinutesBetween(closed, at("2026-03-04T10:00Z"), at("2027-03-04T10:00Z"))).toBe(0)
  })
  test("a time far out of reach answers null, soon", () => {
    expect(addWorkingTime(london, at("2026-03-04T10:00Z"), 1e12)).toBeNull()
    expect(addWorkingTime(london, at("2026-03-04T10:00Z"), Number.NaN)).toBeNull()
    expect(workingMinutesBetween(london, at("2026-03-04T10:00Z"), at("9999-12-31T10:00Z"))).toBeGreaterThan(6_000_000)
  })
})

describe("the working day", () => {
  test("ends at five while it runs, and on the next working day once it is over", () => {
    expect(told(endOfWorkingDay(london, at("2026-03-06T16:59Z")))).toBe("2026-03-06T17:00:00+00:00")
    expect(told(endOfWorkingDay(london, at("2026-03-06T17:00Z")))).toBe("2026-03-09T17:00:00+00:00")
  })
  test("has a next instant, which is now while the team works", () => {
    expect(nextWorkingInstant(london, at("2026-03-06T16:59:59.5Z"))).toEqual(at("2026-03-06T16:59:59.5Z"))
    expect(told(nextWorkingInstant(london, at("2026-03-06T17:00Z")))).toBe("2026-03-09T09:00:00+00:00")
    expect(isWorking(london, at("2026-03-06T17:00Z"))).toBe(false)
  })
  test("says what is left of it", () => {
    expect(workingTimeLeftToday(london, at("2026-03-06T16:30Z"))).toBe(30)
    expect(workingTimeLeftToday(london, at("2026-03-07T12:00Z"))).toBe(0)
  })
  test("may run to 24:00 and on", () => {
    const late: Calendar = {
      ...london,
      hours: { 3: [{ from: "22:00", until: "24:00" }], 4: [{ from: "00:00", until: "06:00" }] },
    }
    expect(told(endOfWorkingDay(late, at("2026-03-04T23:00Z")))).toBe("2026-03-05T00:00:00+00:00")
    expect(workingMinutesBetween(late, at("2026-03-04T12:00Z"), at("2026-03-05T12:00Z"))).toBe(480)
  })
})

describe("when the clocks change", () => {
  const nights: Calendar = { ...london, hours: { 7: [{ from: "00:00", until: "08:00" }] } }
  test("a night shift is an hour shorter in March and an hour longer in October", () => {
    expect(workingMinutesBetween(nights, at("2026-03-29T00:00Z"), at("2026-03-29T12:00Z"))).toBe(420)
    expect(workingMinutesBetween(nights, at("2026-10-24T22:00Z"), at("2026-10-25T12:00Z"))).toBe(540)
  })
  test("a shift inside the skipped hour is not worked, one inside the repeated hour is worked twice", () => {
    const hour: Calendar = { ...london, hours: { 7: [{ from: "01:00", until: "02:00" }] } }
    expect(workingMinutesBetween(hour, at("2026-03-28T12:00Z"), at("2026-03-29T12:00Z"))).toBe(0)
    expect(workingMinutesBetween(hour, at("2026-10-24T12:00Z"), at("2026-10-25T12:00Z"))).toBe(120)
  })
})

describe("against an oracle that steps through every minute", () => {
  test.each([
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Asia/Kolkata",
    "Pacific/Apia",
    "Africa/Casablanca",
  ])("%s: minutes, ends and beginnings agree", (zone) => {
    const scenario = fc.record({
      calendar: calendars(zone),
      start: instants(zone),
      length: fc.integer({ min: 0, max: 4000 }),
      worked: fc.integer({ min: 1, max: 900 }),
    })
    fc.assert(
      fc.property(scenario, ({ calendar, start, length, worked }) => {
        const shown = minutesShown(calendar, start, 4 * 1440)
        const until = start.add({ minutes: length })
        expect(workingMinutesBetween(calendar, start, until)).toBe(shown.slice(0, length).filter(Boolean).length)
        const next = shown.indexOf(true)
        if (next >= 0) expect(nextWorkingInstant(calendar, start)).toEqual(start.add({ minutes: next }))
        const place = placeOf(shown, worked)
        if (place === null) return
        const end = start.add({ minutes: place })
        expect(addWorkingTime(calendar, start, worked)).toEqual(end)
        expect(workingMinutesBetween(calendar, start, addWorkingTime(calendar, end, -worked) ?? start)).toBe(0)
      }),
      { numRuns: 30, seed: 7 },
    )
  })
})

describe("against a slow reference that walks day by day on Temporal's own arithmetic", () => {
  const zones = [
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Asia/Tehran",
    "Pacific/Chatham",
  ]
  test.each(zones)("%s: 2,000 cases, no difference", (zone) => {
    const scenario = fc.record({
      calendar: calendars(zone),
      start: instants(zone),
      length: fc.integer({ min: -9_000, max: 30_000 }),
    })
    fc.assert(
      fc.property(scenario, ({ calendar, start, length }) => {
        const until = start.add({ minutes: length })
        const sum = length < 0 ? -minutesByDays(calendar, until, start) : minutesByDays(calendar, start, until)
        expect(workingMinutesBetween(calendar, start, until)).toBe(sum)
        // The reference says what was added: the first instant with so much working time behind it.
        const added = sum > 0 ? addWorkingTime(calendar, start, sum) : null
        if (added === null) return
        expect(minutesByDays(calendar, start, added)).toBe(sum)
        expect(minutesByDays(calendar, start, added.subtract({ seconds: 1 }))).toBeLessThan(sum)
      }),
      { numRuns: 2_000, seed: 11 },
    )
  })
})

test("a thousand promises take milliseconds even with a fresh calendar each", () => {
  const from = at("2026-03-04T10:00Z")
  const hours = Array.from({ length: 1000 }, (_, n) => from.add({ hours: n }))
  const thousand = () => hours.map((to) => workingMinutesBetween(standardCalendar("Europe/London"), from, to))
  expect(leastTime(thousand, 2500)).toBeLessThan(2500)
})

function at(text: string): Temporal.Instant {
  return Temporal.Instant.from(text)
}

function told(instant: Temporal.Instant | null): string {
  return instant === null ? "never" : instant.toZonedDateTimeISO("Europe/London").toString({ timeZoneName: "never" })
}

/** Around the changes of clocks of 2026, and anywhere in the year. */
function instants(zone: string): fc.Arbitrary<Temporal.Instant> {
  const changes = ["2026-01-01T00:00Z", "2026-04-30T00:00Z", "2026-08-01T00:00Z"].map(
    (day) => at(day).toZonedDateTimeISO(zone).getTimeZoneTransition("next")?.toInstant() ?? at(day),
  )
  const near = fc.record({ base: fc.constantFrom(...changes), minutes: fc.integer({ min: -4000, max: 1500 }) })
  const anywhere = fc.record({
    base: fc.constant(at("2026-01-01T00:00Z")),
    minutes: fc.integer({ min: 0, max: 525_600 }),
  })
  return fc
    .oneof({ weight: 3, arbitrary: near }, { weight: 1, arbitrary: anywhere })
    .map((each) => each.base.add({ minutes: each.minutes }))
}

function calendars(zone: string): fc.Arbitrary<Calendar> {
  const time = fc
    .integer({ min: 0, max: 96 })
    .map(
      (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
    )
  const hours: fc.Arbitrary<WorkingHours> = fc.record({ from: time, until: time })
  const day = fc.array(hours, { maxLength: 3 })
  const daysOff = fc.array(
    fc.integer({ min: 0, max: 364 }).map((n) => Temporal.PlainDate.from("2026-01-01").add({ days: n }).toString()),
    { maxLength: 40 },
  )
  return fc
    .record({ hours: fc.record({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }), daysOff })
    .map((each) => ({ zone, meanings: {}, ...each }))
}

function minutesShown(calendar: Calendar, start: Temporal.Instant, minutes: number): boolean[] {
  let clock = start.toZonedDateTimeISO(calendar.zone)
  const shown: boolean[] = []
  for (let n = 0; n < minutes; n += 1) {
    shown.push(clockShowsWork(calendar, clock))
    clock = clock.add({ minutes: 1 })
  }
  return shown
}

function clockShowsWork(calendar: Calendar, clock: Temporal.ZonedDateTime): boolean {
  const weekday = clock.dayOfWeek
  const hours = Object.entries(calendar.hours).find(([day]) => Number(day) === weekday)?.[1] ?? []
  const wall = `${String(clock.hour).padStart(2, "0")}:${String(clock.minute).padStart(2, "0")}`
  if (!hours.some((each) => each.from <= wall && wall < each.until)) return false
  return !calendar.daysOff.includes(clock.toPlainDate().toString())
}

function placeOf(shown: readonly boolean[], worked: number): number | null {
  let seen = 0
  for (const [index, working] of shown.entries()) {
    if (working) seen += 1
    if (seen === worked) return index + 1
  }
  return null
}

/**
 * Working minutes between two instants, day by day: the stretches of a day in which its clock shows working hours, found
 * by walking from one change of clocks to the next. Shares nothing with what is tested.
 */
function minutesByDays(calendar: Calendar, from: Temporal.Instant, until: Temporal.Instant): number {
  let sum = 0
  let day = from.toZonedDateTimeISO(calendar.zone).toPlainDate()
  while (Temporal.Instant.compare(day.toZonedDateTime(calendar.zone).toInstant(), until) < 0) {
    if (!calendar.daysOff.includes(day.toString())) sum += minutesOn(calendar, day, from, until)
    day = day.add({ days: 1 })
  }
  return sum
}

function minutesOn(
  calendar: Calendar,
  day: Temporal.PlainDate,
  from: Temporal.Instant,
  until: Temporal.Instant,
): number {
  const end = day.add({ days: 1 }).toZonedDateTime(calendar.zone).epochMilliseconds
  let clock = day.toZonedDateTime(calendar.zone)
  let milliseconds = 0
  while (clock.epochMilliseconds < end) {
    const change = clock.getTimeZoneTransition("next")?.epochMilliseconds ?? Number.POSITIVE_INFINITY
    const stretchEnd = Math.min(end, change)
    const wallStart = clock.hour * 60 + clock.minute
    const begin = clock.epochMilliseconds
    for (const [shiftStart, shiftEnd] of merged(calendar.hours, day.dayOfWeek)) {
      const low = Math.max(begin, begin + (shiftStart - wallStart) * 60_000, from.epochMilliseconds)
      const high = Math.min(stretchEnd, begin + (shiftEnd - wallStart) * 60_000, until.epochMilliseconds)
      milliseconds += Math.max(0, high - low)
    }
    clock = Temporal.Instant.fromEpochMilliseconds(stretchEnd).toZonedDateTimeISO(calendar.zone)
  }
  return milliseconds / 60_000
}

/** The shifts of a weekday in minutes of its clock, those that overlap joined. */
function merged(hours: Calendar["hours"], weekday: number): readonly (readonly [number, number])[] {
  const shifts = Object.entries(hours).find(([day]) => Number(day) === weekday)?.[1] ?? []
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  const joined: [number, number][] = []
  const inOrder = shifts
    .map(({ from, until }) => [minutes(from), minutes(until)] as const)
    .filter(([one, other]) => one < other)
  for (const [from, until] of inOrder.toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], until)
    else joined.push([from, until])
  }
  return joined
}
