import { expect, test } from "vitest"
import { chosenPeople } from "./chosen-people.ts"

const ROSA = {
  name: "Rosa",
  toldAt: "2026-11-20T04:30:00Z", // the evening of the 19th in New York
  products: ["Bell"],
  owes: 0,
  openOrders: 0,
  isConversationOpen: false,
  state: "told",
}
const DELE = { ...ROSA, name: "Dele", toldAt: "2026-11-21T12:00:00Z", products: ["Tyre"], owes: 1, state: "corrected" }
const ALL = { filter: "all", since: "", product: "" } as const

test("Who is to be told is chosen by the reader's day, by what they ordered, by what is open and what is to go", () => {
  const named = (chosen: Partial<Parameters<typeof chosenPeople>[1]>, zone = "Europe/London") =>
    chosenPeople([ROSA, DELE], { ...ALL, ...chosen }, zone).map(({ name }) => name)
  expect(named({})).toEqual(["Rosa", "Dele"])
  expect(named({ since: "2026-11-20" })).toEqual(["Rosa", "Dele"])
  expect(named({ since: "2026-11-20" }, "America/New_York")).toEqual(["Dele"])
  expect(named({ product: "Bell" })).toEqual(["Rosa"])
  expect(named({ filter: "open" })).toEqual(["Dele"])
  expect(named({ filter: "toGo" })).toEqual(["Rosa"])
})
