import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { listTasks } from "../database/tasks.ts"
import { dismissFinding } from "./dismissals.ts"
import { lookAtFact } from "./fact-looks.ts"
import { exportFacts, importFacts, previewImport } from "./fact-files.ts"
import { listFactViews, readFactView } from "./fact-list.ts"
import {
  type NewFactInput,
  changeFact,
  confirmFact,
  createFact,
  decideProposal,
  retireFact,
  writeFact,
} from "./facts.ts"
import { reviewText } from "./review-text.ts"

const SERVICE: NewFactInput = {
  subject: "basic service",
  aliases: ["check-up"],
  attribute: "price",
  value: "€49",
  statement: "A basic service costs EUR 49.",
  source: { kind: "document", name: "Price list 2026", line: "Basic service 49.00" },
}
const AT_59 = { ...SERVICE, value: "€59", statement: "A basic service costs EUR 59." }

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const view = (factId: string) => readFactView(desk, team.member, factId)
    const review = async (text: string) => reviewText(desk.database, desk, team.workspaceId, { text })
    const tasks = async () => (await listTasks(desk.database, team.workspaceId)).filter(({ kind }) => kind === "fact")
    const looks = async () => {
      while (await lookAtFact(desk));
    }
    return { desk, ...team, view, review, tasks, looks }
  }

  test("what a member enters is proposed and backs nothing until a lead approves it", async () => {
    const { desk, member, lead, view, review } = await shop()
    const factId = await createFact(desk, member, SERVICE)
    expect(await view(factId)).toMatchObject({ standing: "proposed", waiting: 1, ownerId: member.by.id })
    expect((await review("A basic service costs €45.")).claims).toEqual([])
    await expect(decideProposal(desk, member, { factId, version: 1 }, "approved")).rejects.toMatchObject({
      code: "forbidden",
    })
    await decideProposal(desk, lead, { factId, version: 1 }, "approved")
    expect(await view(factId)).toMatchObject({ standing: "in-force", waiting: 0, current: { shown: "€49.00" } })
    await expect(decideProposal(desk, lead, { factId, version: 1 }, "declined")).rejects.toMatchObject({
      code: "conflict",
    })
  })

  test("a new version holds from today, and the one before it stays as it was said, with its source", async () => {
    const { desk, lead, view } = await shop()
    const factId = await createFact(desk, lead, SERVICE)
    expect(await changeFact(desk, lead, factId, { ...AT_59, source: { kind: "person", name: "Priya Nair" } })).toBe(2)
    const { current, versions } = await view(factId)
    expect(current).toMatchObject({
      version: 2,
      shown: "€59.00",
      validFrom: "2026-11-19",
      source: { name: "Priya Nair" },
    })
    expect(versions.map(({ shown, source }) => [shown, source.line])).toEqual([
      ["€59.00", undefined],
      ["€49.00", "Basic service 49.00"],
    ])
  })

  test("a fact that nobody confirmed in time is a task of its owner, once, until they say that it still holds", async () => {
    const { desk, member, lead, view, tasks, looks } = await shop()
    const factId = await createFact(desk, lead, { ...SERVICE, ownerId: member.id, confirmDays: 30 })
    desk.pass({ hours: 24 * 29 })
    await looks()
    expect(await tasks()).toEqual([])
    desk.pass({ hours: 24 })
    await looks()
    await looks()
    expect(await view(factId)).toMatchObject({ standing: "stale" })
    expect(await tasks()).toMatchObject([
      { ownerId: member.id, factId, words: "Is it still true? basic service, price: €49.00" },
    ])
    await confirmFact(desk, member, factId)
    expect(await tasks()).toEqual([])
    expect(await view(factId)).toMatchObject({ standing: "in-force", confirmBefore: "2027-01-18" })
  })

  test("an expired fact cannot be confirmed, only entered anew", async () => {
    const { desk, lead, view, looks, tasks } = await shop()
    const factId = await createFact(desk, lead, { ...SERVICE, validUntil: "2026-11-20" })
    desk.pass({ hours: 48 })
    await looks()
    expect(await view(factId)).toMatchObject({ standing: "expired" })
    expect(await tasks()).toMatchObject([{ words: "Expired, and backs nothing: basic service, price: €49.00" }])
    await expect(confirmFact(desk, lead, factId)).rejects.toMatchObject({ code: "conflict" })
    await changeFact(desk, lead, factId, AT_59)
    expect(await view(factId)).toMatchObject({ standing: "in-force" })
    expect(await tasks()).toEqual([])
  })

  test("a member may confirm and change their own facts, not those of others, and give none away", async () => {
    const { desk, member, lead } = await shop()
    const factId = await createFact(desk, lead, SERVICE)
    await expect(confirmFact(desk, member, factId)).rejects.toMatchObject({ code: "forbidden" })
    await expect(writeFact(desk, member, factId, { confirmDays: 5 })).rejects.toMatchObject({ code: "forbidden" })
    await writeFact(desk, lead, factId, { ownerId: member.id })
    await confirmFact(desk, member, factId)
    await expect(writeFact(desk, member, factId, { ownerId: lead.id })).rejects.toMatchObject({ code: "forbidden" })
    await expect(retireFact(desk, member, factId)).rejects.toMatchObject({ code: "forbidden" })
    await expect(createFact(desk, lead, SERVICE)).rejects.toMatchObject({ code: "conflict" })
    await expect(createFact(desk, lead, { ...SERVICE, value: "" })).rejects.toMatchObject({ code: "invalid" })
  })

  test("facts that contradict each other in one scope are shown as such; retired ones contradict nothing", async () => {
    const { desk, lead, view, member } = await shop()
    const one = await createFact(desk, lead, SERVICE)
    const other = await createFact(desk, lead, { ...AT_59, name: "another" })
    await createFact(desk, lead, { ...AT_59, scope: { country: "DE" } })
    expect((await view(one)).conflicts).toEqual([other])
    expect((await listFactViews(desk, member, { filter: "conflicting" })).total).toBe(2)
    await retireFact(desk, lead, other)
    expect((await view(one)).conflicts).toEqual([])
    expect((await listFactViews(desk, member, {})).counts).toMatchObject({ all: 2, retired: 1, conflicting: 0 })
  })

  test("those that hold are counted: not what expired or is only proposed, but what waits to be changed and holds meanwhile", async () => {
    const { desk, lead, member } = await shop()
    await createFact(desk, member, { ...SERVICE, attribute: "duration", value: "3 days" })
    const expiring = await createFact(desk, lead, { ...SERVICE, scope: { country: "DE" }, validUntil: "2026-11-20" })
    const holds = await createFact(desk, lead, { ...SERVICE, ownerId: member.id, confirmDays: 1 })
    for (const factId of [holds, expiring])
      await changeFact(desk, member, factId, { ...AT_59, scope: { plan: "Solo" } })
    desk.pass({ hours: 48 })
    const { holding, counts } = await listFactViews(desk, member, { filter: "expired" })
    expect({ holding, ...counts }).toMatchObject({ holding: 1, all: 3, expired: 1, proposed: 3 })
  })

  test("a file is previewed before it changes anything; imported again it changes nothing", async () => {
    const { desk, lead, member } = await shop()
    await createFact(desk, lead, SERVICE)
    const file = {
      format: "csv" as const,
      text: "product,price\nbasic service,€59\nfull service,€149\n",
      fileName: "prices.csv",
    }
    expect(await previewImport(desk, member, file)).toMatchObject({
      counts: { new: 1, changed: 1, same: 0 },
      lines: [
        { kind: "changed", before: "€49.00", after: "€59.00" },
        { kind: "new", after: "€149.00" },
      ],
    })
    expect((await listFactViews(desk, member, {})).total).toBe(1)
    await expect(importFacts(desk, member, file)).rejects.toMatchObject({ code: "forbidden" })
    expect(await importFacts(desk, lead, file)).toEqual({ added: 1, changed: 1 })
    expect((await previewImport(desk, member, file)).counts).toEqual({ new: 0, changed: 0, same: 2 })
    for (const format of ["json", "csv"] as const) {
      const text = await exportFacts(desk, lead, format)
      expect((await previewImport(desk, member, { format, text })).counts).toEqual({ new: 0, changed: 0, same: 2 })
    }
    expect(await importFacts(desk, lead, { ...file, text: "product,price\nhub,€5\n" })).toEqual({
      added: 1,
      changed: 0,
    })
    const twice = { ...file, text: "product,price\nbell,€7\n" }
    const both = await Promise.all([importFacts(desk, lead, twice), importFacts(desk, lead, twice)])
    expect(both.map(({ added }) => added).toSorted((one, other) => one - other)).toEqual([0, 1])
  })

  test("the list finds by any word and puts first what expires first", async () => {
    const { desk, lead, member } = await shop()
    await createFact(desk, lead, SERVICE)
    await createFact(desk, lead, {
      ...SERVICE,
      subject: "delivery",
      aliases: [],
      statement: "Delivery takes 3 working days.",
      value: "3 working days",
      attribute: "time",
      validUntil: "2026-12-01",
    })
    const subjects = async (q: string) =>
      (await listFactViews(desk, member, { q })).items.map(({ current }) => current.subject)
    expect(await subjects("")).toEqual(["delivery", "basic service"])
    expect(await subjects("check 49")).toEqual(["basic service"])
    expect(await subjects("nothing")).toEqual([])
  })

  test("leads are told when a member lets pass what is held, and a lead needs nobody to be told", async () => {
    const { desk, workspaceId, member, lead } = await shop()
    const told = async () => (await listTasks(desk.database, workspaceId)).filter(({ kind }) => kind === "override")
    await dismissFinding(desk, lead, { rule: "claim/contradicted", words: "€39 for the check-up" })
    await dismissFinding(desk, member, { rule: "claim/unsupported", words: "we have lamps" })
    expect(await told()).toEqual([])
    await dismissFinding(desk, member, { rule: "claim/contradicted", words: "A basic service costs €45." })
    expect(await told()).toMatchObject([
      { ownerId: lead.id, words: expect.stringContaining("“A basic service costs €45.” was said not to be about") },
    ])
  })
})
