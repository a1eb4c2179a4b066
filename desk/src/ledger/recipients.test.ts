import { standardCalendar } from "aboveboard-engine"
import { describe, expect, test } from "vitest"
import { type Teammate, isOvertaken, mailAt, nextTellable, recipientsOf, standInOf } from "./recipients.ts"

function mate(id: string, role: Teammate["role"], standInId: string | null = null, isAway = false): Teammate {
  return { id, role, standInId, isAway, sees: true }
}

const team = [mate("Max", "member", "Mia"), mate("Mia", "member", "Max"), mate("Lea", "lead"), mate("Ada", "admin")]

describe("who is told", () => {
  test("is the owner, then the stand-in, the leads, the admins; what is broken, its owner and the leads", () => {
    const ids = (["soon", "stand-in", "leads", "admins", "broken"] as const).map(
      (step) => recipientsOf(step, "Max", team).ids,
    )
    expect(ids).toEqual([["Max"], ["Mia"], ["Lea"], ["Ada"], ["Max", "Lea"]])
  })

  test("is the owner again, more urgently, where a step finds nobody else", () => {
    const alone = [mate("Ada", "admin")]
    expect(recipientsOf("leads", "Ada", alone)).toEqual({ ids: ["Ada"], isOwnerAgain: true })
    expect(recipientsOf("due", "Ada", alone)).toEqual({ ids: ["Ada"], isOwnerAgain: false })
    expect(recipientsOf("stand-in", "Lea", team)).toEqual({ ids: ["Lea"], isOwnerAgain: true })
  })

  test("goes on to the next where none of those may see the promise, and never to them", () => {
    const blind = (...ids: string[]) => team.map((one) => ({ ...one, sees: !ids.includes(one.id) }))
    expect(recipientsOf("stand-in", "Max", blind("Mia")).ids).toEqual(["Lea"])
    expect(recipientsOf("stand-in", "Max", blind("Mia", "Lea")).ids).toEqual(["Ada"])
    expect(recipientsOf("leads", "Max", blind("Lea")).ids).toEqual(["Ada"])
    expect(recipientsOf("broken", "Max", blind("Lea")).ids).toEqual(["Max", "Ada"])
    const leads = [mate("Ada", "admin", "Lea"), { ...mate("Lea", "lead"), sees: false }]
    expect(recipientsOf("leads", "Ada", leads)).toEqual({ ids: ["Ada"], isOwnerAgain: true })
  })

  test("passes over those who are away, along the chain of stand-ins and never in circles", () => {
    const away = [
      mate("Max", "member", "Mia"),
      mate("Mia", "member", "Noa", true),
      mate("Noa", "member", "Lea", true),
      mate("Lea", "lead"),
    ]
    expect(standInOf("Max", away)).toBe("Lea")
    expect(
      standInOf("Max", [
        mate("Max", "member", "Mia"),
        mate("Mia", "member", "Noa", true),
        mate("Noa", "member", "Mia", true),
      ]),
    ).toBeNull()
    expect(standInOf("Max", [mate("Max", "member", "gone")])).toBeNull()
    expect(standInOf("Max", [mate("Max", "member", "Max")])).toBeNull()
  })

  test("is told once of what came together: the owner of the latest, the others of theirs", () => {
    const then = ["soon", "due", "stand-in"] as const
    expect(isOvertaken(recipientsOf("half", "Max", team), then, "Max", team)).toBe(true)
    expect(isOvertaken(recipientsOf("due", "Max", team), ["stand-in"], "Max", team)).toBe(false)
    expect(isOvertaken(recipientsOf("stand-in", "Max", team), ["leads"], "Max", team)).toBe(false)
    const alone = [mate("Ada", "admin")]
    expect(isOvertaken(recipientsOf("due", "Ada", alone), ["stand-in"], "Ada", alone)).toBe(true)
  })
})

describe("when somebody is told", () => {
  const pattern = { calendar: standardCalendar("Europe/London"), zone: null, hours: null, away: [] }
  const at = (text: string) => Temporal.Instant.from(text)

  test("is at once while they work, otherwise when they next do, on their own clock", () => {
    expect(nextTellable(pattern, at("2026-11-19T10:00:00Z")).toString()).toBe("2026-11-19T10:00:00Z")
    expect(nextTellable(pattern, at("2026-11-20T17:00:00Z")).toString()).toBe("2026-11-23T09:00:00Z")
    const elsewhere = { ...pattern, zone: "America/New_York" }
    expect(nextTellable(elsewhere, at("2026-11-19T10:00:00Z")).toString()).toBe("2026-11-19T14:00:00Z")
  })

  test("is after they are back, however their away times adjoin", () => {
    const away = [
      { from: "2026-11-20T00:00:00Z", until: "2026-11-26T12:00:00Z" },
      { from: "2026-11-19T12:00:00Z", until: "2026-11-20T10:00:00Z" },
    ]
    expect(nextTellable({ ...pattern, away }, at("2026-11-19T13:00:00Z")).toString()).toBe("2026-11-26T12:00:00Z")
  })

  test("by mail is some minutes later, so that what comes together goes together, but not after work", () => {
    expect(mailAt(pattern, at("2026-11-19T10:00:00Z"), 3).toString()).toBe("2026-11-19T10:03:00Z")
    expect(mailAt(pattern, at("2026-11-19T16:59:00Z"), 3).toString()).toBe("2026-11-19T16:59:00Z")
  })
})
