import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { readConversation } from "../database/conversations.ts"
import { listTasks } from "../database/tasks.ts"
import { wakeConversations } from "../follow-through/run-once.ts"
import { closeConversation, snoozeConversation } from "./conversations.ts"
import { logTalk, writeNote } from "./log.ts"

eachStore((store) => {
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    const { desk, write, conversations, workspaceId } = opened
    await write("Message-ID: <one@x>\nSubject: My wheel", "Is it ready?")
    const id = (await conversations())[0]?.id ?? ""
    const wake = async (at: string) => {
      desk.setClock(at)
      while (await wakeConversations(desk)); // until nothing is due
      return (await listTasks(desk.database, workspaceId)).map(({ ownerId, conversationId }) => [
        ownerId,
        conversationId,
      ])
    }
    return { ...opened, id, wake }
  }

  test("What was put aside comes back at its time, with a task for whoever put it aside, once", async () => {
    const { desk, member, id, wake, workspaceId } = await shop()
    await snoozeConversation(desk, member, id, { until: "2026-11-20T09:00:00Z" })
    expect(await wake("2026-11-20T08:59:59Z")).toEqual([])
    expect(await wake("2026-11-20T09:00:00Z")).toEqual([[member.id, id]])
    expect(await wake("2026-11-21T09:00:00Z")).toEqual([[member.id, id]])
    expect((await readConversation(desk.database, workspaceId, id))?.snoozedUntil).toBeNull()
  })

  test("The task comes also when the customer wrote before, and not when it was brought back or closed by hand", async () => {
    const { desk, member, id, wake, write } = await shop()
    await snoozeConversation(desk, member, id, { until: "2026-11-20T09:00:00Z" })
    await write("In-Reply-To: <one@x>\nSubject: Re: My wheel", "Hello again")
    expect(await wake("2026-11-20T09:00:00Z")).toEqual([[member.id, id]])
    await snoozeConversation(desk, member, id, { until: "2026-11-21T09:00:00Z" })
    await snoozeConversation(desk, member, id, { until: null })
    await snoozeConversation(desk, member, id, { until: "2026-11-22T09:00:00Z" })
    await closeConversation(desk, member, id)
    expect(await wake("2026-11-23T09:00:00Z")).toHaveLength(1)
  })

  test("While the customer waits, the last words are theirs and not a word between members", async () => {
    const { desk, member, id, conversations } = await shop()
    const lastWords = async () => (await conversations())[0]?.lastWords?.trim()
    await writeNote(desk, member, id, "The hub is at the supplier's.")
    expect(await lastWords()).toBe("Is it ready?")
    await logTalk(desk, member, { conversationId: id, channel: "call", text: "On Friday.", promises: [] })
    expect(await lastWords()).toMatch(/: On Friday\.$/)
    await writeNote(desk, member, id, "The hub is here.")
    expect(await lastWords()).toMatch(/: The hub is here\.$/)
  })

  test("The task is for whoever was named, or for everybody, and for no stranger", async () => {
    const { desk, member, lead, id, wake } = await shop()
    await snoozeConversation(desk, member, id, { until: "2026-11-20T09:00:00Z", memberId: lead.id })
    expect(await wake("2026-11-20T09:00:00Z")).toEqual([[lead.id, id]])
    await snoozeConversation(desk, member, id, { until: "2026-11-21T09:00:00Z", memberId: null })
    expect(await wake("2026-11-21T09:00:00Z")).toEqual([
      [lead.id, id],
      [null, id],
    ])
    const stranger = { until: "2026-11-22T09:00:00Z", memberId: desk.newId() }
    await expect(snoozeConversation(desk, member, id, stranger)).rejects.toMatchObject({ code: "invalid" })
  })
})
