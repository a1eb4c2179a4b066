import { expect, test } from "vitest"
import { greeting } from "./greeting.ts"

test("A customer is greeted by name, and never by an address or a number", () => {
  expect(["Rosa Feld ", null, "", "rosa@customers.example", "+44 20 7946 0000"].map(greeting)).toEqual([
    "Hello Rosa Feld,",
    ...Array.from({ length: 4 }, () => "Hello,"),
  ])
})
