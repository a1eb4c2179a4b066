import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import { verifyRecord } from "../../ledger/public-record.ts"
import { isSigned, sha256, signerOf } from "../checkpoint-key.ts"
import { readPublicRecord, readPublicReport } from "./public-report.ts"
import { keepPromise } from "./settle.ts"
import { takeCheckpoint } from "./take-checkpoint.ts"
import { changeWorkspace } from "./workspace.ts"

const CHECK = { hash: sha256, isSigned, held: null }

eachStore((store) => {
  test("The lines of a public report can be verified against the checkpoint, and whatever was changed is found", async () => {
    const { desk, workspaceId, admin, member, promise } = await openPromiseShop(store.database())
    for (const kept of [await promise(), await promise()]) await keepPromise(desk, member, kept, { kind: "word" })
    await promise() // open: in the checkpoint, and not in the report
    await takeCheckpoint(desk, { signer: signerOf(new Uint8Array(32).fill(7)), hashBytes: sha256 })
    await keepPromise(desk, member, await promise(), { kind: "word" }) // began after the checkpoint
    await changeWorkspace(desk, admin, { settings: { publicReport: { on: true } } })
    desk.pass({ hours: 24 })
    const report = await readPublicReport(desk, `shop-${workspaceId}`)
    if (report === null) throw new Error("the report is not public")
    const { outcomes } = report.figures
    const record = await readPublicRecord(desk, report, sha256)
    expect(verifyRecord(record, outcomes, CHECK)).toEqual({ problems: [], sealed: 2, unsealed: 1 })

    const problems = (changed: Partial<typeof record>, held: typeof record.checkpoint = null) =>
      verifyRecord({ ...record, ...changed }, outcomes, { ...CHECK, held }).problems
    expect(verifyRecord(record, { ...outcomes, broken: 1 }, CHECK).problems).toHaveLength(1)
    expect(problems({ promises: record.promises.slice(1) })[0]).toContain("and lists 2")
    const moved = record.promises.map((line) =>
      line.sealed === null ? line : { ...line, sealed: { ...line.sealed, entries: line.sealed.entries + 1 } },
    )
    expect(problems({ promises: moved })[0]).toContain("does not stand in the checkpoint as it is listed")
    const { checkpoint } = record
    if (checkpoint === null) throw new Error("there is no checkpoint")
    expect(problems({ checkpoint: { ...checkpoint, root: "0".repeat(64) } })).toHaveLength(2)
    expect(problems({}, checkpoint)).toEqual([])
    expect(problems({}, { ...checkpoint, number: 99 })[0]).toContain("that you hold")
  })
})
