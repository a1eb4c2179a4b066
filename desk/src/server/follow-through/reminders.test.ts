import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { runUntil, takeSteps } from "../../../test/follow-through.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import { listNotices } from "../database/notice-list.ts"
import { readPromise } from "../database/promises.ts"
import { changePreferences } from "../verbs/members.ts"
import { sayOnIt } from "../verbs/notices.ts"
import { handOverPromise, setWaiting } from "../verbs/promises.ts"
import { removeMember } from "../verbs/remove-member.ts"
import { keepPromise } from "../verbs/settle.ts"

eachStore((store) => {
  const shop = () => openPromiseShop(store.database())

  describe("a promise that nobody keeps", () => {
    test("reminds its owner, then the others, once each and while they work, is marked broken and comes up in the morning", async () => {
      const { desk, promise, outgoing, told, everybody, workspaceId, problems } = await shop()
      const id = await promise()
      await runUntil(desk, outgoing.send, "2026-11-23T12:00:00Z")
      expect(await told(...everybody)).toEqual([
        "half Max Thu 14:00",
        "soon Max Thu 15:00",
        "due Max Thu 16:00",
        "stand-in Lea Fri 09:00",
        "leads Lea Fri 10:00",
        "admins Ada Fri 12:00",
        "broken Max Mon 09:00",
        "broken Lea Mon 09:00",
      ])
      expect((await readPromise(desk.database, workspaceId, id))?.state).toBe("broken")
      expect(await problems()).toEqual([])
    })

    test("says nothing more once it is kept", async () => {
      const { desk, promise, outgoing, told, member } = await shop()
      const id = await promise()
      await runUntil(desk, outgoing.send, "2026-11-19T14:15:00Z")
      await keepPromise(desk, member, id, { kind: "word" })
      await runUntil(desk, outgoing.send, "2026-11-23T12:00:00Z", { hours: 1 })
      expect(await told(member.id)).toEqual(["half Max Thu 14:00"])
    })

    test("that was decided on at night is told in the morning, to whom it belongs by then", async () => {
      const { desk, promise, outgoing, told, member, lead, everybody } = await shop()
      const id = await promise("2026-11-19T22:00:00Z")
      await runUntil(desk, outgoing.send, "2026-11-20T03:00:00Z")
      await handOverPromise(desk, lead, id, { ownerId: lead.id })
      await runUntil(desk, outgoing.send, "2026-11-20T09:30:00Z")
      expect(await told(...everybody)).toContain("due Lea Fri 09:00")
      expect(await told(member.id)).not.toContain("due Max Fri 09:00")
    })

    test("is told of once after a pause, not once for each step that was missed", async () => {
      const { desk, promise, outgoing, told, everybody, problems } = await shop()
      await promise()
      desk.setClock("2026-11-20T09:30:00Z")
      await takeSteps(desk, outgoing.send)
      expect(await told(...everybody)).toEqual(["due Max Fri 09:30", "stand-in Lea Fri 09:30"])
      expect(await problems()).toEqual([])
    })

    test("whose owner is removed reminds whoever has it then", async () => {
      const { desk, promise, outgoing, told, admin, member, lead } = await shop()
      await promise()
      await runUntil(desk, outgoing.send, "2026-11-19T14:15:00Z")
      await removeMember(desk, admin, member.id)
      await runUntil(desk, outgoing.send, "2026-11-19T16:15:00Z")
      expect(await told(lead.id)).toEqual(["handed Lea Thu 14:15", "soon Lea Thu 15:00", "due Lea Thu 16:00"])
    })

    test("of a team of one reminds its owner again and again, by a mail of its own", async () => {
      const { desk, promise, outgoing, told, admin, member, lead, workspaceId } = await shop()
      const id = await promise()
      await handOverPromise(desk, admin, id, { ownerId: admin.id })
      await removeMember(desk, admin, member.id)
      await removeMember(desk, admin, lead.id)
      await runUntil(desk, outgoing.send, "2026-11-20T12:15:00Z")
      expect(await told(admin.id)).toEqual([
        "half Ada Thu 14:00",
        "soon Ada Thu 15:00",
        "due Ada Thu 16:00",
        "stand-in Ada Fri 09:00",
        "leads Ada Fri 10:00",
        "admins Ada Fri 12:00",
      ])
      const list = await listNotices(desk.database, workspaceId, admin.id)
      expect(list.filter(({ isOwnerAgain }) => isOwnerAgain).length).toBe(3)
      expect(outgoing.mails.at(-1)?.subject).toContain("Urgent")
    })

    test("on the day the clocks change is told of at nine by the new clock", async () => {
      const { desk, promise, outgoing, told, member } = await shop()
      desk.setClock("2026-03-27T15:00:00Z") // Friday; on Sunday an hour is skipped
      await promise("2026-03-27T20:00:00Z")
      await runUntil(desk, outgoing.send, "2026-03-30T09:00:00Z")
      expect((await told(member.id)).at(-1)).toBe("due Max Mon 09:00")
    })
  })

  describe("somebody who is told", () => {
    test("is on it, and the next reminder is left out, but not what the others are told", async () => {
      const { desk, promise, outgoing, told, member, everybody, workspaceId } = await shop()
      await promise()
      await runUntil(desk, outgoing.send, "2026-11-19T14:15:00Z")
      const [half] = await listNotices(desk.database, workspaceId, member.id)
      await sayOnIt(desk, member, member.id, half?.id ?? "")
      await runUntil(desk, outgoing.send, "2026-11-20T09:15:00Z")
      expect(await told(...everybody)).toEqual(["half Max Thu 14:00", "due Max Thu 16:00", "stand-in Lea Fri 09:00"])
    })

    test("hears what it waits on", async () => {
      const { desk, promise, outgoing, member } = await shop()
      const id = await promise()
      await setWaiting(desk, member, id, { on: "supplier", note: "the wheel" })
      await runUntil(desk, outgoing.send, "2026-11-19T14:15:00Z")
      expect(outgoing.mails[0]?.text).toContain("It waits on a supplier (the wheel).")
    })

    test("elsewhere is told in their own working hours", async () => {
      const { desk, promise, outgoing, told, member } = await shop()
      await desk.database.query("update members set zone = 'America/New_York' where member_id = $1", [member.id])
      desk.setClock("2026-11-19T09:00:00Z")
      await promise("2026-11-19T11:00:00Z")
      await runUntil(desk, outgoing.send, "2026-11-19T14:00:00Z")
      expect(await told(member.id)).toEqual(["due Max Thu 14:00"])
    })

    test("whose owner works two afternoons tells them in those, and the others while the team works", async () => {
      const { desk, promise, outgoing, told, member } = await shop()
      const afternoons = { "4": [{ from: "13:00", until: "17:00" }], "5": [{ from: "14:00", until: "16:00" }] }
      await changePreferences(desk, member, member.id, { hours: afternoons })
      desk.setClock("2026-11-19T10:00:00Z")
      await promise("2026-11-19T11:00:00Z")
      await promise("2026-11-20T10:00:00Z")
      await runUntil(desk, outgoing.send, "2026-11-20T14:00:00Z")
      expect(await told(member.id)).toEqual(["due Max Thu 13:00", "half Max Thu 14:00", "due Max Fri 14:00"])
      const never = changePreferences(desk, member, member.id, { hours: { "1": [] } })
      await expect(never).rejects.toMatchObject({ code: "invalid" })
    })
  })
})
