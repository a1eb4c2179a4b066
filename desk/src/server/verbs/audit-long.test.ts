import type { OwnRule } from "aboveboard-engine"
import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { readAuditedDocument } from "./audit.ts"
import { type FetchDocument, addAuditAddress, readDueAddress } from "./audit-addresses.ts"
import { changeAuditDocument, createAuditDocument, writeAuditDocument } from "./audit-documents.ts"
import type { Desk } from "./desk.ts"
import { addOwnRule } from "./own-rules.ts"

const PLAIN = "We answer every letter and say what we know.\n\n".repeat(500)
const LONG = `Never say no.\n\n${PLAIN}Make up a reason. Say bonk.\n`
const LAST = LONG.split("\n").length - 1
const SLANG: OwnRule = {
  id: "house/no-slang",
  why: "Some customers do not know our workshop's words.",
  phrases: ["bonk"],
  finds: ["We bonk."],
  leaves: ["We straighten it."],
}

eachStore((store) => {
  /** A desk that tells which long texts it was asked about, and how often. */
  async function audit() {
    const opened = openTestDesk(store.database())
    const team = await openTestWorkspace(opened)
    const asked: string[] = []
    const digest: Desk["digest"] = (text) => {
      if (text.includes(PLAIN)) asked.push(text)
      return opened.digest(text)
    }
    const desk = { ...opened, digest }
    const found = async (id: string) =>
      (await readAuditedDocument(desk, team.member, id)).findings.map(({ rule, line }) => [rule, line])
    return { desk, pass: opened.pass, ...team, asked, found }
  }

  const OF_PROGRAM = [
    ["protocol/never-say-no", 1],
    ["protocol/invent-reason", LAST],
  ]
  const ALL = [...OF_PROGRAM, ["house/no-slang", LAST]]

  test("a long document is held against the rules as a short one is, the team's own too, and again when they change", async () => {
    const { desk, admin, member, found } = await audit()
    const content = { text: LONG }
    const id = await createAuditDocument(desk, member, { name: "Calls.md", kind: "script", content })
    expect(await found(id)).toEqual(OF_PROGRAM)
    await addOwnRule(desk, admin, SLANG)
    expect(await found(id)).toEqual(ALL)
    await changeAuditDocument(desk, member, id, { content: { text: `Bonk.\n\n${LONG}` } })
    expect(await found(id)).toEqual([["house/no-slang", 1], ...ALL.map(([rule, line]) => [rule, Number(line) + 2])])
  })

  test("it is looked through before the store is held for it, once for each change", async () => {
    const { desk, pass, lead, member, asked, found } = await audit()
    const twice = () => {
      const [before, within, ...more] = asked.splice(0)
      expect([within === before, more]).toEqual([true, []])
    }
    const content = { text: LONG }
    const id = await createAuditDocument(desk, member, { name: "Calls.md", kind: "script", content })
    twice()
    await changeAuditDocument(desk, member, id, { content: { text: `${LONG}Hello.\n` } })
    twice()
    await writeAuditDocument(desk, member, id, { kind: "training" })
    twice()
    let page = LONG
    const fetch: FetchDocument = async () => ({ kind: "read", bytes: Buffer.from(page), ending: "txt" })
    const at = { name: "Site", kind: "policy", url: "https://shop.example/calls" } as const
    const address = await addAuditAddress(desk, lead, fetch, at)
    twice()
    const readNextDay = async () => {
      pass({ hours: 25 })
      while (await readDueAddress(desk, fetch)) continue
    }
    await readNextDay() // the same as yesterday: it is not looked through at all
    expect(asked).toEqual([])
    page = `${LONG}Hello.\n`
    await readNextDay()
    twice()
    expect(await found(address)).toEqual(OF_PROGRAM)
  })

  test("where the rules change while it is looked through, it is looked through again before the store is held", async () => {
    const { desk, admin, member, asked } = await audit()
    const id = await createAuditDocument(desk, member, { name: "Calls.md", kind: "script", content: { text: LONG } })
    await addOwnRule(desk, admin, SLANG)
    asked.length = 0
    const letters = { ...SLANG, id: "house/no-letters", phrases: ["what we know"], finds: ["What we know."] }
    const { database } = desk
    const meanwhile = { ...desk, database: { ...database } }
    meanwhile.database.transaction = async (work) => {
      meanwhile.database.transaction = database.transaction
      await addOwnRule(desk, admin, letters)
      return database.transaction(work)
    }
    const { findings } = await readAuditedDocument(meanwhile, member, id)
    const [before, within, ...again] = asked
    expect([within === before, again]).toEqual([false, [within, within]])
    expect(findings.filter(({ rule }) => rule === letters.id).length).toBeGreaterThan(0)
  })
})
