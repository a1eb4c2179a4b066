import { describe, expect, test } from "vitest"
import { readOrderFile } from "./order-file.ts"
import { acknowledgementText } from "./sale-acknowledgement.ts"
import {
  type Order,
  STANDARD_AFTER_SALE,
  assertAfterSale,
  checkDayOf,
  refundDueOf,
  ruleFor,
  windowOf,
} from "./withdrawal.ts"

const [GOODS] = STANDARD_AFTER_SALE.withdrawal
const ZONE = "Europe/Berlin"
const at = (now: string, holidays: readonly string[] = []) => ({
  now: Temporal.Instant.from(now),
  zone: ZONE,
  holidays,
})

function order(change: Partial<Order> = {}): Order {
  return {
    country: "DE",
    orderedOn: "2026-11-02",
    deliveredOn: "2026-11-05",
    rule: GOODS ?? null,
    exception: null,
    ...change,
  }
}

describe("The right to withdraw", () => {
  test("ends with the last hour of the fourteenth day after delivery, in the customer's zone", () => {
    expect(windowOf(order(), at("2026-11-10T12:00:00Z"))).toEqual({
      state: "open",
      until: "2026-11-19T22:59:59Z",
      daysLeft: 9,
    })
    expect(windowOf(order(), at("2026-11-19T22:59:58Z"))).toMatchObject({ state: "open", daysLeft: 0 })
    expect(windowOf(order(), at("2026-11-19T23:00:00Z"))).toMatchObject({ state: "ended" })
  })

  test("moves from a Saturday, a Sunday or a holiday to the next working day, in the EU", () => {
    const onSaturday = order({ deliveredOn: "2026-11-07" })
    expect(windowOf(onSaturday, at("2026-11-10T12:00:00Z"))).toMatchObject({ until: "2026-11-23T22:59:59Z" })
    const onChristmas = order({ deliveredOn: "2026-12-11" })
    expect(windowOf(onChristmas, at("2026-12-12T12:00:00Z", ["2026-12-25"]))).toMatchObject({
      until: "2026-12-28T22:59:59Z",
    })
    const elsewhere = order({ deliveredOn: "2026-11-07", country: "US" })
    expect(windowOf(elsewhere, at("2026-11-10T12:00:00Z"))).toMatchObject({ until: "2026-11-21T22:59:59Z" })
  })

  test("has not begun before delivery, is none where an exception stands, and unknown where no rule fits", () => {
    expect(windowOf(order({ deliveredOn: null }), at("2026-11-10T12:00:00Z"))).toEqual({ state: "not-begun", days: 14 })
    expect(windowOf(order({ exception: "made-to-order" }), at("2026-11-10T12:00:00Z"))).toEqual({
      state: "none",
      exception: "made-to-order",
    })
    expect(windowOf(order({ rule: null }), at("2026-11-10T12:00:00Z"))).toEqual({ state: "no-rule" })
  })

  test("is found by the most particular rule: product before country before the EU before everywhere", () => {
    const base = {
      kind: "goods",
      product: "",
      days: 14,
      from: "delivery",
      refundDays: 14,
      exception: null,
      source: "",
    } as const
    const rules = [
      { ...base, country: "*", days: 7 },
      { ...base, country: "EU" },
      { ...base, country: "DE", days: 30 },
      { ...base, country: "*", product: "Gift Card", days: 1 },
    ]
    const daysOf = (country: string | null, product = "Lamp") =>
      ruleFor(rules, { country, kind: "goods", product })?.days
    expect([daysOf("DE"), daysOf("FR"), daysOf("US"), daysOf(null), daysOf("DE", "a gift card, €20")]).toEqual([
      30, 14, 7, 7, 1,
    ])
    expect(ruleFor(rules, { country: "DE", kind: "service", product: "Lamp" })).toBeNull()
  })

  test("fits a country under each of the ways to write it", () => {
    const [rule] = STANDARD_AFTER_SALE.withdrawal
    const rules = rule === undefined ? [] : [{ ...rule, country: "GB" }]
    expect(ruleFor(rules, { country: "UK", kind: "goods", product: "Lamp" })).toMatchObject({ country: "GB" })
    expect(ruleFor(rules, { country: "XX", kind: "goods", product: "Lamp" })).toBeNull()
  })

  test("as default data is that of the EU and nobody else's", () => {
    const { withdrawal } = STANDARD_AFTER_SALE
    expect(ruleFor(withdrawal, { country: "IE", kind: "service", product: "Tour" })).toMatchObject({
      days: 14,
      from: "order",
    })
    expect(ruleFor(withdrawal, { country: "GB", kind: "goods", product: "Lamp" })).toBeNull()
    expect(ruleFor(withdrawal, { country: null, kind: "goods", product: "Lamp" })).toBeNull()
  })

  test("may not have two rules for the same, nor ask customers about what nobody remembers", () => {
    const [rule] = STANDARD_AFTER_SALE.withdrawal
    const twice = { ...STANDARD_AFTER_SALE, withdrawal: rule === undefined ? [] : [rule, { ...rule, days: 20 }] }
    expect(() => assertAfterSale(twice)).toThrow("two rules")
    expect(() => assertAfterSale({ ...STANDARD_AFTER_SALE, outcome: { on: true, days: 0 } })).toThrow("1 to 365")
  })
})

