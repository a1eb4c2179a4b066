import { expect, test } from "vitest"
import { cleanFileName, fileType } from "./file-name.ts"

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\Ada\\offer.pdf", "offer.pdf"],
  ["invoice\u202Efdp.exe", "invoice fdp.exe"],
  ["in\u200Bvoice.pdf\r\nContent-Type: text/html", "in voice.pdf Content-Type_ text/html".split("/").at(-1) ?? ""],
  ["a\0b.txt", "a b.txt"],
  [".htaccess", "htaccess"],
  ["offer.pdf. . ", "offer.pdf"],
  ["NUL.txt", "_NUL.txt"],
  ["com1", "_com1"],
  ['a"b<c>.txt', "a_b_c_.txt"],
  ["...", "attachment"],
  ["\u202E", "attachment"],
  ["u\u0308ber.txt", "über.txt"],
])("%j is offered as %j", (name, shown) => {
  expect(cleanFileName(name, "attachment")).toBe(shown)
})

test("A long name keeps its ending, and no half of a character", () => {
  expect(cleanFileName(`${"a".repeat(500)}.pdf`, "x")).toBe(`${"a".repeat(196)}.pdf`)
  expect(cleanFileName(`${"a".repeat(195)}😀b.pdf`, "x").isWellFormed()).toBe(true)
})

test("A type that could be part of the mail's own structure is plain bytes", () => {
  expect(fileType("image/PNG ")).toBe("image/png")
  for (const type of ["multipart/mixed", "message/rfc822", "text/html; charset=x", "", "a/b\r\nX: y"])
    expect(fileType(type)).toBe("application/octet-stream")
})
