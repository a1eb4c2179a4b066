import { expect, test } from "vitest"
import { proposeFacts } from "./propose-facts.ts"

const told = (page: string) =>
  proposeFacts(page).map(({ subject, attribute, shown }) => `${subject} · ${attribute} · ${shown}`)

test.each([
  ["- A basic service costs €49.", "basic service · price · €49.00"],
  ["Full service: 149,50 EUR", "Full service · price · €149.50"],
  ["| Winter storage | €12 per month |", "Winter storage · price · €12.00 per month"],
  ["Standard delivery takes 3 to 5 working days.", "Standard delivery · delivery time · 3–5\u00a0working days"],
  ["Unused goods can be returned within 30 days.", "Unused goods · return window · 30\u00a0days"],
  ["Members get a 10 % discount.", "Members · discount · 10\u00a0%"],
  ["The Lark weighs 11.8 kg.", "Lark · weighs · 11.8\u00a0kg"],
  ["Engraved frames cannot be exchanged.", "Engraved frames · can be exchanged · No"],
  ["- An order can only be cancelled if it is pending.", "order · can be cancelled · only if it is pending"],
  [
    "A bicycle can only be returned while it is unused, and you should look at it first.",
    "bicycle · can be returned · only while it is unused",
  ],
])("%s", (line, proposal) => expect(told(line)).toEqual([proposal]))

test("a line that names nothing speaks of what its heading says", () => {
  expect(told("## Express repair\n\nIt is done within 24 hours.")).toEqual([
    "Express repair · turnaround · 24\u00a0hours".replace("turnaround", "time"),
  ])
})

test("the line stands beside each proposal, and the same is proposed once", () => {
  const page = "A puncture repair costs €14.\n\nA puncture repair costs €14."
  expect(proposeFacts(page)).toMatchObject([{ line: "A puncture repair costs €14." }])
})

test("questions, examples, what people may do and lines without a figure are proposed as nothing", () => {
  expect(
    told(
      "Does it cost €49?\nFor example, a wheel at €20.\nWe love bicycles.\nA user can only choose one payment method if there is another.",
    ),
  ).toEqual([])
})