test("Everything is to be paid back by the end of the fourteenth day after the customer's message", () => {
  expect(refundDueOf("2026-11-19T22:30:00Z", 14, ZONE)).toBe("2026-12-03T22:59:59Z")
  expect(refundDueOf("2026-11-19T23:30:00Z", 14, ZONE)).toBe("2026-12-04T22:59:59Z") // the 20th, in Berlin
})

test("A customer is asked some days after delivery, of a service after the order, of what never came not at all", () => {
  expect(checkDayOf({ kind: "goods", orderedOn: "2026-11-01", deliveredOn: "2026-11-05" }, 14)).toBe("2026-11-19")
  expect(checkDayOf({ kind: "service", orderedOn: "2026-11-01", deliveredOn: null }, 14)).toBe("2026-11-15")
  expect(checkDayOf({ kind: "goods", orderedOn: "2026-11-01", deliveredOn: null }, 14)).toBeNull()
})

test("An acknowledgement says what came in, when, and which last days the law sets", () => {
  const about = {
    customer: "Rosa",
    kind: "withdrawal",
    words: "I hereby withdraw from the contract.",
    at: "2026-11-19T14:12:00Z",
    zone: ZONE,
    order: { number: "1042", product: "Trail lamp" },
    refundUntil: "2026-12-03T22:59:59Z",
    sendBackUntil: "2026-12-03T22:59:59Z",
  } as const
  const text = acknowledgementText(about)
  expect(text).toContain(
    "Your withdrawal came in on Thursday, 19 November 2026 at 15:12 (Europe/Berlin), for order 1042 (Trail lamp).",
  )
  expect(text).toContain("“I hereby withdraw from the contract.”")
  expect(text).toContain("Thursday, 3 December 2026")
  expect(acknowledgementText({ ...about, refundUntil: null, sendBackUntil: null })).not.toContain("law")
})

describe("A file of orders", () => {
  const HEAD = "Number,Mail,Name,Product,Ordered,Delivered,Country,Exception"

  test("is read by the names of its columns, in any order, with commas, semicolons or tabs", () => {
    const { orders, problems } = readOrderFile(
      "Order;E-Mail;Date;Item\n#1042;rosa@example.org;2026-11-02 10:14;Trail lamp\n",
    )
    expect(problems).toEqual([])
    expect(orders).toMatchObject([
      {
        row: 2,
        number: "1042",
        mail: "rosa@example.org",
        product: "Trail lamp",
        orderedOn: "2026-11-02",
        kind: "goods",
      },
    ])
  })

  test("is said row by row where it cannot be read; the other rows stay", () => {
    const { orders, problems } = readOrderFile(
      [
        HEAD,
        "1,rosa@example.org,Rosa,Lamp,2026-11-02,,DE,",
        "2,rosa,Rosa,Lamp,2026-11-02,,DE,",
        "3,rosa@example.org,Rosa,Lamp,02/11/2026,,DE,",
        "4,rosa@example.org,Rosa,Lamp,2026-11-31,,DE,",
        "5,rosa@example.org,Rosa,Lamp,2026-11-02,2026-11-01,DE,",
        "6,rosa@example.org,Rosa,Lamp,2026-11-02,,Germany,",
        "7,rosa@example.org,Rosa,Lamp,2026-11-02,,DE,because",
        "1,rosa@example.org,Rosa,Lamp,2026-11-02,,DE,",
        "8,rosa@example.org,Rosa,,2026-11-02,,DE,",
      ].join("\n"),
    )
    expect(orders.map(({ number }) => number)).toEqual(["1"])
    expect(problems.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
    expect(problems[1]?.problem).toBe("“02/11/2026” is no day. Write it as 2026-11-19.")
  })

  test("without the columns that are needed is refused as a whole, and says which", () => {
    expect(readOrderFile("Number,Product\n1,Lamp").problems).toEqual([
      { row: 1, problem: "The first row has to name the columns. There is none for: mail, ordered." },
    ])
  })
})
