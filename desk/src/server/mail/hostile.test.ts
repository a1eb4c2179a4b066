import { expect, test } from "vitest"
import { oneStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { hostileMails } from "../../../test/hostile-mails.ts"
import { deliver } from "../../../test/mail-server.ts"
import { openMailShop } from "../../../test/mail-shop.ts"

const SCALE = 0.003 // `npm run prove` sends them in full size and measures the memory

type Row = { readonly digest: string; readonly problem: string | null; readonly text: string }

oneStore((store) => {
  test("hostile mails are kept as they came, say what could not be read, and hold up nothing behind them", async () => {
    const shop = await openMailShop(openTestDesk(store.database()))
    const newest = async (): Promise<Row | undefined> => {
      const [row] = await shop.desk.database.query<Row>(
        `select m.raw_digest as "digest", m.problem, t.text from messages m
         join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
         where m.workspace_id = $1 order by m.seq desc limit 1`,
        [shop.workspaceId],
      )
      return row
    }
    for (const { name, raw, isCut, words } of hostileMails(SCALE)) {
      const answer = await deliver(shop.port, { from: shop.rosa, to: [shop.ours], raw })
      expect([name, answer]).toEqual([name, "250 Taken in"])
      const row = await newest()
      // SMTP ends a mail with a line end, where it has none
      const kept = Buffer.from((await shop.desk.files.read(row?.digest ?? "")) ?? [])
      expect([name, kept.subarray(0, raw.length).equals(raw)]).toEqual([name, true])
      expect([name, row?.text.includes(words ?? "")]).toEqual([name, true])
      if (isCut) expect([name, row?.problem]).toEqual([name, expect.stringMatching(/in full|not be read|longer than/)])
      expect(await shop.write(`Message-ID: <after ${name}@rosa>\nSubject: After`, `After ${name}`)).toBe("250 Taken in")
      expect((await newest())?.text.trim()).toBe(`After ${name}`)
    }
    expect(shop.failures).toEqual([])
  })

  test("a forged Message-ID neither hides a mail nor gets one into another's conversation", async () => {
    const shop = await openMailShop(openTestDesk(store.database()))
    await shop.write("Message-ID: <one@rosa>\nSubject: Mine", "My words")
    const forged = `From: Eve <eve@x.example>\nTo: ${shop.ours}\nMessage-ID: <one@rosa>\nSubject: Mine\n\nOther words\n`
    await deliver(shop.port, { from: "eve@x.example", to: [shop.ours], raw: forged })
    const reply = `From: Eve <eve@x.example>\nTo: ${shop.ours}\nMessage-ID: <two@eve>\nIn-Reply-To: <one@rosa>\nSubject: Re: Mine\n\nLet me in\n`
    await deliver(shop.port, { from: "eve@x.example", to: [shop.ours], raw: reply })
    const conversations = await shop.conversations()
    const rosas = conversations.find(({ customer }) => customer.name === "Rosa")
    expect((await shop.messages(rosas?.id)).map(({ text }) => text?.trim())).toEqual(["My words"])
    const eves = conversations.find(({ customer }) => customer.name === "Eve")
    expect((await shop.messages(eves?.id)).map(({ text }) => text?.trim())).toEqual(["Other words", "Let me in"])
  })
})
