import { standardCalendar } from "aboveboard-engine"
import { describe, expect, test } from "vitest"
import { STANDARD_FOLLOW_THROUGH, assertPolicy, policyInWords } from "./follow-through-policy.ts"
import { type Followed, type Given, type Rules, nextLook, nextStep } from "./next-step.ts"

const zone = "Europe/London"
const rules: Rules = { calendar: standardCalendar(zone), graceMinutes: 480, policy: STANDARD_FOLLOW_THROUGH }

/** Said on Thursday 19 November at 09:00, due on Friday at 17:00: 16 working hours. London is on UTC in November. */
const promise: Followed = {
  state: "open",
  runsFrom: "2026-11-19T09:00:00.000Z",
  dueUntil: "2026-11-20T17:00:00Z",
  conditional: false,
  conditionMet: false,
  brokenAt: null,
}

/** Takes each step at its time until `turns` were taken: what, and when in London. */
function course(followed: Followed, turns: number, from: Rules = rules): readonly string[] {
  const given: Given[] = []
  const lines: string[] = []
  let current = followed
  for (let turn = 0; turn < turns; turn += 1) {
    const at = nextLook(current, from, given)
    if (at === null) return [...lines, "nothing"]
    const due = nextStep(current, from, given, at)
    if (due === null) throw new Error("a look without a step")
    lines.push(`${due.step.kind === "break" ? "break" : due.step.step} ${local(at)}`)
    if (due.step.kind === "break") current = { ...current, state: "broken", brokenAt: at.toString() }
    else given.push(due.step)
    given.sort((one, other) => other.round - one.round)
  }
  return lines
}

function local(at: Temporal.Instant): string {
  const there = at.toZonedDateTimeISO(zone)
  return there.toLocaleString("en-GB", { weekday: "short", day: "numeric", hour: "2-digit", minute: "2-digit" })
}

describe("following through", () => {
  test("reminds the owner twice before due and at due, then others, marks it broken, and comes up every working morning", () => {
    expect(course(promise, 10)).toEqual([
      "half Thu 19, 17:00",
      "soon Fri 20, 16:00",
      "due Fri 20, 17:00",
      "stand-in Mon 23, 10:00",
      "leads Mon 23, 11:00",
      "admins Mon 23, 13:00",
      "break Mon 23, 17:00",
      "broken Tue 24, 09:00",
      "broken Wed 25, 09:00",
      "broken Thu 26, 09:00",
    ])
  })

  test("reminds of a promise of an hour with a quarter of it left", () => {
    const rightBack = { ...promise, dueUntil: "2026-11-19T10:00:00Z" }
    expect(course(rightBack, 3)).toEqual(["half Thu 19, 09:30", "soon Thu 19, 09:45", "due Thu 19, 10:00"])
  })

  test("does not remind before due when there is no working time before it", () => {
    const tonight = { ...promise, runsFrom: "2026-11-19T18:00:00Z", dueUntil: "2026-11-19T20:00:00Z" }
    expect(course(tonight, 1)).toEqual(["due Thu 19, 20:00"])
  })

  test("counts working hours through the hour that a change of clocks takes away", () => {
    const spring = { ...promise, runsFrom: "2026-03-27T09:00:00Z", dueUntil: "2026-03-30T16:00:00Z" }
    expect(course(spring, 3)).toEqual(["half Fri 27, 17:00", "soon Mon 30, 16:00", "due Mon 30, 17:00"])
  })

  test("reminds nobody while a condition is unmet, and counts from when it was met", () => {
    const conditional = { ...promise, conditional: true }
    expect(nextLook({ ...conditional, dueUntil: null }, rules, [])).toBeNull()
    expect(nextLook(conditional, rules, [])).toBeNull()
    expect(course({ ...conditional, conditionMet: true, runsFrom: "2026-11-20T09:00:00Z" }, 1)).toEqual([
      "half Fri 20, 13:00",
    ])
  })

  test("asks for no look once a promise is settled", () => {
    for (const state of ["kept", "renegotiated", "released", "dismissed", "void", "proposed"] as const)
      expect(nextLook({ ...promise, state }, rules, [])).toBeNull()
  })

  test("says which notices are due together after a pause, so that nobody is told three things at once", () => {
    const late = Temporal.Instant.from("2026-11-23T10:30:00Z")
    const due = nextStep(promise, rules, [], late)
    expect(due).toMatchObject({ step: { step: "half" }, following: ["soon", "due", "stand-in"] })
  })

  test("makes up for mornings that nobody saw with the latest one alone", () => {
    const broken: Followed = { ...promise, state: "broken", brokenAt: "2026-11-23T17:00:00.000Z" }
    const told = (["stand-in", "leads", "admins"] as const).map((step) => ({ step, round: 0 }))
    const now = Temporal.Instant.from("2026-12-06T12:00:00Z") // a Sunday
    const due = nextStep(broken, rules, told, now)
    expect(due?.step).toMatchObject({ step: "broken", round: 20261204 })
    const next = nextLook(broken, rules, [...told, { step: "broken", round: 20261204 }])
    expect(next?.toString()).toBe("2026-12-07T09:00:00Z")
  })

  test("goes on in a calendar without working time, counting every minute", () => {
    const never = { ...rules, calendar: { ...rules.calendar, hours: {} } }
    expect(course(promise, 3, never)).toEqual(["due Fri 20, 17:00", "stand-in Fri 20, 18:00", "leads Fri 20, 19:00"])
  })

  test("with a grace of nothing is marked broken at due, and the others are still told", () => {
    const strict = { ...rules, graceMinutes: 0 }
    expect(course(promise, 6, strict).slice(2)).toEqual([
      "due Fri 20, 17:00",
      "break Fri 20, 17:00",
      "broken Mon 23, 09:00",
      "stand-in Mon 23, 10:00",
    ])
  })
})

describe("the policy", () => {
  test("is told in words, with its numbers", () => {
    const words = policyInWords({ ...STANDARD_FOLLOW_THROUGH, beforeDueMinutes: 90 }, 480).join(" ")
    expect(words).toContain("again 90 working minutes before it is due")
    expect(words).toContain("After 8 working hours it is marked broken")
    expect(words).toContain("Customers get none of this.")
    expect(policyInWords(STANDARD_FOLLOW_THROUGH, 0).join(" ")).toContain("Once it is due it is marked broken")
  })

  test("tells leads after the stand-in, and admins after the leads", () => {
    expect(() => assertPolicy({ ...STANDARD_FOLLOW_THROUGH, standInMinutes: 200 })).toThrow("after the stand-in")
    expect(() => assertPolicy({ ...STANDARD_FOLLOW_THROUGH, adminsMinutes: 60 })).toThrow("after the leads")
    assertPolicy({ ...STANDARD_FOLLOW_THROUGH, standInMinutes: 0, leadsMinutes: 0, adminsMinutes: 0 })
  })
})
