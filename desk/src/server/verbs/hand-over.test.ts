import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { readConversation } from "../database/conversations.ts"
import { readPromise } from "../database/promises.ts"
import { listTasks } from "../database/tasks.ts"
import { handOverConversation } from "./hand-over.ts"
import { makePromise } from "./promises.ts"

eachStore((store) => {
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    const { desk, member, write, conversations, workspaceId } = opened
    await write("Message-ID: <one@x>\nSubject: My wheel", "Is it ready?")
    const conversation = (await conversations())[0]
    const [id, customerId] = [conversation?.id ?? "", conversation?.customer.id ?? ""]
    const promise = (ownerId: string) =>
      makePromise(desk, member, {
        customerId,
        conversationId: id,
        channel: "mail",
        deed: "other",
        ownerId,
        words: "I will look at the wheel",
        due: { until: "2026-11-20T17:00:00Z" },
      })
    const owner = async (promiseId: string) => (await readPromise(desk.database, workspaceId, promiseId))?.owner?.name
    const has = async () => (await readConversation(desk.database, workspaceId, id))?.assignee?.name
    return { ...opened, id, promise, owner, has }
  }

  test("The conversation, the note and the named promise go to a member in one step, and what is not named stays", async () => {
    const { desk, member, lead, id, promise, owner, has, messages, workspaceId } = await shop()
    const [goes, stays] = [await promise(member.id), await promise(member.id)]
    const note = "Rosa rides on Saturday"
    await handOverConversation(desk, member, id, { memberId: lead.id, note, promiseIds: [goes] })
    expect([await has(), await owner(goes), await owner(stays)]).toEqual(["Lea", "Lea", "Max"])
    expect((await messages(id)).at(-1)).toMatchObject({ kind: "note", text: note })
    expect(await listTasks(desk.database, workspaceId)).toMatchObject([
      {
        ownerId: lead.id,
        owner: "Lea",
        customer: "Rosa",
        conversationId: id,
        words: `Max handed this conversation over: ${note}`,
      },
    ])
  })

  test("Where one promise may not go along nothing is handed over", async () => {
    const { desk, member, lead, admin, id, promise, owner, has, messages } = await shop()
    const [mine, hers] = [await promise(member.id), await promise(admin.id)]
    const handing = handOverConversation(desk, member, id, {
      memberId: lead.id,
      note: "All of it",
      promiseIds: [mine, hers],
    })
    await expect(handing).rejects.toMatchObject({ code: "forbidden" })
    expect([await has(), await owner(mine), (await messages(id)).length]).toEqual([undefined, "Max", 1])
  })

  test("A promise that is owed elsewhere is none of this conversation", async () => {
    const { desk, lead, id } = await shop()
    const handing = handOverConversation(desk, lead, id, { memberId: lead.id, promiseIds: [desk.newId()] })
    await expect(handing).rejects.toMatchObject({ code: "conflict" })
  })
})
