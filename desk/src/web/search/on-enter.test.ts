import { expect, test } from "vitest"
import { onEnter } from "./on-enter.ts"

const NOTHING = { deeds: [], places: [], items: [], isLoading: false, error: null }
const close = { ...NOTHING, deeds: ["Close"] }

test("Enter does what is named, once it is known that nobody is called so", () => {
  expect(onEnter("close", { ...close, isLoading: true })).toBe("wait")
  expect(onEnter("close", close)).toBe("take")
  expect(onEnter("close", { ...close, items: [{ kind: "message" }] })).toBe("take")
  expect(onEnter("close", { ...close, items: [{ kind: "customer" }] })).toBe("point")
  expect(onEnter("close", { ...close, error: new Error("no answer") })).toBe("point")
})

test("Enter opens what was found, and does nothing where nothing was asked for or found", () => {
  expect(onEnter("rosa", { ...NOTHING, items: [{ kind: "customer" }] })).toBe("take")
  expect(onEnter("notices", { ...NOTHING, places: ["Notices"], items: [{ kind: "customer" }] })).toBe("take")
  expect(onEnter(" ", close)).toBe("nothing")
  expect(onEnter("zzz", NOTHING)).toBe("nothing")
})
