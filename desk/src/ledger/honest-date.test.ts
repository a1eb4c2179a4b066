import { addWorkingTime, standardCalendar } from "aboveboard-engine"
import { describe, expect, it } from "vitest"
import { coverageOf } from "../../simulate/coverage.ts"
import { DESK_KINDS } from "../../simulate/desk-kind.ts"
import { type Asked, weigh } from "./honest-date.ts"
import { type CaseOfDeed, caseOf } from "./record-of-deed.ts"

const CALENDAR = standardCalendar("Europe/London")
const NOW = Temporal.Instant.from("2026-11-19T14:12:00Z") // a Thursday
const HOUR = 60

describe("A promise that is weighed", () => {
  it("says how much working time is left and what is due before it", () => {
    const { left, dueBefore } = weighed({
      due: at("2026-11-20T12:30:00Z"),
      dues: [at("2026-11-19T15:00:00Z"), at("2026-11-20T12:30:00Z")],
    })
    expect(left).toBe(168 + 210)
    expect(dueBefore).toBe(1)
  })

  it("says no more than that under ten cases", () => {
    const few = weighed({ record: cases(9, () => 5 * HOUR) })
    expect(few).toMatchObject({ cases: 9, inTime: null, doneBy: null, honest: null, atRisk: false })
    expect(weighed({ record: cases(10, () => 5 * HOUR) }).inTime).not.toBe(null)
  })

  it("counts as a case only what was kept or came due", () => {
    const notDue = cases(30, () => HOUR).map((each) => ({ ...each, done: false, inTime: null }))
    expect(weighed({ record: [...cases(6, () => HOUR), ...notDue] })).toMatchObject({
      cases: 6,
      inTime: null,
      honest: null,
    })
  })

  it("is at risk when 9 in 10 took longer than is left, and names the time by which they were done", () => {
    const late = weighed({ due: at("2026-11-19T16:00:00Z"), record: cases(40, (index) => (index + 1) * 15) })
    // Rank 37 of 40: 9 h 15 of working time after 14:12 on Thursday is 15:27 on Friday.
    expect(late).toMatchObject({ left: 108, atRisk: true })
    expect(late.honest?.toString()).toBe("2026-11-20T16:00:00Z")
    expect(late.doneBy?.toString()).toBe("2026-11-20T16:00:00Z")
  })

  it("is not at risk where 9 in 10 were done within what is left", () => {
    const calm = weighed({ due: at("2026-11-23T17:00:00Z"), record: cases(40, (index) => (index + 1) * 15) })
    expect(calm.atRisk).toBe(false)
  })

  it("is not made risky by rounding", () => {
    const close = weighed({ due: at("2026-11-20T15:30:00Z"), record: cases(40, (index) => (index + 1) * 15) })
    expect(close.atRisk).toBe(false)
    expect(close.honest?.toString()).toBe("2026-11-20T15:30:00Z")
  })

  it("passes over nights, weekends and days off", () => {
    const calendar = { ...CALENDAR, daysOff: ["2026-11-20"] }
    const { honest } = weighed({ calendar, record: cases(20, () => 4 * HOUR) })
    expect(honest?.toString()).toBe("2026-11-23T11:00:00Z") // 2 h 48 on Thursday, the rest on Monday from 9
  })

  it("has a later honest date the more its owner owes before it, where load made things longer", () => {
    const record = cases(
      80,
      (index) => 30 + 30 * (index % 8),
      (index) => index % 8,
    )
    const due = at("2026-11-20T17:00:00Z")
    const free = weighed({ due, record })
    const loaded = weighed({ due, record, dues: hourly(6) })
    expect(loaded.honest?.epochMilliseconds).toBeGreaterThan(free.honest?.epochMilliseconds ?? Infinity)
    expect(loaded.doneBy?.toString()).toBe(free.doneBy?.toString())
  })

  it("has an honest date that is honest still once it is the due", () => {
    const record = cases(
      80,
      (index) => 40 + 60 * (index % 8),
      (index) => index % 8,
    )
    const dues = hourly(12)
    const first = weighed({ due: at("2026-11-19T14:30:00Z"), record, dues })
    expect(first.atRisk).toBe(true)
    const again = weighed({ due: first.honest?.epochMilliseconds ?? 0, record, dues })
    expect(again.atRisk).toBe(false)
  })

  it("has no honest date where 9 in 10 are not done yet", () => {
    const open = cases(10, () => 90 * HOUR).map((each) => ({ ...each, done: false, inTime: false }))
    expect(weighed({ record: [...cases(30, () => HOUR), ...open] })).toMatchObject({
      cases: 40,
      honest: null,
      atRisk: false,
    })
  })

  it("has none where the team never works", () => {
    expect(weighed({ calendar: { ...CALENDAR, hours: {} }, record: cases(30, () => HOUR) }).honest).toBe(null)
  })

  it("is compared, once it is open, with those that were open as long", () => {
    const record = cases(100, (index) => (index + 1) * 10)
    const said = { at: Temporal.Instant.from("2026-11-18T13:32:00Z"), dueBefore: 0 } // 8 h 40 ago
    const open = weighed({ said, due: at("2026-11-19T15:00:00Z"), record })
    expect(open.atRisk).toBe(true)
    expect(open.honest?.toString()).toBe("2026-11-20T14:00:00Z") // rank 45 of the 48 that took longer: 16 h 10
  })
})

