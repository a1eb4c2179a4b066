import { expect, test } from "vitest"
import type { BoundKey } from "../ui/key-store.ts"
import { deedsOf, fitting } from "./commands.ts"

const bound = (key: string, label: string, scope: BoundKey["scope"] = "page"): BoundKey => ({
  scope,
  key,
  label,
  foot: true,
  run: () => {},
})

test("what has a key can be done by its name; moving about, going somewhere and the buttons of a card are no deeds", () => {
  const keys = [
    bound("d", "say no honestly"),
    bound("s", "saved reply"),
    bound("Alt+s", "saved reply"),
    bound("p", "New promise", "everywhere"),
    bound("j", "next"),
    bound("ArrowDown", "next"),
    bound("Alt+1", "keeps promise 1"),
    bound("g t", "Today", "everywhere"),
    bound("Enter", "confirm and send", "card"),
  ]
  expect(deedsOf(keys).map(({ name, keys: caps }) => `${name} ${caps}`)).toEqual([
    "Say no honestly D",
    "Saved reply S Alt S",
    "New promise P",
  ])
})

test("each typed word is the beginning of a word of the name", () => {
  const names = (typed: string) =>
    fitting([{ name: "Say no honestly" }, { name: "Settings: Working hours" }, { name: "Notices" }], typed).map(
      ({ name }) => name,
    )
  expect(names("no")).toEqual(["Say no honestly", "Notices"])
  expect(names("Say NO")).toEqual(["Say no honestly"])
  expect(names("hours sett")).toEqual(["Settings: Working hours"])
  expect(names("onestly")).toEqual([])
})
