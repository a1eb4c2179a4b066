import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { failingAt, openOutgoing, runUntil, takeSteps } from "../../../test/follow-through.ts"
import type { Queries } from "../database/database.ts"
import { listNotices } from "../database/notice-list.ts"
import { readPromise } from "../database/promises.ts"
import { readSettings } from "../database/settings.ts"
import { setAway } from "../verbs/away-times.ts"
import { requireCustomer } from "../verbs/named-customer.ts"
import { sayOnIt } from "../verbs/notices.ts"
import { handOverPromise, makePromise, setWaiting } from "../verbs/promises.ts"
import { removeMember } from "../verbs/remove-member.ts"
import { keepPromise } from "../verbs/settle.ts"
import { verify } from "../verbs/verify.ts"
import { changeWorkspace } from "../verbs/workspace.ts"

/** Thursday 19 November 2026 at noon in London, five working hours before the shop closes. */
const NOON = "2026-11-19T12:00:00Z"

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database(), NOON)
    const team = await openTestWorkspace(desk)
    await nameServer(desk, team.workspaceId)
    const customerId = await desk.database.transaction((queries) =>
      requireCustomer(queries, desk, team.member, { customer: { name: "Margaret" } }),
    )
    await desk.database.query("update members set stand_in_id = $2 where member_id = $1", [
      team.member.id,
      team.lead.id,
    ])
    await desk.database.query("update promise_rows set next_at = null where workspace_id <> $1", [team.workspaceId])
    await desk.database.query("update notices set show_at = null, mail_at = null where workspace_id <> $1", [
      team.workspaceId,
    ])
    const made: string[] = []
    const promise = async (until = "2026-11-19T16:00:00Z", words = "I'll ring you before four.") => {
      const id = await makePromise(desk, team.member, {
        customerId,
        channel: "call",
        words,
        deed: "call-back",
        ownerId: team.member.id,
        due: { until, words: "before four" },
      })
      made.push(id)
      return id
    }
    const problems = async () =>
      (await verify(desk)).problems.filter((problem) => made.some((id) => problem.includes(id)))
    const outgoing = openOutgoing()
    const names = new Map([
      [team.admin.id, "Ada"],
      [team.lead.id, "Lea"],
      [team.member.id, "Max"],
    ])
    /** "due Max 16:00": what was shown to whom, when in London. */
    const told = async (...memberIds: string[]) => {
      const lists = await Promise.all(
        memberIds.map(async (id) => {
          const list = await listNotices(desk.database, team.workspaceId, id)
          return list.map(({ step, shownAt }) => ({ shownAt, line: `${step} ${names.get(id)} ${clock(shownAt)}` }))
        }),
      )
      const lines = lists.flat().toSorted((one, other) => Temporal.Instant.compare(one.shownAt, other.shownAt))
      return lines.map(({ line }) => line)
    }
    const everybody = [team.member.id, team.lead.id, team.admin.id]
    return { desk, ...team, customerId, promise, outgoing, told, everybody, problems }
  }

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
  })

  describe("mail", () => {
    test("gathers what comes within minutes, and goes to the member alone", async () => {
      const { desk, promise, outgoing } = await shop()
      await promise("2026-11-19T16:00:00Z", "I'll ring you before four.")
      await promise("2026-11-19T16:02:00Z", "I'll send the invoice.")
      await runUntil(desk, outgoing.send, "2026-11-19T14:10:00Z", { minutes: 1 })
      expect(outgoing.mails).toHaveLength(1)
      const [mail] = outgoing.mails
      expect(mail?.to).toEqual([{ name: "Max", address: "max@example.com" }])
      expect(mail?.subject).toBe(
        "Half of the time is left, due Thu 19 Nov, 16:00: I'll ring you before four. and 1 more",
      )
      expect(mail?.text).toContain("I'll send the invoice.")
      expect(mail?.text).toMatch(/Kept, on my word: http:\/\/desk\.test\/api\/act\/\S+/)
    })

    test("says nothing of what was settled before it left", async () => {
      const { desk, promise, outgoing, member } = await shop()
      const id = await promise()
      desk.setClock("2026-11-19T14:00:00Z")
      await takeSteps(desk, outgoing.send)
      await keepPromise(desk, member, id, { kind: "word" })
      await runUntil(desk, outgoing.send, "2026-11-19T14:30:00Z")
      expect(outgoing.mails).toEqual([])
    })

    test("that the server takes later is not sent after work", async () => {
      const { desk, promise, outgoing } = await shop()
      await promise("2026-11-19T18:00:00Z")
      let isDown = true
      const times: string[] = []
      const send: typeof outgoing.send = async (server, mail) => {
        if (isDown) return { kind: "later", words: "try again" }
        times.push(desk.now().toString())
        return outgoing.send(server, mail)
      }
      await runUntil(desk, send, "2026-11-19T16:59:00Z", { minutes: 1 })
      isDown = false
      desk.setClock("2026-11-19T17:01:00Z")
      await runUntil(desk, send, "2026-11-20T10:00:00Z", { minutes: 15 })
      expect(times.filter((at) => at < "2026-11-20T09:00:00Z")).toEqual([])
      expect(times.length).toBeGreaterThan(0)
    })

    test("never goes to a customer: a row of the outbox takes a member's id, and no address that a customer has", async () => {
      const { desk, promise, outgoing, customerId, member, workspaceId } = await shop()
      const row = [workspaceId, desk.newId(), desk.newId(), customerId, desk.now().toString()]
      await expect(
        desk.database.query(
          `insert into outbox (workspace_id, outbox_id, idempotency_key, kind, member_id, next_at, created_at)
           values ($1, $2, $3, 'notice', $4, $5, $5)`,
          row,
        ),
      ).rejects.toThrow("foreign key")
      const columns = await desk.database.query<{ name: string }>(
        `select attname as "name" from pg_attribute where attrelid in ('outbox'::regclass, 'notices'::regclass) and attname like '%address%'`,
      )
      expect(columns).toEqual([])
      await desk.database.query(
        `insert into addresses (workspace_id, address_id, customer_id, kind, value, shown, created_at)
         values ($1, $2, $3, 'mail', 'max@example.com', 'Max@example.com', $4)`,
        [workspaceId, desk.newId(), customerId, desk.now().toString()],
      )
      await promise()
      await runUntil(desk, outgoing.send, "2026-11-19T16:30:00Z")
      expect(outgoing.mails).toEqual([])
      const [latest] = await listNotices(desk.database, workspaceId, member.id)
      expect(latest?.mailProblem).toContain("also a customer's")
    })

    test("is left alone where an admin has turned it off, and the desk still tells", async () => {
      const { desk, promise, outgoing, told, admin, member } = await shop()
      await promise()
      const followThrough = { ...(await settingsOf(desk.database, admin.workspaceId)), byMail: false }
      await changeWorkspace(desk, admin, { settings: { followThrough } })
      await runUntil(desk, outgoing.send, "2026-11-19T14:30:00Z")
      expect(outgoing.mails).toEqual([])
      expect(await told(member.id)).toEqual(["half Max Thu 14:00"])
    })
  })

  describe("the policy", () => {
    test("that is changed moves the next look of every promise", async () => {
      const { desk, promise, outgoing, told, admin, everybody, problems } = await shop()
      await promise()
      const followThrough = {
        ...(await settingsOf(desk.database, admin.workspaceId)),
        beforeDueMinutes: 30,
        standInMinutes: 15,
      }
      await changeWorkspace(desk, admin, { settings: { followThrough } })
      expect(await problems()).toEqual([])
      await runUntil(desk, outgoing.send, "2026-11-19T16:30:00Z")
      expect(await told(...everybody)).toEqual([
        "half Max Thu 14:00",
        "soon Max Thu 15:30",
        "due Max Thu 16:00",
        "stand-in Lea Thu 16:15",
      ])
    })
  })

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

  test("a crash between any two statements tells nobody twice and forgets nothing", async () => {
    const { desk, promise, outgoing, member, workspaceId, problems } = await shop()
    let reached = true
    for (let statement = 1; reached; statement += 1) {
      desk.setClock(NOON)
      const id = await promise()
      reached = false
      for (const at of ["2026-11-19T14:00:00Z", "2026-11-19T14:04:00Z"]) {
        desk.setClock(at)
        const failing = failingAt(desk.database, statement)
        await takeSteps({ ...desk, database: failing.database }, outgoing.send).catch(() => {})
        reached ||= failing.reached()
        desk.pass({ minutes: 3 }) // a lease of the outbox has to run out
        await takeSteps(desk, outgoing.send)
      }
      const told = await listNotices(desk.database, workspaceId, member.id)
      expect(told.filter(({ promiseId }) => promiseId === id).map(({ step }) => step)).toEqual(["half"])
      expect(new Set(outgoing.mails.map(({ mailId }) => mailId)).size).toBe(statement)
      await keepPromise(desk, member, id, { kind: "word" })
    }
    expect(await problems()).toEqual([])
  }, 60_000)
})

function clock(at: string): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO("Europe/London")
  return `${there.toLocaleString("en-GB", { weekday: "short" })} ${there.toPlainTime().toString({ smallestUnit: "minute" })}`
}

async function settingsOf(queries: Queries, id: string) {
  return (await readSettings(queries, id)).followThrough
}
