import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { runUntil, takeSteps } from "../../../test/follow-through.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import { readPromise } from "../database/promises.ts"
import { setAway } from "../verbs/away-times.ts"

eachStore((store) => {
  const shop = () => openPromiseShop(store.database())

  describe("somebody who is away", () => {
    test("has handed over what is due meanwhile an hour before, visibly, and gets none of it back", async () => {
      const { desk, promise, outgoing, member, lead, workspaceId, told, problems } = await shop()
      const meanwhile = await promise("2026-11-24T12:00:00Z", "I'll send the wheel on Tuesday.")
      const afterwards = await promise("2026-12-02T12:00:00Z", "I'll ring you in December.")
      await setAway(desk, member, { memberId: member.id, from: "2026-11-20T09:00:00Z", until: "2026-11-27T17:00:00Z" })
      const owner = async (id: string) => (await readPromise(desk.database, workspaceId, id))?.owner?.id
      await runUntil(desk, outgoing.send, "2026-11-19T15:45:00Z")
      expect(await owner(meanwhile)).toBe(member.id)
      await runUntil(desk, outgoing.send, "2026-11-19T16:15:00Z")
      expect([await owner(meanwhile), await owner(afterwards)]).toEqual([lead.id, member.id])
      expect(await told(lead.id)).toEqual(["handed Lea Thu 16:00"])
      await runUntil(desk, outgoing.send, "2026-11-30T12:00:00Z", { hours: 1 })
      expect([await owner(meanwhile), await owner(afterwards)]).toEqual([lead.id, member.id])
      expect(await problems()).toEqual([])
    })

    test("and whose stand-in is away too, passes it on to somebody who is here", async () => {
      const { desk, promise, outgoing, member, lead, admin, workspaceId } = await shop()
      await desk.database.query("update members set stand_in_id = $2 where member_id = $1", [lead.id, member.id])
      const id = await promise("2026-11-20T12:00:00Z")
      const week = { from: "2026-11-19T12:30:00Z", until: "2026-11-27T17:00:00Z" }
      await setAway(desk, lead, { memberId: lead.id, ...week })
      await setAway(desk, admin, { memberId: member.id, ...week })
      await takeSteps(desk, outgoing.send)
      expect((await readPromise(desk.database, workspaceId, id))?.owner?.id).toBe(admin.id)
    })

    test("says so themselves, or an admin does", async () => {
      const { desk, member, lead, admin } = await shop()
      const week = { memberId: lead.id, from: "2026-11-20T12:00:00Z", until: "2026-11-27T17:00:00Z" }
      await expect(setAway(desk, member, week)).rejects.toMatchObject({ code: "forbidden" })
      await setAway(desk, admin, week)
      await expect(setAway(desk, lead, week)).rejects.toMatchObject({ code: "conflict" })
    })
  })
})
