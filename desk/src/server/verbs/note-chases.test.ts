import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { listNotices } from "../database/notice-list.ts"
import { listEntryViews } from "../database/entry-views.ts"
import { readPromise } from "../database/promises.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { makePromise } from "./promises.ts"
import { keepPromise } from "./settle.ts"
import { verify } from "./verify.ts"

eachStore((store) => {
  /** Rosa has written, and Max has promised to ring her on Thursday before four. */
  async function promised() {
    const shop = await openMailShop(openTestDesk(store.database()))
    const { desk, write, conversations, member, workspaceId } = shop
    await write("Message-ID: <first@x>\nSubject: My wheel", "Is it ready?")
    const [conversation] = await conversations()
    const customerId = conversation?.customer.id ?? ""
    const promise = (words: string, deed: string, condition: string | null = null) =>
      makePromise(desk, member, {
        customerId,
        conversationId: conversation?.id,
        channel: "mail",
        words,
        deed,
        ownerId: member.id,
        due: condition === null ? { until: "2026-11-19T16:00:00Z" } : null,
        condition,
      })
    const id = await promise("I'll ring you before four.", "call-back")
    desk.pass({ minutes: 30 })
    const again = (body: string, headers = "") =>
      write(`In-Reply-To: <first@x>\nSubject: Re: My wheel${headers === "" ? "" : `\n${headers}`}`, body)
    const kinds = async (promiseId = id) =>
      (await listEntryViews(desk.database, { workspaceId, promiseId })).map(({ kind }) => kind)
    const notices = async () =>
      (await listNotices(desk.database, workspaceId, member.id)).map(({ step, said, promiseId }) => [
        step,
        said,
        promiseId,
      ])
    return { ...shop, promise, id, customerId, again, kinds, notices }
  }

  test("A message that chases marks the promise with the customer's words and tells its owner; its state stays", async () => {
    const { desk, id, again, notices, messages, workspaceId } = await promised()
    await again("Hello,\n\nyou said you'd ring me. Any news?\n\nRosa\n\n> I'll ring you before four.")
    const last = (await messages()).at(-1)
    expect(await readPromise(desk.database, workspaceId, id)).toMatchObject({
      state: "open",
      chased: { messageId: last?.id, words: "you said you'd ring me." },
    })
    expect(await notices()).toEqual([["chased", "you said you'd ring me.", id]])
    expect((await verify(desk)).problems.filter((problem) => problem.includes(id))).toEqual([])
  })

  test("A redelivery, an automatic answer, what only quotes, and thanks chase nothing", async () => {
    const { again, kinds, write } = await promised()
    const mail = "Message-ID: <again@x>\nIn-Reply-To: <first@x>\nDate: Thu, 19 Nov 2026 14:40:00 +0000"
    await write(mail, "Any news?")
    await write(mail, "Any news?")
    expect(await kinds()).toEqual(["opened", "chased"])
    await again("Any news?", "Auto-Submitted: auto-replied")
    await again("Thanks for calling!\n\n> Any news?")
    expect(await kinds()).toEqual(["opened", "chased"])
  })

  test("Of two promises the one that is named is marked, and a settled one no more", async () => {
    const { desk, member, id, promise, again, kinds } = await promised()
    const invoice = await promise("I'll send the invoice today.", "send")
    desk.pass({ minutes: 1 })
    await again("Still no invoice!")
    expect([await kinds(), await kinds(invoice)]).toEqual([["opened"], ["opened", "chased"]])
    await keepPromise(desk, member, invoice, { kind: "word" })
    await again("You said you'd send the invoice.")
    expect([await kinds(), await kinds(invoice)]).toEqual([["opened"], ["opened", "chased", "kept"]])
    await again("Nobody rang.")
    expect(await kinds()).toEqual(["opened", "chased"])
    expect(id).not.toBe(invoice)
  })

  test("A condition is asked for as well, and waits on", async () => {
    const { desk, promise, again, kinds, workspaceId } = await promised()
    const paint = await promise("We'll paint the frame.", "repair", "once the supplier has the enamel")
    desk.pass({ minutes: 1 })
    await again("Did you hear back from them about the enamel?")
    expect(await kinds(paint)).toEqual(["opened", "chased"])
    expect(await readPromise(desk.database, workspaceId, paint)).toMatchObject({ state: "open", conditionMet: false })
  })

  test("A mail in a member's name chases nothing", async () => {
    const { write, kinds } = await promised()
    await write("From: Max <max@example.com>\nIn-Reply-To: <first@x>", "Any news?")
    expect(await kinds()).toEqual(["opened"])
  })

  test("The customer's words go when they are erased", async () => {
    const { desk, admin, id, again, customerId, workspaceId } = await promised()
    await again("Any news?")
    await eraseCustomer(desk, admin, customerId)
    const { chased } = (await readPromise(desk.database, workspaceId, id)) ?? {}
    expect(chased).toMatchObject({ words: null })
    expect((await verify(desk)).problems.filter((problem) => problem.includes(id))).toEqual([])
  })
})
