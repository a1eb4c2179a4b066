import { expect, test } from "vitest"
import { readCustomerFile } from "./customer-file.ts"

test("a table of customers is read by its heads, whatever their order and spelling", () => {
  const text =
    "Last Name;First name;E-Mail;Phone number;Plan;Shoe size\nBrook;Ida;ida@customers.example;+44 20 7946 0000;Gold;38\n"
  expect(readCustomerFile(text)).toEqual({
    customers: [
      {
        row: 2,
        name: "Ida Brook",
        company: null,
        mail: "ida@customers.example",
        phone: "+44 20 7946 0000",
        scope: { plan: "Gold" },
      },
    ],
    ignored: ["Shoe size"],
    problems: [],
  })
})

test("a row that cannot be taken is named, and the others are taken", () => {
  const text = `name,email\nIda,ida@\n,\n"Jo, of Fell",jo@customers.example\n,${"x".repeat(400)}@customers.example\n`
  const read = readCustomerFile(text)
  expect(read.customers.map(({ name }) => name)).toEqual(["Jo, of Fell"])
  expect(read.problems).toEqual([
    "Row 2: its address is no mail address.",
    "Row 4: its mail is longer than can be kept.",
  ])
})

test.each(["", "shoe size\n38\n"])("a table without a column that says who is refused: %j", (text) => {
  expect(readCustomerFile(text)).toMatchObject({ customers: [], problems: [expect.any(String)] })
})
