import { expect, test } from "vitest"
import { comparableAddress } from "./address.ts"

test.each([
  ["  Margaret@Example.ORG ", "margaret@example.org"],
  ["o'brien+shop@example.org", "o'brien+shop@example.org"],
  ["josé@exämple.org", "josé@exämple.org"],
  ["root@localhost", "root@localhost"],
  ["two@signs@example.org", null],
  ["no sign", null],
  ["@example.org", null],
  ["a b@example.org", null],
  ["one@example.org,two@example.org", null],
  ["one,two@example.org", null],
  ["Ann <ann@example.org>", null],
  ["a\u200bnn@example.org", null],
  ["ann@example.org\r\nBcc: bo@example.org", null],
  ["", null],
])("the mail address %j is compared as %j", (shown, value) => {
  expect(comparableAddress("mail", shown)).toBe(value)
})

test.each([
  ["+44 20 7946 0991", "+442079460991"],
  ["0044 (0)20 7946-0991", "+442079460991"],
  ["+44 (0) 20 / 7946.0991", "+442079460991"],
  ["020 7946 0991", "02079460991"],
  ["(0)20 7946 0991", "02079460991"],
  ["112", "112"],
  ["12", null],
  ["+", null],
  ["+1+2345", null],
  ["12345678901234567", "12345678901234567"],
  ["123456789012345678", null],
  ["020 7946 ext. 5", null],
  ["٠٢٠ ٧٩٤٦", null],
  ["", null],
])("the number %j is compared as %j", (shown, value) => {
  expect(comparableAddress("phone", shown)).toBe(value)
})
