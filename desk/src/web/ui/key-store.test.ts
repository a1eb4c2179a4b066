import { expect, test } from "vitest"
import { newKeyStore } from "./key-store.ts"

const does = (label: string) => ({ label, run: () => {} })

test("The sheet shows the keys that act: what something nearer has taken is shown there only", () => {
  const keys = newKeyStore()
  keys.bind("everywhere", () => ({ p: does("new promise"), "/": does("search") }), 0)
  keys.bind("page", () => ({ P: does("new promise to Rosa"), X: does("close") }), 0)
  const unbind = keys.bind("row", () => ({ x: does("choose") }), 0)
  const shown = () => keys.shown().map(({ scope, key, label }) => `${scope} ${key} ${label}`)
  expect(shown()).toEqual(["row x choose", "page P new promise to Rosa", "everywhere / search"])
  unbind()
  expect(shown()).toEqual(["page P new promise to Rosa", "page X close", "everywhere / search"])
})
