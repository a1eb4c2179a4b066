import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { takeSteps } from "../../../test/follow-through.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import { countUnreadMentions, listMentions } from "../database/mentions.ts"
import { logTalk, writeNote } from "./log.ts"
import { readMentions } from "./mentions.ts"

eachStore((store) => {
  async function shop() {
    const opened = await openPromiseShop(store.database())
    const { desk, member, lead, outgoing, customerId, workspaceId } = opened
    const talk = { customerId, channel: "call" as const, text: "She called.", promises: [] }
    await logTalk(desk, member, talk)
    const [row] = await desk.database.query<{ id: string }>(
      `select conversation_id as "id" from conversations where workspace_id = $1`,
      [workspaceId],
    )
    const conversationId = row?.id ?? ""
    const at = async (moment: string) => {
      desk.setClock(moment)
      await takeSteps(desk, outgoing.send)
      return outgoing.mails.map(({ to, subject }) => `${to[0]?.address}: ${subject}`)
    }
    const unread = () => countUnreadMentions(desk.database, workspaceId, lead.id)
    return {
      ...opened,
      conversationId,
      at,
      unread,
      note: (text: string) => writeNote(desk, member, conversationId, text),
    }
  }
  const MAIL = "lea@example.com: Max named you in a note about Margaret"

  test("Whoever a note names sees it at once and is mailed a little later, once, with the note and where it stands", async () => {
    const { desk, lead, member, workspaceId, conversationId, note, at, unread, outgoing } = await shop()
    await note("@Lea and @Max, who has the key? @Nobody")
    expect(await unread()).toBe(1)
    expect(await listMentions(desk.database, workspaceId, lead.id)).toMatchObject([{ by: "Max", conversationId }])
    expect(await listMentions(desk.database, workspaceId, member.id)).toEqual([])
    expect(await at("2026-11-19T12:02:00Z")).toEqual([])
    expect(await at("2026-11-19T12:03:00Z")).toEqual([MAIL])
    expect(await at("2026-11-19T15:00:00Z")).toEqual([MAIL])
    expect(outgoing.mails[0]?.text).toContain(`who has the key? @Nobody\n\nhttp://desk.test/shop-`)
  })

  test("What was read by then is not mailed", async () => {
    const { desk, lead, note, at, unread, conversationId } = await shop()
    await note("@lea, look")
    await readMentions(desk, lead, { upTo: desk.now().toString(), conversationId })
    expect([await unread(), await at("2026-11-19T13:00:00Z")]).toEqual([0, []])
  })

  test("At night the mail waits for the morning", async () => {
    const { desk, note, at } = await shop()
    desk.setClock("2026-11-19T22:00:00Z")
    await note("@Lea, look")
    expect(await at("2026-11-20T08:59:00Z")).toEqual([])
    expect(await at("2026-11-20T09:03:00Z")).toEqual([MAIL])
  })
})
