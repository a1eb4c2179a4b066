import { describe, expect, test } from "vitest"
import {
  type FactContent,
  type FactVersion,
  confirmBefore,
  contradict,
  nextChange,
  standingOf,
  versionOn,
} from "./fact.ts"
import { currencyOf, factsOfBook, heldVersions, readBookId } from "./fact-book.ts"

const ZONE = "Europe/London"
const CONTENT: FactContent = {
  subject: "basic service",
  aliases: ["check-up"],
  attribute: "price",
  type: "money",
  value: 49,
  unit: "EUR",
  scope: {},
  validFrom: null,
  validUntil: null,
  statement: "A basic service costs €49.",
  evidence: null,
}
const version = (number: number, change: Partial<FactVersion> = {}): FactVersion => ({
  ...CONTENT,
  version: number,
  approvedAt: "2026-01-01T09:00:00Z",
  declinedAt: null,
  ...change,
})
const head = { confirmDays: null, lastConfirmedAt: "2026-11-01T09:00:00Z", retiredAt: null }
const on = (day: string) => ({ day, zone: ZONE })

describe("The version of a fact that holds", () => {
  const old = version(1)
  const next = version(2, { value: 59, validFrom: "2026-11-16" })

  test("is the newest that has begun", () => {
    expect(versionOn([old, next], "2026-11-15")?.version).toBe(1)
    expect(versionOn([old, next], "2026-11-16")?.version).toBe(2)
  })

  test("is not one that was only proposed, or declined", () => {
    expect(versionOn([old, { ...next, approvedAt: null }], "2026-11-20")?.version).toBe(1)
    expect(versionOn([{ ...old, approvedAt: null, declinedAt: "2026-02-01T09:00:00Z" }], "2026-11-20")).toBeNull()
  })

  test("may have expired, and then no earlier one comes back", () => {
    const sale = version(2, { value: 39, validFrom: "2026-06-01", validUntil: "2026-08-31" })
    expect(versionOn([old, sale], "2026-09-10")?.version).toBe(2)
    expect(standingOf(head, [old, sale], on("2026-08-31"))).toBe("in-force")
    expect(standingOf(head, [old, sale], on("2026-09-01"))).toBe("expired")
  })

  test("ends in the book on the day before the next begins, so that old mail is read by what held then", () => {
    const [first, second] = heldVersions([old, next])
    expect(first).toMatchObject({ version: 1, validUntil: "2026-11-15" })
    expect(second).toMatchObject({ version: 2, validUntil: null })
  })

  test("stands in the book under its own id, and one that never held does not", () => {
    const planned = version(2, { validFrom: "2027-01-01" })
    const sooner = version(3, { value: 55, validFrom: "2026-12-01" })
    const facts = factsOfBook([{ ...head, id: ID, versions: [old, planned, sooner] }], on("2026-11-19"))
    expect(facts.map(({ id }) => id)).toEqual([`${ID}@1`, `${ID}@3`])
    expect(readBookId(facts[1]?.id)).toEqual({ factId: ID, version: 3 })
    expect(currencyOf(facts)).toBe("EUR")
  })
})

const ID = "01900000-0000-7000-8000-000000000001"

describe("A fact that has to be confirmed", () => {
  const every30 = { ...head, confirmDays: 30 }

  test("is stale from the day on which it has gone too long", () => {
    expect(confirmBefore(every30, ZONE)).toBe("2026-12-01")
    expect(standingOf(every30, [version(1)], on("2026-11-30"))).toBe("in-force")
    expect(standingOf(every30, [version(1)], on("2026-12-01"))).toBe("stale")
  })

  test("is looked at again when its standing changes by itself, and never when it does not", () => {
    const now = { now: Temporal.Instant.from("2026-11-19T14:12:00Z"), zone: ZONE }
    expect(nextChange(head, [version(1)], now)).toBeNull()
    expect(nextChange(every30, [version(1)], now)).toBe("2026-12-01T00:00:00Z")
    expect(nextChange(every30, [version(1, { validUntil: "2026-11-20" })], now)).toBe("2026-11-21T00:00:00Z")
    expect(nextChange({ ...every30, retiredAt: "2026-11-02T09:00:00Z" }, [version(1)], now)).toBeNull()
  })
})

describe("Two facts contradict each other", () => {
  const other = { ...CONTENT, value: 59 }
  test("when they say different things of one subject, attribute and scope", () => {
    expect(contradict(CONTENT, other)).toBe(true)
    expect(contradict(CONTENT, { ...other, subject: "Basic Service " })).toBe(true)
  })
  test("not in another scope, at another time, of another attribute, or with the same value", () => {
    expect(contradict(CONTENT, { ...other, scope: { country: "DE" } })).toBe(false)
    expect(contradict({ ...CONTENT, validUntil: "2026-06-30" }, { ...other, validFrom: "2026-07-01" })).toBe(false)
    expect(contradict(CONTENT, { ...other, attribute: "duration" })).toBe(false)
    expect(contradict(CONTENT, { ...CONTENT, subject: "Basic service" })).toBe(false)
  })
})
