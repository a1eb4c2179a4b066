import { describe, expect, test } from "vitest"
import { spentOn } from "../../../engine/bench/measure.ts"
import { readCsv, writeCsv } from "./csv.ts"
import { csvOfFacts, jsonOfFacts, readFactFile } from "./fact-file.ts"
import { readTyped, readTypedAs, showValue } from "./fact-value.ts"

describe("A value that somebody typed", () => {
  test.each([
    ["€59", { type: "money", value: 59, unit: "EUR" }, "€59.00"],
    ["£1,250.50", { type: "money", value: 1250.5, unit: "GBP" }, "£1,250.50"],
    ["1.250,50 EUR", { type: "money", value: 1250.5, unit: "EUR" }, "€1,250.50"],
    ["$20 per month", { type: "money", value: 20, unit: "USD/month" }, "US$20.00 per month"],
    ["3 working days", { type: "duration", value: 3, unit: "working days" }, "3\u00a0working days"],
    [
      "7-10 business days",
      { type: "range", value: { min: 7, max: 10 }, unit: "business days" },
      "7–10\u00a0business days",
    ],
    [
      "2.75 % of the purchase",
      { type: "percent", value: 2.75, unit: "% of the purchase" },
      "2.75\u00a0% of the purchase",
    ],
    ["11,8 kg", { type: "quantity", value: 11.8, unit: "kg" }, "11.8\u00a0kg"],
    ["2026-12-18", { type: "date", value: "2026-12-18", unit: null }, "18 Dec 2026"],
    ["yes", { type: "boolean", value: true, unit: null }, "Yes"],
    ["red, blue, green", { type: "list", value: ["red", "blue", "green"], unit: null }, "red, blue, green"],
    [
      "until the stock is gone",
      { type: "text", value: "until the stock is gone", unit: null },
      "until the stock is gone",
    ],
  ])("%s is read as what it is, and shown again", (typed, read, shown) => {
    const value = readTyped(typed)
    expect(value).toEqual(read)
    expect(value === null ? null : showValue(value)).toBe(shown)
  })

  test("is refused when it is not what was said", () => {
    expect(readTypedAs("money", "soon")).toContain("“soon” is no money")
    expect(readTypedAs("text", "59")).toEqual({ type: "text", value: "59", unit: null })
  })
})

const PRICES = `Product;Price;Currency
Basic service;49;EUR
Full service;149,50;EUR
"Tyre; tubeless";€35;
`

test.each([
  ["Product name,Price (GBP)", "£9.50"],
  ["SKU;Product Name;price_in_eur", "€9.50"],
  ["Item,Unit price £", "£9.50"],
  ["Item,Price incl. VAT (GBP)", "£9.50"],
  ["Item,Price (inc VAT) in GBP", "£9.50"],
])("A list that is headed %s has prices, in the currency that the head names", (head, shown) => {
  const row = head.startsWith("SKU") ? "17;Small fern;9.50" : "Small fern,9.50"
  const { facts, problems } = readFactFile("csv", `${head}\n${row}`, null)
  expect(problems).toEqual([])
  expect(facts.map((fact) => [fact.subject, fact.attribute, showValue(fact)])).toEqual([["Small fern", "price", shown]])
})

test("A price without a currency is not taken: no sum of money would go against it", () => {
  const { facts, problems } = readFactFile("csv", "product,price\nSmall fern,9.50\nLarge fern,£24", null)
  expect(facts.map(({ subject }) => subject)).toEqual(["Large fern"])
  expect(problems).toEqual([
    "Row 2: “9.50” names no currency. Write it in the head, as “Price (EUR)”, or at the price.",
  ])
  expect(readFactFile("csv", "product,price\nSmall fern,9.50", "GBP").problems).toEqual([]) // that of the book
})

test("A list that a spreadsheet marked with its separator is read, and “64,5” is no list of two numbers", () => {
  const { facts, problems } = readFactFile("csv", "\ufeffsep=;\r\nItem;Price (GBP)\r\nKettle;64,5\r\nLid;\r\n", null)
  expect(facts.map((fact) => [fact.subject, showValue(fact)])).toEqual([["Kettle", "£64.50"]])
  expect(problems).toEqual(["Row 3: it has no value."]) // and is no “GBP”
  expect(readFactFile("csv", "item;price\nKettle;64,5", null).problems).toEqual([
    "Row 2: “64,5” names no currency. Write it in the head, as “Price (EUR)”, or at the price.",
  ])
})

test("A list whose head names no price says which columns it has, and an article number is no article", () => {
  expect(readFactFile("csv", "Item SKU,Product,Stock\n17,Fern,3", null).problems).toEqual([
    "The first row must name the columns, and names no price (or value). It says: Item SKU, Product, Stock.",
  ])
})

describe("A price list as a spreadsheet saves it", () => {
  const { facts, problems } = readFactFile("csv", PRICES, null)

  test("gives a fact for each row, named after what it is about", () => {
    expect(problems).toEqual([])
    expect(facts.map(({ name, attribute, value, unit }) => [name, attribute, value, unit])).toEqual([
      ["basic-service-price", "price", 49, "EUR"],
      ["full-service-price", "price", 149.5, "EUR"],
      ["tyre-tubeless-price", "price", 35, "EUR"],
    ])
    expect(facts[0]?.statement).toBe("Basic service, price: €49.00.")
  })

  test("says of each row that cannot be read what is wrong with it, and takes the others", () => {
    const read = readFactFile(
      "csv",
      "subject,attribute,value\nWheel,price,€20\n,price,€3\nHub,price,\nWheel,price,€21\n",
      null,
    )
    expect(read.facts).toHaveLength(1)
    expect(read.problems).toEqual([
      "Row 3: it has no subject.",
      "Row 4: it has no value.",
      "Row 5: “wheel-price” stands in another row, too.",
    ])
  })

  test("without the columns that matter says which they are", () => {
    expect(readFactFile("csv", "a,b\n1,2\n", null).problems[0]).toContain("subject")
    expect(readFactFile("json", "{", null).problems[0]).toContain("not JSON")
  })
})

test("The head of a table is read in a moment, however many spaces are in it", async () => {
  const table = `product,a${" ".repeat(20_000)}b\nLamp,9\n`
  expect((await spentOn(() => readFactFile("csv", table, "GBP"))).own).toBeLessThan(1_000)
})

describe("What is exported", () => {
  const { facts } = readFactFile("csv", PRICES, null)
  const filed = [
    ...facts,
    {
      ...(facts[0] ?? raise()),
      name: "x",
      type: "text" as const,
      value: "Monday, 08:00",
      unit: null,
      scope: { country: "DE", plan: "Gold" },
    },
  ]

  const telling = filed.map((fact) => ({ ...fact, isStale: false }))

  test("comes back the same as CSV", () => {
    const again = readFactFile("csv", csvOfFacts(telling), null)
    expect(again.problems).toEqual([])
    expect(again.facts).toEqual(filed)
  })

  test("comes back the same as JSON, with the ids of the file", () => {
    const again = readFactFile("json", jsonOfFacts(telling, "2026-11-19"), null)
    expect(again.problems).toEqual([])
    expect(again.facts).toEqual(filed)
  })

  test("is no formula for a spreadsheet", () => {
    expect(writeCsv([["=1+1", "-5", 'a "b", c']])).toBe(`'=1+1,-5,"a ""b"", c"\r\n`)
    expect(readCsv('a,"b\nc""d"\n')).toEqual([["a", 'b\nc"d']])
  })
})

function raise(): never {
  throw new Error("the list is empty")
}
