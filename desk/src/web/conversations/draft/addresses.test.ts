import { expect, test } from "vitest"
import { addressesIn, wrongAddress } from "./addresses.ts"

test("Addresses are read as people paste them, each once", () => {
  const pasted = 'Boss <boss@x.example>; a@y.example,\n"Rosa" <rosa@z.example>, A@y.example, '
  expect(addressesIn(pasted)).toEqual(["boss@x.example", "A@y.example", "rosa@z.example"])
  expect(addressesIn(" ")).toEqual([])
})

test("What is no address is named", () => {
  expect(wrongAddress(["a@y.example", "boss"])).toBe("boss")
  expect(wrongAddress(["a@y.example", "a@b"])).toBe("a@b")
  expect(wrongAddress(["ä@ö.example"])).toBeNull()
})
