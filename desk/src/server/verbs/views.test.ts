import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { type ConversationState, STATES } from "../database/conversation-filter.ts"
import { listConversations } from "../database/conversations.ts"
import { listTags } from "../database/tags.ts"
import { countView, listViews } from "../database/views.ts"
import { changeConversations } from "./change-conversations.ts"
import { snoozeConversation } from "./conversations.ts"
import { sendMessage } from "./send.ts"
import { sweep } from "./sweep.ts"
import { createView, removeView, restoreView } from "./views.ts"

type State = Exclude<ConversationState, "mine">

eachStore((store) => {
  const empty = () => openMailShop(openTestDesk(store.database()))

  /** Twelve conversations, or fewer: some closed, put aside, answered, given to somebody, with tags. */
  async function shop(count = 12) {
    const opened = await empty()
    const { desk, member, lead, admin, write, conversations } = opened
    for (let index = 0; index < count; index += 1) {
      await write(
        `From: C${index} <c${index}@${desk.newId()}.example>\nMessage-ID: <${desk.newId()}@x>\nSubject: S${index}`,
      )
    }
    const ids = (await conversations()).map(({ id }) => id)
    const some = (divisor: number, rest = 0) => ids.filter((_id, index) => index % divisor === rest)
    const change = (which: readonly string[], what: Parameters<typeof changeConversations>[3]) =>
      changeConversations(desk, member, which, what)
    await change(some(3), { kind: "tag", tag: "refund" })
    await change(some(4), { kind: "tag", tag: "bike" })
    await change(some(5), { kind: "assign", memberId: lead.id })
    await change(some(5, 1), { kind: "assign", memberId: member.id })
    for (const id of some(6, 2)) await sendMessage(desk, admin, id, { text: "Thank you.", promises: [] })
    for (const id of some(6, 3)) await snoozeConversation(desk, member, id, { until: "2026-11-20T09:00:00Z" })
    await change(some(6, 5), { kind: "close" })
    return { ...opened, ids, change }
  }

  test("Every view counts what other SQL finds in it, and lists the same", async () => {
    const { desk, member, lead, workspaceId } = await shop()
    const rows = await desk.database.query<{
      id: string
      closed: boolean
      later: boolean
      spam: boolean
      waits: boolean
      has: string | null
      tags: readonly string[]
    }>(
      `select c.conversation_id as "id", c.closed_at is not null as "closed", c.snoozed_until is not null as "later",
         c.spam_at is not null as "spam", c.awaiting_since is not null as "waits", c.assignee_id as "has",
         array(select tag from conversation_tags t where t.conversation_id = c.conversation_id) as "tags"
       from conversations c where c.workspace_id = $1`,
      [workspaceId],
    )
    const isIn: Readonly<Record<State, (row: (typeof rows)[number]) => boolean>> = {
      open: (row) => !row.closed && !row.later && !row.spam,
      awaiting: (row) => row.waits && !row.later,
      snoozed: (row) => row.later && !row.spam,
      closed: (row) => row.closed && !row.spam,
      spam: (row) => row.spam,
      all: () => true,
    }
    const isOf = (assignee: string, has: string | null) =>
      assignee === "anybody" ||
      (assignee === "nobody" ? has === null : has === (assignee === "me" ? member.id : assignee))
    let different = new Set<number>()
    for (const state of Object.keys(STATES) as State[]) {
      for (const assignee of ["anybody", "nobody", "me", lead.id]) {
        for (const tag of [null, "refund", "bike", "nowhere"]) {
          const expected = rows
            .filter((row) => isIn[state](row) && isOf(assignee, row.has) && (tag === null || row.tags.includes(tag)))
            .map(({ id }) => id)
          const view = { id: "", name: "", state, assignee, tag }
          expect([view, await countView(desk.database, workspaceId, view, member.id)]).toEqual([
            view,
            { count: expected.length, more: false },
          ])
          const filter = { filter: state, assignee, tag, memberId: member.id }
          const { items } = await listConversations(desk.database, workspaceId, filter)
          expect(new Set(items.map(({ id }) => id))).toEqual(new Set(expected))
          different = new Set([...different, expected.length])
        }
      }
    }
    expect(different.size).toBeGreaterThan(5)
  })

  test("Tags are counted by the open conversations that they are on", async () => {
    const { desk, workspaceId, ids, change } = await shop()
    expect(await listTags(desk.database, workspaceId)).toEqual([
      { tag: "refund", open: 4 },
      { tag: "bike", open: 3 },
    ])
    await change(ids.slice(0, 1), { kind: "close" })
    await change(ids, { kind: "untag", tag: "bike" })
    expect(await listTags(desk.database, workspaceId)).toEqual([{ tag: "refund", open: 3 }])
  })

  test("Where one of several cannot be changed, none is", async () => {
    const { desk, workspaceId, ids, change } = await shop(4)
    const before = await listTags(desk.database, workspaceId)
    const changing = change([...ids, desk.newId()], { kind: "tag", tag: "late" })
    await expect(changing).rejects.toMatchObject({ code: "not_found" })
    expect(await listTags(desk.database, workspaceId)).toEqual(before)
  })

  test("A view is saved for members who are here, and removed once", async () => {
    const { desk, member } = await empty()
    const view = { name: "Refunds", state: "open", assignee: "me", tag: "refund" } as const
    const { id } = await createView(desk, member, view)
    await expect(createView(desk, member, { ...view, assignee: desk.newId() })).rejects.toMatchObject({
      code: "invalid",
    })
    expect(await removeView(desk, member, id)).toEqual({ ...view, id })
    await expect(removeView(desk, member, id)).rejects.toMatchObject({ code: "not_found" })
    expect(await listViews(desk.database, member.workspaceId)).toEqual([])
  })

  test("A view that was removed can be put back as it was, for a month", async () => {
    const { desk, member } = await empty()
    const view = await createView(desk, member, { name: "Refunds", state: "open", assignee: "me", tag: "refund" })
    expect(await restoreView(desk, member, view.id)).toEqual(view)
    await removeView(desk, member, view.id)
    desk.pass({ hours: 24 * 29 })
    await sweep(desk)
    expect(await restoreView(desk, member, view.id)).toEqual(view)
    await sweep(desk)
    expect(await listViews(desk.database, member.workspaceId)).toEqual([view])
    await removeView(desk, member, view.id)
    desk.pass({ hours: 24 * 31 })
    await sweep(desk)
    await expect(restoreView(desk, member, view.id)).rejects.toMatchObject({ code: "not_found" })
  })
})
