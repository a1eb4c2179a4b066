import { expect, test } from "vitest"
import { fitsTyped, newCustomerBody, newFrom } from "./found-customer.ts"

const ID = "00000000-0000-4000-8000-000000000001"
const margaret = {
  id: ID,
  name: "Margaret Oyelaran",
  company: "Dele & Sons",
  companyId: null,
  zone: null,
  scope: {},
  createdAt: "2026-06-01T09:00:00Z",
  erasedAt: null,
  noFirstMail: false,
  addresses: [
    { id: ID, kind: "phone" as const, shown: "+44 20 7946 0112" },
    { id: ID, kind: "mail" as const, shown: "marg@example.com" },
  ],
  owes: 0,
  merged: [],
}

test("a customer is known by the start of a name, a company, an address, or part of a number", () => {
  for (const typed of ["marg", "oyel", "sons", "example.com", "marg@ex", "0112", "020 7946"]) {
    expect(fitsTyped(margaret, typed)).toBe(true)
  }
  for (const typed of ["garet", "Holm", "0113"]) expect(fitsTyped(margaret, typed)).toBe(false)
})

test("what is typed of somebody new is a name, a number or an address", () => {
  const body = (typed: string) => {
    const chosen = newFrom(typed)
    return chosen.kind === "new" ? newCustomerBody(chosen) : null
  }
  expect(body(" Greta Holm ")).toEqual({ name: "Greta Holm" })
  expect(body("+44 (0)20 7946 0112")).toEqual({ phone: "+44 (0)20 7946 0112" })
  expect(body("greta@example.com")).toEqual({ mail: "greta@example.com" })
})
