import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type TestDesk, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { createApiKey, revokeApiKey } from "./api-keys.ts"
import { createCustomer } from "./customers.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { invite } from "./invitations.ts"
import { writeMailSettings } from "./mail-settings.ts"
import { changeMember } from "./members.ts"
import { removeMember } from "./remove-member.ts"
import { logAsCsv, readLog } from "./settings-log.ts"
import { verify } from "./verify.ts"
import { changeWorkspace } from "./workspace.ts"

type Team = Awaited<ReturnType<typeof openTestWorkspace>>
const ALL = { kind: null, memberId: null, from: null, until: null, before: null }

describe("The log of settings and access", () => {
  eachStore((store) => {
    let desk: TestDesk
    let team: Team
    beforeAll(async () => {
      desk = openTestDesk(store.database())
      team = await openTestWorkspace(desk)
    })
    const told = async () => (await readLog(desk, team.admin, ALL)).items
    const last = async () => (await told())[0]

    it("tells who changed which setting, from what to what, and nothing of what stayed", async () => {
      await changeWorkspace(desk, team.admin, { settings: { graceMinutes: 60 } })
      expect(await last()).toMatchObject({
        seq: 1,
        byName: "Ada",
        kind: "settings-changed",
        before: { graceMinutes: 480 },
        after: { graceMinutes: 60 },
      })
      await changeWorkspace(desk, team.admin, { settings: { graceMinutes: 60 } })
      expect(await told()).toHaveLength(1)
    })

    it("holds no secret", async () => {
      const server = { host: "mail.example", port: 587, security: "starttls" as const, username: "desk" }
      const addresses = ["help@harbour.example"]
      await writeMailSettings(desk, team.admin, {
        fromName: "Harbour",
        addresses,
        server: { ...server, password: "a very secret word" },
      })
      expect(await last()).toMatchObject({ kind: "mail-changed", after: { password: "entered anew" } })
      const { key, id } = await createApiKey(desk, team.admin, "A script")
      await revokeApiKey(desk, team.admin, id)
      expect((await told()).slice(0, 2).map(({ kind, subjectName }) => [kind, subjectName])).toEqual([
        ["key-revoked", "A script"],
        ["key-made", "A script"],
      ])
      const { token } = await invite(desk, team.admin, { email: "new@harbour.example", role: "lead" })
      const text = await logAsCsv(desk, team.admin, ALL)
      for (const secret of ["a very secret word", key, token, desk.digest(key)]) expect(text).not.toContain(secret)
    })

    it("tells of members, and of customers' data taken out or erased, by their ids alone", async () => {
      await changeMember(desk, team.admin, team.lead.id, { role: "admin" })
      expect(await last()).toMatchObject({ subjectName: "Lea", before: { role: "lead" }, after: { role: "admin" } })
      const id = await createCustomer(desk, team.member, { name: "Rosa Feld" })
      await exportCustomer(desk, team.admin, id)
      expect(await last()).toMatchObject({ kind: "customer-exported", subjectId: id, subjectName: "Rosa Feld" })
      await eraseCustomer(desk, team.admin, id)
      expect(await last()).toMatchObject({ kind: "customer-erased", subjectName: null })
      const rows = await desk.database.query("select before::text || after::text as said from settings_log")
      expect(JSON.stringify(rows)).not.toContain("Rosa")
      await removeMember(desk, team.admin, team.member.id)
      expect(await last()).toMatchObject({ kind: "member-removed", subjectName: "Max" })
    })

    it("is found by kind, by member and by time, a page after the other, and by admins only", async () => {
      const { items } = await readLog(desk, team.admin, { ...ALL, kind: "key-made" })
      expect(items.map(({ kind }) => kind)).toEqual(["key-made"])
      const ofLea = await readLog(desk, team.admin, { ...ALL, memberId: team.lead.id })
      expect(ofLea.items.map(({ kind }) => kind)).toEqual(["member-changed"])
      desk.pass({ hours: 1 })
      await changeWorkspace(desk, team.admin, { name: "Harbour" })
      const since = await readLog(desk, team.admin, { ...ALL, from: desk.now().toString() })
      expect(since.items).toMatchObject([{ after: { name: "Harbour" } }])
      for (let minutes = 1; minutes <= 51; minutes += 1) {
        await changeWorkspace(desk, team.admin, { settings: { graceMinutes: minutes } })
      }
      const page = await readLog(desk, team.admin, ALL)
      const more = await readLog(desk, team.admin, { ...ALL, before: Number(page.next) })
      expect(page.items).toHaveLength(50)
      expect(more.items[0]?.seq).toBe((page.items.at(-1)?.seq ?? 0) - 1)
      await expect(async () => readLog(desk, { ...team.admin, role: "lead" }, ALL)).rejects.toThrow("Only an admin")
    })

    it("is changed by nobody: the database refuses it, and verify finds what was changed around the refusal", async () => {
      const { database } = desk
      expect(await verify(desk)).toMatchObject({ problems: [] })
      await expect(database.query("update settings_log set after = '{}' where seq = 1")).rejects.toThrow(
        "never changed",
      )
      await expect(database.query("delete from settings_log")).rejects.toThrow("never changed or deleted")
      await expect(database.query("truncate settings_log")).rejects.toThrow("never changed or deleted")
      await database.query("alter table settings_log disable trigger settings_log_refuse_change")
      await database.query(`update settings_log set by_id = $1 where seq = 2`, [team.lead.id])
      expect((await verify(desk)).problems).toEqual([
        `The log of settings of workspace ${team.workspaceId} does not follow at number 2.`,
      ])
    })

    it("keeps its chain when two admins change something at the same moment", async () => {
      const other = await openTestWorkspace(desk)
      await Promise.all(
        [1, 2, 3, 4].map((minutes) => changeWorkspace(desk, other.admin, { settings: { graceMinutes: minutes } })),
      )
      expect((await readLog(desk, other.admin, ALL)).items.map(({ seq }) => seq)).toEqual([4, 3, 2, 1])
      expect((await verify(desk)).problems.filter((one) => one.includes(other.workspaceId))).toEqual([])
    })
  })
})
