import { expect, test } from "vitest"
import { copiesByDefault } from "./answer-to-all.ts"

const box = (address: string, name = "") => ({ name, address })
const asked = (writtenTo: readonly string[], to = "rosa@example.org") =>
  copiesByDefault({
    to: box(to),
    writtenTo: writtenTo.map((address) => box(address)),
    own: new Set(["help@shop.example", "box@shop.example"]),
    team: new Set(["max@example.com"]),
  }).map(({ address }) => address)

test("Whom the customer put on the mail gets the answer, too; ourselves, members and the customer do not", () => {
  const written = ["Help@shop.example", "box@shop.example", "Max@example.com", "ROSA@example.org", "boss@example.org"]
  expect(asked(written)).toEqual(["boss@example.org"])
})

test("Our address with a tag is ours, so that no answer comes back to us as a question", () => {
  expect(asked(["help+spring@shop.example", "boss@example.org"])).toEqual(["boss@example.org"])
})

test("Addresses that nobody reads are left out, and nobody is named twice", () => {
  expect(asked(["no-reply@bank.example", "bounces+7@list.example", "a@b.example", "A@b.example"])).toEqual([
    "a@b.example",
  ])
})

test("Of a circular to more than ten, nobody else gets the answer", () => {
  const many = Array.from({ length: 11 }, (_, index) => `p${index}@example.net`)
  expect(asked(many)).toEqual([])
  expect(asked(many.slice(1))).toHaveLength(10)
})
