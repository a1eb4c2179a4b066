import { expect, test } from "vitest"
import { lookAlikeOf } from "./look-alike.ts"

const OURS = ["Harbour Cycles", "Priya Nair"]

test.each([
  ["Rosa Lind", "rosa@x.example", null],
  ["rosa@x.example", "Rosa@X.example", null],
  ["Юлия Иванова", "yulia@x.example", null],
  ["Αθηνά Papas", "athina@x.example", null],
  ["help@harbour.test", "eve@x.example", "other-address"],
  ["Harbour Cycles <help@harbour.test>", "eve@x.example", "other-address"],
  ["Hаrbour Cycles", "eve@x.example", "mixed-scripts"],
  ["Rosa", "rosa@pаypal.example", "mixed-scripts"],
  ["HARBOUR  cycles.", "eve@x.example", "our-name"],
  ["Ｐriya Nair", "eve@x.example", "our-name"],
  ["", "eve@x.example", null],
])("“%s” <%s> is %s", (name, address, expected) => {
  expect(lookAlikeOf({ name, address }, OURS)).toBe(expected)
})
