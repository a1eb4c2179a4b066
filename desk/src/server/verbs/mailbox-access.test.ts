import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openOutgoing, runUntil } from "../../../test/follow-through.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { listUnseen } from "../database/as-seen.ts"
import { readConversation } from "../database/conversations.ts"
import { listMemberships } from "../database/members.ts"
import { readPromise } from "../database/promises.ts"
import { beginConversation } from "./begin-conversation.ts"
import { assignConversation, closeConversation } from "./conversations.ts"
import { type Actor, deskAsSeen } from "./desk.ts"
import { handOverConversation } from "./hand-over.ts"
import { logTalk, writeNote } from "./log.ts"
import { changeMailboxAccess } from "./mailbox-access.ts"
import { mergeConversations } from "./merge-conversations.ts"
import { changeMember } from "./members.ts"
import { handOverPromise, makePromise } from "./promises.ts"
import { findOrders } from "../database/orders.ts"
import { importOrders, previewOrders } from "./order-files.ts"
import { recordOrder } from "./orders.ts"
import { removeMember } from "./remove-member.ts"

eachStore((store) => {
  /** Rosa has written to billing, whose mail only Max and admins may see; Lea may not. */
  async function shop() {
    const desk = openTestDesk(store.database())
    const opened = await openMailShop(desk)
    const { workspaceId, admin, lead, member, write, conversations } = opened
    const billing = `billing@${workspaceId}.example`
    await desk.database.query("insert into mail_addresses (workspace_id, address, position) values ($1, $2, 1)", [
      workspaceId,
      billing,
    ])
    const restrict = (memberIds: readonly string[]) =>
      changeMailboxAccess(desk, admin, { address: billing, everybody: false, memberIds })
    const toBilling = { to: [billing] }
    await write("Message-ID: <bill@x>\nSubject: My invoice", "It is wrong", toBilling)
    await restrict([member.id])
    const [conversation] = await conversations()
    const [id, customerId] = [conversation?.id ?? "", conversation?.customer.id ?? ""]
    const promise = (ownerId: string, until = "2026-11-19T16:00:00Z") =>
      makePromise(desk, member, {
        customerId,
        conversationId: id,
        channel: "mail",
        deed: "other",
        ownerId,
        words: "I will send a right one",
        due: { until },
      })
    const blind: Actor = { ...lead, hidden: [billing] }
    const seen = async (actor: Actor, conversationId: string) =>
      (await readConversation(deskAsSeen(desk, actor).database, workspaceId, conversationId)) !== null
    return { ...opened, billing, toBilling, restrict, id, customerId, promise, blind, seen }
  }

  test("A conversation is seen by those who may see the mail of the address it came by", async () => {
    const { desk, id, customerId, workspaceId, member, blind, seen, promise, billing } = await shop()
    expect([await seen(member, id), await seen(blind, id)]).toEqual([true, false])
    const promiseId = await promise(member.id)
    const ids = [id, customerId, promiseId, desk.newId(), workspaceId]
    expect(await listUnseen(desk.database, workspaceId, [billing], ids)).toEqual(new Set([id, customerId, promiseId]))
  })

  test("Nothing in it is given to somebody who could not see it, and the sentence says what to do", async () => {
    const { desk, id, member, lead, promise, billing } = await shop()
    const mine = await promise(member.id)
    const refused = { code: "invalid", message: expect.stringContaining(`Lea may not see the mail of ${billing}`) }
    await expect(promise(lead.id)).rejects.toMatchObject(refused)
    await expect(handOverPromise(desk, member, mine, { ownerId: lead.id })).rejects.toMatchObject(refused)
    await expect(assignConversation(desk, member, id, lead.id)).rejects.toMatchObject(refused)
    await expect(handOverConversation(desk, member, id, { memberId: lead.id, promiseIds: [] })).rejects.toMatchObject(
      refused,
    )
    await expect(writeNote(desk, member, id, "@Lea, please look")).rejects.toMatchObject(refused)
  })

  test("Access is not taken from whoever still has something to do there", async () => {
    const { desk, id, admin, member, promise, restrict, billing, seen } = await shop()
    await promise(member.id)
    await assignConversation(desk, member, id, member.id)
    const said = `Max has 1 promise, 1 open conversation in the mail of ${billing}`
    await expect(restrict([])).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining(said) })
    expect(await seen(member, id)).toBe(true)
    await changeMember(desk, admin, member.id, { role: "admin" })
    await restrict([])
    await expect(changeMember(desk, admin, member.id, { role: "member" })).rejects.toMatchObject({ code: "conflict" })
  })

  test("What is settled keeps nobody: a closed conversation is then nobody's", async () => {
    const { desk, id, member, restrict, workspaceId } = await shop()
    await assignConversation(desk, member, id, member.id)
    await closeConversation(desk, member, id)
    await restrict([])
    expect((await readConversation(desk.database, workspaceId, id))?.assignee).toBeNull()
  })

  test("What was merged into another and is closed there keeps nobody either", async () => {
    const { desk, id, member, restrict, workspaceId, write, conversations, toBilling } = await shop()
    await write("Message-ID: <bill@y>\nSubject: Another invoice", "This, too", toBilling)
    const other = (await conversations()).find((each) => each.id !== id)?.id ?? ""
    await assignConversation(desk, member, other, member.id)
    await mergeConversations(desk, member, id, { conversationIds: [other] })
    await closeConversation(desk, member, id)
    await restrict([])
    expect((await readConversation(desk.database, workspaceId, other))?.assignee).toBeNull()
  })

  test("An order in it is neither changed nor compared by a file of somebody who may not see it", async () => {
    const { desk, id, member, blind, workspaceId, rosa } = await shop()
    const sold = { number: "41", product: "Bike", kind: "goods", orderedOn: "2026-11-02" } as const
    await recordOrder(desk, member, { ...sold, conversationId: id })
    const file = (product: string) =>
      `number,mail,product,ordered\n41,${rosa},${product},2026-11-02\n42,ivo@x.example,Bell,2026-11-03`
    const hidden = { row: 2, problem: expect.stringContaining("order 41 of a customer whose mail you may not see") }
    for (const product of ["Bike", "Trike"]) {
      const seen = await previewOrders(desk, blind, file(product))
      expect(seen).toMatchObject({ counts: { new: 1, changed: 0, same: 0 }, problems: [hidden] })
    }
    expect((await previewOrders(desk, member, file("Trike"))).counts).toMatchObject({ new: 1, changed: 1 })
    expect(await importOrders(desk, blind, file("Trike"))).toEqual({ added: 1, changed: 0 })
    const [order] = await findOrders(desk.database, workspaceId, ["41"])
    expect(order?.product).toBe("Bike")
  })

  test("Follow-through tells only those who may see it, and goes on to the next where nobody may", async () => {
    const { desk, admin, member, lead, promise, workspaceId } = await shop()
    await changeMember(desk, admin, member.id, { standInId: lead.id })
    await promise(member.id)
    await runUntil(desk, openOutgoing().send, "2026-11-23T12:00:00Z", { minutes: 30 })
    const told = await desk.database.query<{ told: string }>(
      `select n.step || ' ' || m.name as "told" from notices n join members m on m.member_id = n.member_id
       where n.workspace_id = $1 order by n.created_at, n.step, m.name`,
      [workspaceId],
    )
    const others = told.map((row) => row.told).filter((each) => !each.endsWith("Max"))
    expect(others).toEqual(["stand-in Ada", "leads Ada", "admins Ada", "broken Ada"])
  })

  test("What a member leaves behind goes to an admin where their stand-in may not see it", async () => {
    const { desk, admin, member, lead, promise, workspaceId } = await shop()
    await changeMember(desk, admin, member.id, { standInId: lead.id })
    const promiseId = await promise(member.id)
    await removeMember(desk, admin, member.id)
    expect((await readPromise(desk.database, workspaceId, promiseId))?.owner?.name).toBe("Ada")
  })

  test("A mail joins no conversation that others see than those who may see its own address", async () => {
    const { write, conversations, toBilling, ours } = await shop()
    await write("Message-ID: <help@x>\nSubject: My wheel", "Is it ready?")
    await write("Message-ID: <two@x>\nIn-Reply-To: <help@x>\nSubject: Re: My wheel", "And the bill?", toBilling)
    await write("Message-ID: <three@x>\nIn-Reply-To: <bill@x>\nSubject: Re: My invoice", "Well?")
    await write("Message-ID: <four@x>\nIn-Reply-To: <help@x>\nSubject: Re: My wheel", "Thanks", {
      to: [ours, toBilling.to[0] ?? ""],
    })
    const words = (await conversations())
      .map(({ lastWords }) => lastWords ?? "")
      .toSorted((one, other) => (one < other ? -1 : 1))
    expect(words).toEqual(["And the bill?", "It is wrong", "Thanks", "Well?"])
  })

  test("A conversation that only some may see is not merged into one that others see", async () => {
    const { desk, id, member, write, conversations } = await shop()
    await write("Message-ID: <help@y>\nSubject: My wheel", "Is it ready?")
    const other = (await conversations()).find((each) => each.id !== id)?.id ?? ""
    const refused = { code: "conflict", message: expect.stringContaining("others may see") }
    await expect(mergeConversations(desk, member, other, { conversationIds: [id] })).rejects.toMatchObject(refused)
    await expect(mergeConversations(desk, member, id, { conversationIds: [other] })).rejects.toMatchObject(refused)
  })

  test("Who may not see an address writes from another, and logs a call where they see it", async () => {
    const { desk, blind, customerId, workspaceId, ours, seen, id } = await shop()
    const begun = await beginConversation(desk, blind, { customerId })
    expect(await seen(blind, begun)).toBe(true)
    const talk = { channel: "call" as const, text: "She rang", promises: [], customerId }
    const { messageId } = await logTalk(desk, blind, talk)
    const [place] = await desk.database.query<{ id: string }>(
      `select conversation_id as "id" from messages where workspace_id = $1 and message_id = $2`,
      [workspaceId, messageId],
    )
    expect(place?.id).not.toBe(id)
    const none: Actor = { ...blind, hidden: [...(blind.hidden ?? []), ours] }
    await expect(beginConversation(desk, none, { to: "new@customer.example" })).rejects.toMatchObject({
      code: "forbidden",
    })
  })

  test("Only admins change it, of addresses that are ours and for people who are here, and the log tells of it", async () => {
    const { desk, admin, lead, billing, workspaceId, restrict } = await shop()
    const all = { address: billing, everybody: true }
    await expect(changeMailboxAccess(desk, lead, all)).rejects.toMatchObject({ code: "forbidden" })
    const other = { address: "somebody@else.example", everybody: false }
    await expect(changeMailboxAccess(desk, admin, other)).rejects.toMatchObject({ code: "invalid" })
    await expect(restrict([desk.newId()])).rejects.toMatchObject({ code: "invalid" })
    await changeMailboxAccess(desk, admin, all)
    const [last] = await desk.database.query(
      "select kind, before->>'everybody' as before, after->>'everybody' as after from settings_log where workspace_id = $1 order by seq desc limit 1",
      [workspaceId],
    )
    expect(last).toEqual({ kind: "mailbox-access", before: "false", after: "true" })
    await desk.database.query("update members set user_id = 'lea' where workspace_id = $1 and member_id = $2", [
      workspaceId,
      lead.id,
    ])
    const hidden = async () => (await listMemberships(desk.database, "lea"))[0]?.hidden
    expect(await hidden()).toEqual([])
    await restrict([])
    expect(await hidden()).toEqual([billing])
  })
})
