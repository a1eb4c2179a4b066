import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { logHash } from "../../ledger/settings-log.ts"
import { walkLog } from "../database/settings-log.ts"
import { changeWorkspace } from "./workspace.ts"
import { GENESIS, hashOf } from "../../ledger/chain.ts"
import { isSigned, sha256, signerOf } from "../checkpoint-key.ts"
import { readEntries, chainOf } from "../database/entries.ts"
import { requireCustomer } from "./named-customer.ts"
import { handOverPromise, makePromise, setWaiting } from "./promises.ts"
import { takeCheckpoint, takeDailyCheckpoint } from "./take-checkpoint.ts"
import { verify } from "./verify.ts"

const seals = { isSigned, hashBytes: sha256 }
const sealing = { signer: signerOf(new Uint8Array(32).fill(7)), hashBytes: sha256 }

eachStore((store) => {
  /** A shop with one promise of three entries, a checkpoint of it that is held elsewhere, and one entry after it. */
  async function emptied() {
    const database = store.database()
    for (const table of TABLES) await database.query(`alter table ${table} disable trigger user`)
    await database.query("truncate checkpoints, promises, settings_log cascade")
    for (const table of TABLES) await database.query(`alter table ${table} enable trigger user`)
    return database
  }

  async function shop() {
    const database = await emptied()
    const desk = openTestDesk(database)
    const team = await openTestWorkspace(desk)
    const customerId = await database.transaction((queries) =>
      requireCustomer(queries, desk, team.member, { customer: { name: "Owen" } }),
    )
    const make = (words: string) =>
      makePromise(desk, team.member, {
        customerId,
        channel: "visit",
        words,
        deed: "answer",
        ownerId: team.member.id,
        due: { until: "2026-11-20T17:00:00Z", words: "before we close tomorrow" },
      })
    const id = await make("I'll read your complaint myself.")
    const other = await make("I'll weigh the parcel again.")
    await setWaiting(desk, team.member, id, { on: "colleague", note: "Callum" })
    await handOverPromise(desk, team.member, id, { ownerId: team.lead.id })
    desk.pass({ minutes: 10 })
    const held = await takeCheckpoint(desk, sealing)
    desk.pass({ minutes: 10 })
    await setWaiting(desk, team.member, id, { on: null })
    const key = { workspaceId: team.workspaceId, promiseId: id }
    return { desk, team, key, id, other, held, make, find: async () => (await verify(desk, { seals, held })).problems }
  }

  type Shop = Awaited<ReturnType<typeof shop>>

  /** What only somebody can do who controls the database. */
  async function tamper({ desk }: Shop, sql: string, parameters: readonly unknown[] = []): Promise<void> {
    for (const table of TABLES) await desk.database.query(`alter table ${table} disable trigger user`)
    await desk.database.query(sql, parameters)
    for (const table of TABLES) await desk.database.query(`alter table ${table} enable trigger user`)
  }

  /** Makes the chain and the row of the promise fit whatever its entries now say. */
  async function coverUp(shop: Shop): Promise<void> {
    const { desk, key } = shop
    let previous = GENESIS
    for (const { link } of chainOf(key, await readEntries(desk.database, key))) {
      const hash = hashOf(link, previous, desk.digest)
      await tamper(shop, "update entries set previous_hash = $3, hash = $4 where promise_id = $1 and seq = $2", [
        key.promiseId,
        link.seq,
        previous,
        hash,
      ])
      await desk.database.query("update promise_rows set last_seq = $2, last_hash = $3 where promise_id = $1", [
        key.promiseId,
        link.seq,
        hash,
      ])
      previous = hash
    }
  }

  const SEALED = (id: string, seq = 3) => `Promise ${id}: entry ${seq} is not the one that checkpoint 1 has.`
  const BROKEN = "The record up to checkpoint 1 is not the one that was sealed."

  test("an untouched record fits the checkpoint held elsewhere; what came after it is not yet anchored", async () => {
    const { desk, held } = await shop()
    const report = await verify(desk, { seals, held })
    expect(report.problems).toEqual([])
    expect(report.anchored).toEqual({ number: 1, at: held.at, isHeldElsewhere: true, entries: 4, newer: 1 })
    await takeCheckpoint(desk, sealing)
    expect((await verify(desk, { seals, held })).anchored?.newer).toBe(1)
    expect((await verify(desk, { seals })).anchored).toMatchObject({ number: 2, isHeldElsewhere: false, newer: 0 })
    expect((await verify(desk, { seals, held })).problems).toEqual([])
  })

  test("an entry that was changed is found, also with its chain made to fit", async () => {
    const made = await shop()
    await tamper(made, `update entries set body = '{"on":"supplier"}' where promise_id = $1 and seq = 2`, [made.id])
    expect(await made.find()).toContain(`Promise ${made.id}: entry 2 does not follow from the one before it.`)
    await coverUp(made)
    expect(await made.find()).toEqual(expect.arrayContaining([SEALED(made.id), BROKEN]))
  })

  test("a back-dated entry is found", async () => {
    const made = await shop()
    await tamper(made, "update entries set at = at - interval '1 day' where promise_id = $1 and seq = 3", [made.id])
    await coverUp(made)
    expect(await made.find()).toEqual(expect.arrayContaining([SEALED(made.id), BROKEN]))
  })

  test("an entry written after the checkpoint with a time before it is found", async () => {
    const made = await shop()
    made.desk.setClock("2026-11-19T09:00:00Z")
    const late = await made.make("I'll send the form today.")
    expect(await made.find()).toEqual([
      `Promise ${late}: entry 1 bears a time before checkpoint 1, which does not have it.`,
    ])
  })

  test("a deleted entry is found", async () => {
    const made = await shop()
    await tamper(made, "delete from entry_texts where promise_id = $1 and seq >= 2", [made.id])
    await tamper(made, "delete from entries where promise_id = $1 and seq = 2", [made.id])
    await tamper(made, "update entries set seq = seq - 1 where promise_id = $1 and seq > 2", [made.id])
    await coverUp(made)
    expect(await made.find()).toContain(SEALED(made.id))
  })

  test("entries that changed places are found", async () => {
    const made = await shop()
    await tamper(made, "delete from entry_texts where promise_id = $1 and seq >= 2", [made.id])
    const swap = "update entries set seq = $3 where promise_id = $1 and seq = $2"
    await tamper(made, swap, [made.id, 2, 99])
    await tamper(made, swap, [made.id, 3, 2])
    await tamper(made, swap, [made.id, 99, 3])
    await coverUp(made)
    expect(await made.find()).toContain(SEALED(made.id))
  })

  test("entries cut off at the end are found", async () => {
    const made = await shop()
    await tamper(made, "delete from entry_texts where promise_id = $1 and seq >= 3", [made.id])
    await tamper(made, "delete from entries where promise_id = $1 and seq >= 3", [made.id])
    await coverUp(made)
    expect(await made.find()).toContain(`Promise ${made.id}: entry 3 is gone, which checkpoint 1 has.`)
  })

  test("a promise that is gone with all that told of it is found", async () => {
    const made = await shop()
    for (const table of ["notices", "checkpoint_leaves", "entry_texts", "entries", "promise_rows", "promises"])
      await tamper(made, `delete from ${table} where promise_id = $1`, [made.other])
    expect(await made.find()).toEqual([`${BROKEN} It had 4 entries of 2 promises; 3 of 1 are found.`])
  })

  test("a record rewritten with the desk's own key and checkpoints does not fit the one held elsewhere", async () => {
    const made = await shop()
    await tamper(made, `update entries set body = '{"on":"supplier"}' where promise_id = $1 and seq = 2`, [made.id])
    await coverUp(made)
    await tamper(made, "delete from checkpoint_leaves")
    await tamper(made, "delete from checkpoints")
    await takeCheckpoint(made.desk, sealing)
    expect((await verify(made.desk, { seals })).problems).toEqual([])
    expect(await made.find()).toContain("The desk's checkpoint 1 is not the one held elsewhere.")
  })

  test("a record put back to before the checkpoint is found, and so is a checkpoint that was changed", async () => {
    const made = await shop()
    const { desk, held } = made
    const changed = { ...held, entries: held.entries + 1 }
    expect((await verify(desk, { seals, held: changed })).problems.join(" ")).toContain("it was changed")
    await tamper(made, "update checkpoints set at = at - interval '1 hour'")
    expect(await made.find()).toContain("Checkpoint 1 is missing, changed, or does not follow from the one before it.")
    await tamper(made, "delete from checkpoint_leaves")
    await tamper(made, "delete from checkpoints")
    expect((await made.find()).join(" ")).toContain("The desk has no checkpoint 1")
  })

  describe("The log of settings and access", () => {
    /** Two changes before the checkpoint that is held elsewhere, one after it. */
    async function changed() {
      const made = await shop()
      const { desk, key, team } = made
      const grace = (graceMinutes: number) => changeWorkspace(desk, team.admin, { settings: { graceMinutes } })
      await grace(60)
      await grace(90)
      desk.pass({ minutes: 10 })
      const held = await takeCheckpoint(desk, sealing)
      desk.pass({ minutes: 10 })
      await grace(120)
      const find = async () => (await verify(desk, { seals, held })).problems
      /** The chain fits whatever the log now says. */
      const fit = async () => {
        let previousHash = GENESIS
        for await (const { hash: _, previousHash: __, ...entry } of walkLog(desk.database)) {
          const hash = logHash(entry, previousHash, desk.digest)
          const fitting = "update settings_log set previous_hash = $3, hash = $4 where workspace_id = $1 and seq = $2"
          await tamper(made, fitting, [entry.workspaceId, entry.seq, previousHash, hash])
          previousHash = hash
        }
      }
      const said = `The log of settings of workspace ${key.workspaceId}: number`
      return { ...made, held, find, fit, said }
    }
    const SEALED_LOG = "The record up to checkpoint 2 is not the one that was sealed."

    test("is sealed with the promises: what was changed in it is found, also with its chain made to fit", async () => {
      const made = await changed()
      expect(await made.find()).toEqual([])
      await tamper(made, `update settings_log set after = '{"graceMinutes":5}' where seq = 1`)
      await made.fit()
      expect(await made.find()).toEqual([SEALED_LOG, `${made.said} 2 is not the one that checkpoint 2 has.`])
      await tamper(made, "delete from checkpoint_log_leaves")
      expect(await made.find()).toEqual([SEALED_LOG])
    })

    test("loses nothing at its end, and takes in nothing back-dated", async () => {
      const made = await changed()
      await tamper(made, "update settings_log set at = at - interval '1 day' where seq = 3")
      await made.fit()
      expect(await made.find()).toEqual([`${made.said} 3 bears a time before checkpoint 2, which does not have it.`])
      await tamper(made, "delete from settings_log where seq >= 2")
      expect(await made.find()).toEqual([SEALED_LOG, `${made.said} 2 is gone, which checkpoint 2 has.`])
    })
  })

  test("there is one checkpoint a day, whoever asks", async () => {
    const { desk } = await shop()
    expect(await takeDailyCheckpoint(desk, sealing)).toBeNull()
    desk.pass({ hours: 24 })
    const taken = await Promise.all([takeDailyCheckpoint(desk, sealing), takeDailyCheckpoint(desk, sealing)])
    expect(taken.flatMap((one) => one?.number ?? [])).toEqual([2])
    expect((await verify(desk, { seals })).problems).toEqual([])
  })

  test("a desk in which settings were changed and nothing was promised takes one, too; one in which nothing was, takes none", async () => {
    const database = await emptied()
    const desk = openTestDesk(database)
    expect(await takeDailyCheckpoint(desk, sealing)).toBeNull()
    const { admin } = await openTestWorkspace(desk)
    await changeWorkspace(desk, admin, { name: "Lamps" })
    expect(await takeDailyCheckpoint(desk, sealing)).toMatchObject({ number: 1, promises: 0, entries: 0 })
    expect((await verify(desk, { seals })).problems).toEqual([])
  })

  test("checkpoints are never changed or deleted by the desk", async () => {
    const { desk } = await shop()
    for (const sql of [
      "delete from checkpoints",
      "update checkpoint_leaves set seq = 1",
      "truncate checkpoint_leaves",
      "delete from checkpoint_log_leaves",
    ])
      await expect(desk.database.query(sql)).rejects.toThrow("never changed")
  })
})

const TABLES = [
  ["checkpoint_leaves", "checkpoint_log_leaves", "checkpoints", "settings_log"],
  ["promise_rows", "entry_texts", "entries", "promises"],
].flat()