describe("A promise on record", () => {
  it("lasted from said to kept in working time, in time when it was kept by the first due", () => {
    const kept = { ...said(), endedAt: Temporal.Instant.from("2026-11-17T10:00:00Z"), kept: true }
    expect(caseOf(kept, 3, TIME)).toMatchObject({ worked: 2 * HOUR, done: true, inTime: true, dueBefore: 3 })
    const late = { ...kept, endedAt: Temporal.Instant.from("2026-11-17T12:01:00Z") }
    expect(caseOf(late, 0, TIME)).toMatchObject({ done: true, inTime: false })
  })

  it("is unfinished while it is open, and not in time once its due has passed", () => {
    expect(caseOf(said(), 0, TIME)).toMatchObject({ done: false, inTime: false, worked: 22 * HOUR + 12 })
    const notDue = { ...said(), dueUntil: Temporal.Instant.from("2026-11-20T12:00:00Z") }
    expect(caseOf(notDue, 0, TIME)).toMatchObject({ done: false, inTime: null })
  })

  it("ends where the customer let us off, and counts for no rate unless it was late by then", () => {
    const letOff = { ...said(), endedAt: Temporal.Instant.from("2026-11-17T10:00:00Z") }
    expect(caseOf(letOff, 0, TIME)).toMatchObject({ done: false, inTime: null, worked: 2 * HOUR })
  })

  it("took no time where the evidence is dated before the words", () => {
    const before = { ...said(), endedAt: Temporal.Instant.from("2026-11-16T10:00:00Z"), kept: true }
    expect(caseOf(before, 0, TIME)).toMatchObject({ worked: 0, done: true, inTime: true })
  })
})

describe("On simulated desks", () => {
  const RUN = { seeds: [1, 2, 3], promises: 600, every: 2, from: 40, recordMax: 200 }

  // docs/honest-date.md has the long run, and the desks on which this does not hold.
  it("86 to 95 % are kept by the honest date where the record is stable", () => {
    const stable = DESK_KINDS.filter(({ isStable }) => isStable)
    const shares = stable.map((kind) => {
      const { dated } = coverageOf(kind, RUN)
      return { name: kind.name, share: dated.inTime / dated.n }
    })
    expect(shares.length).toBeGreaterThanOrEqual(20)
    expect(shares.filter(({ share }) => share < 0.86 || share > 0.95)).toEqual([])
  })

  it("plays the same desk alike each time", () => {
    const [kind] = DESK_KINDS
    if (kind === undefined) throw new Error("there is no desk to play")
    const run = { ...RUN, seeds: [7], promises: 150, from: 20 }
    expect(coverageOf(kind, run)).toEqual(coverageOf(kind, run))
  })
})

const TIME = { now: NOW, calendar: CALENDAR }

type Given = Partial<Omit<Asked, "due">> & { readonly due?: number }

function weighed({ due = at("2026-11-20T12:30:00Z"), ...given }: Given) {
  const asked = { now: NOW, calendar: CALENDAR, dues: [], record: [], said: null, ...given }
  return weigh({ ...asked, due: Temporal.Instant.fromEpochMilliseconds(due) })
}

function cases(
  count: number,
  worked: (index: number) => number,
  dueBefore: (index: number) => number = () => 0,
): CaseOfDeed[] {
  return Array.from({ length: count }, (_, index) => ({
    worked: worked(index),
    done: true,
    since: 1_000 * HOUR,
    inTime: index % 2 === 0,
    dueBefore: dueBefore(index),
  }))
}

/** Due every working hour from 15:12 on. */
function hourly(count: number): number[] {
  return Array.from(
    { length: count },
    (_, index) => addWorkingTime(CALENDAR, NOW, (index + 1) * HOUR)?.epochMilliseconds ?? 0,
  )
}

/** Said on Monday at 16:00, due on Tuesday at 12:00. */
function said() {
  return {
    ownerId: "priya",
    begunAt: Temporal.Instant.from("2026-11-16T16:00:00Z"),
    dueUntil: Temporal.Instant.from("2026-11-17T12:00:00Z"),
    endedAt: null,
    kept: false,
  }
}

function at(moment: string): number {
  return Temporal.Instant.from(moment).epochMilliseconds
}
