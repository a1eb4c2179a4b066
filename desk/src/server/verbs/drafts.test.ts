import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { emptySentDraft, readDraft, saveDraft } from "./drafts.ts"

const said = (words: string) => ({ words, cc: [], bcc: [], attachments: [] })

eachStore((store) => {
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    await opened.write("Message-ID: <one@x>\nSubject: My wheel", "Is it ready?")
    const id = (await opened.conversations())[0]?.id ?? ""
    const reply = { conversationId: id, kind: "reply" } as const
    const save = (words: string, revision: number) =>
      saveDraft(opened.desk, opened.member, reply, { draft: said(words), revision })
    return { ...opened, reply, save }
  }

  test("A draft is one member's, and a note's draft is another than the reply's", async () => {
    const { desk, member, lead, reply, save } = await shop()
    await save("Dear Rosa", 0)
    expect(await readDraft(desk, member, reply)).toMatchObject({ draft: said("Dear Rosa"), revision: 1 })
    expect(await readDraft(desk, lead, reply)).toMatchObject({ draft: null, revision: 0 })
    expect(await readDraft(desk, member, { ...reply, kind: "note" })).toMatchObject({ draft: null })
  })

  test("Two devices that save at once both keep their words", async () => {
    const { desk, member, reply, save } = await shop()
    await save("Dear Rosa", 0)
    await Promise.all([save("From the phone", 1), save("From the laptop", 1)])
    const { draft, others } = await readDraft<ReturnType<typeof said>>(desk, member, reply)
    const words = new Set([draft?.words, ...others.map((other) => other.draft.words)])
    expect(words).toEqual(new Set(["From the laptop", "From the phone"]))
  })

  test("Screens hear of it once, and of nothing when nothing changed", async () => {
    const { desk, workspaceId, reply, save } = await shop()
    const told = () =>
      desk.database.query("select id from changes where workspace_id = $1 and kind = 'draft'", [workspaceId])
    await save("Dear Rosa", 0)
    await save("Dear Rosa", 1)
    expect(await told()).toEqual([{ id: reply.conversationId }])
  })

  test("Sending empties the revision that was sent, and what was written since stays", async () => {
    const { desk, member, reply, save } = await shop()
    await save("Dear Rosa", 0)
    const send = (revision: number) =>
      desk.database.transaction((queries) => emptySentDraft(queries, desk, member, reply, revision))
    await save("Dear Rosa, more", 1)
    await send(1)
    expect(await readDraft(desk, member, reply)).toMatchObject({ draft: said("Dear Rosa, more"), revision: 2 })
    await send(2)
    expect(await readDraft(desk, member, reply)).toMatchObject({ draft: null, revision: 3 })
  })

  test("An API key has none", async () => {
    const { desk, member, reply } = await shop()
    const key = { ...member, by: { kind: "key", id: desk.newId() } } as const
    await expect(readDraft(desk, key, reply)).rejects.toMatchObject({ code: "forbidden" })
  })
})
