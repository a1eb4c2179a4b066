import { expect, test } from "vitest"
import { type Evidence, likeliest } from "./evidence.ts"

const mail: Evidence = { messageId: "1", kind: "message", isTalk: false, label: "Our message of 14:41", words: "£42" }
const call: Evidence = { messageId: "2", kind: "message", isTalk: true, label: "The call of 14:38", words: "Rang" }

test("What shows that a promise was kept is the newest of ours, and of a call back a talk, never a mail by itself", () => {
  expect(likeliest([mail, call], { deed: "answer" })).toBe(mail)
  expect(likeliest([mail, call], { deed: "call-back" })).toBe(call)
  expect(likeliest([mail], { deed: "call-back" })).toBeNull()
  expect(likeliest([], { deed: "send" })).toBeNull()
})
