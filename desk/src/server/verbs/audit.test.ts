import { expect, test } from "vitest"
import { docx } from "../../../../cli/test/documents.ts"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { listTasks } from "../database/tasks.ts"
import { readAudit, readAuditedDocument } from "./audit.ts"
import { type FetchDocument, addAuditAddress, readAddressAgain, readDueAddress } from "./audit-addresses.ts"
import { acceptFinding, withdrawAcceptance } from "./audit-acceptances.ts"
import { changeAuditDocument, createAuditDocument, removeAuditDocument, writeAuditDocument } from "./audit-documents.ts"
import { dismissFinding } from "./dismissals.ts"
import { createFact } from "./facts.ts"
import { createReply, removeReply, writeReply } from "./saved-replies.ts"
import { changeSignature } from "./signatures.ts"
import { changeWorkspace } from "./workspace.ts"
import { auditAsHtml, auditAsSarif } from "./audit-reports.ts"

const SCRIPT = "# Calls\n\nGreet the caller. Never say no.\n\nMake up a reason if you are late.\n"

const openIn = ({ hold, confirm, remark }: Readonly<Record<"hold" | "confirm" | "remark", number>>) =>
  hold + confirm + remark

eachStore((store) => {
  async function audit() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const script = await createAuditDocument(desk, team.member, {
      name: "Calls.md",
      kind: "script",
      content: { text: SCRIPT },
    })
    const read = () => readAuditedDocument(desk, team.member, script)
    return { desk, ...team, script, read }
  }

  test("a document is checked when it is handed in, and its owner is who did", async () => {
    const { read } = await audit()
    const { findings, ...line } = await read()
    expect(line).toMatchObject({
      name: "Calls.md",
      owner: "Max",
      version: 1,
      hold: 1,
      confirm: 1,
      remark: 0,
      accepted: 0,
    })
    expect(findings.map(({ rule, line: at, words, standing }) => [rule, at, words, standing])).toEqual([
      ["protocol/never-say-no", 3, "Never say no", "open"],
      ["protocol/invent-reason", 5, "Make up a reason", "open"],
    ])
  })

  test("Word files and macros are read as what they are, and what cannot be read is refused with the reason", async () => {
    const { desk, member } = await audit()
    const base64 = docx(["Create a sense of urgency."]).toString("base64")
    const training = await createAuditDocument(desk, member, { name: "T.docx", kind: "training", content: { base64 } })
    expect(await readAuditedDocument(desk, member, training)).toMatchObject({
      text: "Create a sense of urgency.",
      confirm: 1,
    })
    const text = JSON.stringify([{ title: "Late", content: "I have refunded you." }])
    const macros = await createAuditDocument(desk, member, { name: "macros.json", kind: "macro", content: { text } })
    const { findings } = await readAuditedDocument(desk, member, macros)
    expect(findings.map(({ rule }) => rule)).toEqual(["claim/claimed-deed"])
    const broken = { name: "m.json", kind: "macro", content: { text: "{" } } as const
    await expect(createAuditDocument(desk, member, broken)).rejects.toThrow("could not be read: not JSON")
    const empty = { name: "m.md", kind: "policy", content: { text: " \n" } } as const
    await expect(createAuditDocument(desk, member, empty)).rejects.toThrow("holds no text")
  })

  test("a lead answers for a finding until a day; the day after, it is open again", async () => {
    const { desk, member, lead, script, read } = await audit()
    const key = (await read()).findings[0]?.key ?? ""
    const accepted = { key, reason: "An example of what we no longer say.", until: "2026-11-30" }
    await expect(acceptFinding(desk, member, script, accepted)).rejects.toMatchObject({ code: "forbidden" })
    await expect(acceptFinding(desk, lead, script, { ...accepted, until: "2026-11-18" })).rejects.toThrow("has passed")
    await expect(acceptFinding(desk, lead, script, { ...accepted, key: "other" })).rejects.toMatchObject({
      code: "not_found",
    })
    await acceptFinding(desk, lead, script, accepted)
    expect(await read()).toMatchObject({
      confirm: 0,
      accepted: 1,
      findings: [{ standing: "accepted", acceptance: { by: "Lea" } }, {}],
    })
    desk.setClock("2026-12-01T09:00:00Z")
    expect(await read()).toMatchObject({ confirm: 1, accepted: 0, findings: [{ standing: "lapsed" }, {}] })
    const id = (await read()).findings[0]?.acceptance?.id ?? ""
    await withdrawAcceptance(desk, lead, id)
    await expect(withdrawAcceptance(desk, lead, id)).rejects.toMatchObject({ code: "not_found" })
  })

  test("a new version is checked, keeps what was accepted for the same words, and every change is a point of the trend", async () => {
    const { desk, member, lead, script, read } = await audit()
    const key = (await read()).findings[0]?.key ?? ""
    await acceptFinding(desk, lead, script, { key, reason: "Until the new script is out.", until: "2026-12-31" })
    await changeAuditDocument(desk, member, script, { content: { text: "A new line.\n\nNever say no.\n" } })
    expect(await read()).toMatchObject({ version: 2, hold: 0, confirm: 0, accepted: 1 })
    await removeAuditDocument(desk, lead, script)
    await expect(read()).rejects.toMatchObject({ code: "not_found" })
    const { runs, documents, totals } = await readAudit(desk, lead)
    const handedIn = documents.filter(({ ofDesk }) => ofDesk === null)
    expect(runs.map(({ cause, hold, confirm, accepted }) => [cause, hold, confirm, accepted])).toEqual([
      ["document", 1, 1, 0],
      ["desk", 1, 1, 0],
      ["acceptance", 1, 0, 1],
      ["document", 0, 0, 1],
      ["document", 0, 0, 0],
    ])
    expect([handedIn, totals]).toEqual([[], { hold: 0, confirm: 0, remark: 0, accepted: 0 }])
  })

  test("when a rule is taken otherwise, every document is checked again, and that is a run", async () => {
    const { desk, member, workspaceId, read } = await audit()
    await desk.database.query(
      `update workspaces set settings = jsonb_set(settings, '{rules}', '{"all": {"protocol/never-say-no": "remark"}}') where workspace_id = $1`,
      [workspaceId],
    )
    expect(await read()).toMatchObject({ hold: 1, confirm: 0, remark: 1 })
    const { runs, rules } = await readAudit(desk, member)
    expect(runs.map(({ cause }) => cause)).toEqual(["document", "desk", "rules"])
    expect(rules.map(({ rule, open }) => [rule, open])).toEqual([
      ["protocol/invent-reason", 1],
      ["protocol/never-say-no", 1],
    ])
  })

  test("what the desk itself says is under audit, follows where it is edited, and finds nothing in its own words", async () => {
    const { desk, admin, member, lead } = await audit()
    const ofDesk = async () =>
      (await readAudit(desk, member)).documents.filter((each) => each.ofDesk !== null && each.ofDesk.source !== "reply")
    const before = await ofDesk()
    expect(before.map(({ name }) => name)).toContain("Mail about promises")
    expect(before.map(openIn)).toEqual(before.map(() => 0))

    const reply = await createReply(desk, member, { name: "Late", text: "Hurry, only 3 left at this price!" })
    await changeSignature(desk, admin, { of: "workspace", text: "We are the cheapest." })
    await changeWorkspace(desk, admin, { settings: { contactForm: { on: true } } })
    const { documents, runs, totals } = await readAudit(desk, member)
    const late = documents.find(({ ofDesk: origin }) => origin?.id === reply)
    expect(late).toMatchObject({ name: "Late", owner: "Max", ofDesk: { source: "reply" }, version: 1 })
    expect(documents.map(({ name }) => name)).toEqual(expect.arrayContaining(["Signature", "Contact form"]))
    expect(openIn(totals)).toBeGreaterThan(3)
    expect(runs.slice(-3).map(({ cause }) => cause)).toEqual(["desk", "desk", "desk"])

    const id = late?.id ?? ""
    const { findings } = await readAuditedDocument(desk, member, id)
    await acceptFinding(desk, lead, id, { key: findings[0]?.key ?? "", reason: "Until spring.", until: "2026-12-31" })
    await expect(changeAuditDocument(desk, lead, id, { content: { text: "x" } })).rejects.toMatchObject({
      code: "conflict",
    })
    await expect(removeAuditDocument(desk, lead, id)).rejects.toMatchObject({ code: "conflict" })
    await writeReply(desk, member, reply, { text: "We have three of them." })
    expect(await readAuditedDocument(desk, member, id)).toMatchObject({
      version: 2,
      findings: [],
      text: "We have three of them.",
    })
    await removeReply(desk, member, reply)
    await expect(readAuditedDocument(desk, member, id)).rejects.toMatchObject({ code: "not_found" })
  })

  test("a saved reply is compared with the facts, and again when they change; what was dismissed is found no more", async () => {
    const { desk, admin, member } = await audit()
    const reply = await createReply(desk, member, { name: "Post", text: "Standard delivery costs €4." })
    const rulesOf = async () => {
      const { documents } = await readAudit(desk, member)
      const id = documents.find(({ ofDesk }) => ofDesk?.id === reply)?.id ?? ""
      return (await readAuditedDocument(desk, member, id)).findings.map(({ rule }) => rule)
    }
    expect(await rulesOf()).toEqual([])
    await createFact(desk, admin, {
      subject: "standard delivery",
      attribute: "price",
      value: "€5",
      source: { kind: "person", name: "Lea" },
    })
    expect(await rulesOf()).toEqual(["claim/contradicted"])
    await dismissFinding(desk, member, { rule: "claim/contradicted", words: "Standard delivery costs €4." })
    expect(await rulesOf()).toEqual([])
  })

  test("a document at an address is read there again each day, and by hand; what goes wrong stands beside it", async () => {
    const { desk, lead, member } = await audit()
    let page = "<script>x=1</script><p>Never say no.</p>"
    let fails = false
    const fetch: FetchDocument = async () =>
      fails ? { kind: "failed", words: "It answered 500." } : { kind: "read", bytes: Buffer.from(page), ending: "html" }
    const pointed = { name: "Returns", kind: "policy", url: "https://shop.example/returns" } as const
    await expect(addAuditAddress(desk, member, fetch, pointed)).rejects.toMatchObject({ code: "forbidden" })
    const withPassword = { ...pointed, url: "https://max:secret@shop.example/" }
    await expect(addAuditAddress(desk, lead, fetch, withPassword)).rejects.toThrow("every member sees it")
    const id = await addAuditAddress(desk, lead, fetch, pointed)
    expect(await readAuditedDocument(desk, member, id)).toMatchObject({ text: "Never say no.", confirm: 1, version: 1 })
    await expect(changeAuditDocument(desk, lead, id, { content: { text: "x" } })).rejects.toThrow("read at its address")

    expect(await readDueAddress(desk, fetch)).toBe(false)
    desk.setClock("2026-11-20T15:00:00Z")
    expect(await readDueAddress(desk, fetch)).toBe(true)
    expect(await readDueAddress(desk, fetch)).toBe(false)
    expect(await readAuditedDocument(desk, member, id)).toMatchObject({ version: 1, readAt: "2026-11-20T15:00:00Z" })

    page = "<script>x=2</script><p>Say no where it is one.</p>"
    await readAddressAgain(desk, member, fetch, id)
    expect(await readAuditedDocument(desk, member, id)).toMatchObject({ version: 2, confirm: 0, readProblem: null })
    fails = true
    await readAddressAgain(desk, member, fetch, id)
    const after = { version: 2, readProblem: "It could not be read there: It answered 500." }
    expect(await readAuditedDocument(desk, member, id)).toMatchObject(after)
    await removeAuditDocument(desk, lead, id)
    desk.setClock("2026-12-20T15:00:00Z")
    expect(await readDueAddress(desk, fetch)).toBe(false)
  })

  test("who answers for a document at an address is told that it changed, once until they have looked", async () => {
    const { desk, lead, member, workspaceId } = await audit()
    let page = "<p>We answer within a day.</p>"
    const fetch: FetchDocument = async () =>
      page === ""
        ? { kind: "failed", words: "It answered 404." }
        : { kind: "read", bytes: Buffer.from(page), ending: "html" }
    const url = "https://shop.example/returns"
    await addAuditAddress(desk, lead, fetch, { name: "Returns", kind: "policy", url, ownerId: member.id })
    const tasks = async () =>
      (await listTasks(desk.database, workspaceId)).map(({ ownerId, words }) => [ownerId, words])
    const readNextDay = async (text: string) => {
      page = text === "" ? "" : `<p>${text}</p>`
      desk.pass({ hours: 25 })
      while (await readDueAddress(desk, fetch)) continue
    }
    await readNextDay("We answer within a day.")
    expect(await tasks()).toEqual([])
    await readNextDay("Never say no.")
    const told =
      "“Returns” has changed at its address: the rules find something in what is new. Look at it under Protocol."
    expect(await tasks()).toEqual([[member.id, told]])
    await readNextDay("Never say no. Create a sense of urgency.")
    expect(await tasks()).toHaveLength(1)
    await readNextDay("Never say no. We answer within two days.")
    expect((await tasks())[1]).toEqual([member.id, expect.stringContaining("the rules find nothing new in it")])
    page = "<p>We answer.</p>"
    const [{ id } = { id: "" }] = (await readAudit(desk, member)).documents.filter(({ name }) => name === "Returns")
    await readAddressAgain(desk, member, fetch, id)
    expect(await tasks()).toHaveLength(2)

    await readNextDay("") // once may be the network
    await readAddressAgain(desk, lead, fetch, id) // a moment later
    expect(await tasks()).toHaveLength(2)
    await readNextDay("")
    await readNextDay("")
    expect(await tasks()).toHaveLength(3)
    expect((await tasks())[2]).toEqual([member.id, expect.stringContaining("“Returns” could not be read")])
    await readNextDay("We answer.") // and is done once it can be read again
    expect(await tasks()).toHaveLength(2)
  })

  test("name, kind and owner can be changed; an owner is a member", async () => {
    const { desk, lead, member, script, read } = await audit()
    await writeAuditDocument(desk, member, script, { name: "Phone.md", kind: "policy", ownerId: lead.id })
    expect(await read()).toMatchObject({ name: "Phone.md", kind: "policy", owner: "Lea", hold: 1 })
    await expect(writeAuditDocument(desk, member, script, { ownerId: script })).rejects.toMatchObject({
      code: "invalid",
    })
  })

  test("the reports hold what is open, and what is accepted as suppressed with its reason", async () => {
    const { desk, lead, script, read } = await audit()
    const key = (await read()).findings[0]?.key ?? ""
    await acceptFinding(desk, lead, script, { key, reason: "Quoted.", until: "2026-12-31" })
    const sarif: unknown = JSON.parse(await auditAsSarif(desk, lead))
    const suppressions = [{ kind: "external", justification: "Quoted. (Lea, until 2026-12-31)" }]
    expect(sarif).toMatchObject({ runs: [{ results: [{ suppressions }, { ruleId: "protocol/invent-reason" }] }] })
    expect(await auditAsHtml(desk, lead)).toContain("<mark>Make up a reason</mark>")
  })
})
