import { expect, test } from "vitest"
import { namedOrder } from "./named-order.ts"

test("The number of an order is read where the words name one, and a day or a count is none", () => {
  expect(namedOrder("I hereby withdraw from the contract for order 1042.")).toBe("1042")
  expect(namedOrder("My order number: AB-1042, please.")).toBe("AB-1042")
  expect(namedOrder("Order #77120 and again ORDER 77120")).toBe("77120")
  expect(namedOrder("Orders 1042 came")).toBe(null)
  expect(namedOrder("I cancel order 1042 and order 1043.")).toBe(null)
  expect(namedOrder("The order 2026-11-02 is late, I ordered 3 weeks ago.")).toBe(null)
  expect(namedOrder("Undo my order of last week.")).toBe(null)
})
