import { expect, test } from "vitest"
import { readFile } from "../reading/read-file.ts"
import { checkAside } from "./check-aside.ts"
import { checkFile } from "./check-file.ts"
import { withOwnRules } from "./own-rules.ts"

const OWN = { id: "house/no-slang", why: "Few know it.", phrases: ["bonk"], finds: ["We bonk."], leaves: ["We mend."] }
const TEXT = `# Calls\n\nNever say no. <!-- aboveboard-ignore protocol/invent-reason: quoted -->\n\n${"Say **why**. ".repeat(3_000)}\n\nBonk.\n`
const manner = { severities: { "house/no-slang": "hold" }, allow: [], now: "2026-11-19T12:00:00Z" } as const
const voice = { channel: "mail", author: "saved-reply" } as const

test("a text that is checked in a thread of its own comes out as one that is checked here, and others go on meanwhile", async () => {
  const reading = await readFile("document.md", Buffer.from(TEXT))
  if ("unread" in reading) throw new Error(reading.unread)
  const here = checkFile("document", reading, { ...manner, rules: withOwnRules([OWN]) }, voice)
  let turns = 0
  const turning = setInterval(() => (turns += 1), 0)
  const aside = await checkAside({ ending: "md", text: TEXT, manner, voice, ownRules: [OWN] })
  clearInterval(turning)
  expect(aside).toEqual(here)
  expect(here.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(["house/no-slang", "hold"])
  expect(turns).toBeGreaterThan(0)
})

test("a text that is not what its ending says has no findings, and the next one is checked", async () => {
  const asked = { manner, voice, ownRules: [] }
  expect(await checkAside({ ...asked, ending: "json", text: '["' })).toBeNull()
  expect(await checkAside({ ...asked, ending: "txt", text: "Never say no." })).toMatchObject({ language: "en" })
})
