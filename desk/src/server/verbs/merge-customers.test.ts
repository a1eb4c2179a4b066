import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { listLikenesses } from "../database/customer-merges.ts"
import { readCustomer, readCustomerPage } from "../database/customers.ts"
import { beginConversation } from "./begin-conversation.ts"
import { addAddress, createCustomer, listCustomers, writeCustomer } from "./customers.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { mergeConversations } from "./merge-conversations.ts"
import { mergeCustomers, tellApart, undoCustomerMerge } from "./merge-customers.ts"
import { makePromise } from "./promises.ts"
import { verify } from "./verify.ts"

eachStore((store) => {
  /** Rosa has written from two addresses, so that she is two customers. */
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    const { desk, member, admin, workspaceId, rosa, write, conversations } = opened
    const home = rosa.replace("@", "@home-")
    const fromHome = (headers: string, body: string) =>
      write(`From: R. Bell <${home}>\n${headers}`, body, { from: home })
    await write("Message-ID: <wheel@x>\nSubject: My wheel", "Is it ready?")
    await fromHome("Message-ID: <bell@x>\nSubject: My bell", "It is silent.")
    const talk = async (subject: string) => {
      const found = (await conversations()).find((each) => each.subject === subject)
      if (found === undefined) throw new Error(`no conversation about ${subject}`)
      return found
    }
    const [one, two] = [(await talk("My wheel")).customer.id, (await talk("My bell")).customer.id]
    const promise = (customerId: string, conversationId: string) =>
      makePromise(desk, member, {
        customerId,
        conversationId,
        channel: "mail",
        deed: "other",
        ownerId: member.id,
        words: "I will look at it",
        due: { until: "2026-11-20T17:00:00Z" },
      })
    const merge = () => mergeCustomers(desk, member, one, two)
    const read = (id: string) => readCustomer(desk.database, workspaceId, id)
    const undo = async () => undoCustomerMerge(desk, member, one, (await read(one))?.merged[0]?.mergeId ?? "")
    /** What the page of a customer shows: addresses, subjects of conversations, what is owed. */
    const shows = async (id: string) => {
      const page = await readCustomerPage(desk.database, workspaceId, id)
      return {
        addresses: page?.addresses.map(({ shown }) => shown).toSorted(),
        talks: page?.conversations.map(({ subject }) => subject).toSorted(),
        owed: page?.promises.map((each) => each.id).toSorted(),
      }
    }
    return { ...opened, admin, home, fromHome, talk, one, two, promise, merge, read, undo, shows }
  }

  describe("Two customers who are one", () => {
    test("are read as one under either id, found as one, and nothing of them is rewritten", async () => {
      const { desk, member, one, two, promise, talk, rosa, home, merge, shows, read } = await shop()
      const owed = await promise(two, (await talk("My bell")).id)
      await merge()
      const both = { addresses: [rosa, home].toSorted(), talks: ["My bell", "My wheel"], owed: [owed] }
      expect([await shows(one), await shows(two)]).toEqual([both, both])
      expect(await read(two)).toMatchObject({ id: one, owes: 1, merged: [{ id: two, name: "R. Bell", by: "Max" }] })
      expect((await talk("My bell")).customer).toEqual({ id: one, name: "Rosa" })
      const found = async (q: string) => (await listCustomers(desk, member, { q })).items.map(({ id }) => id)
      expect([await found(home), await found("r. bell")]).toEqual([[one], [one]])
      expect((await verify(desk)).problems).toEqual([])
    })

    test("answer in each other's conversations, which are merged without a question", async () => {
      const { desk, member, merge, fromHome, talk, messages } = await shop()
      await merge()
      await fromHome("Message-ID: <again@x>\nIn-Reply-To: <wheel@x>", "And from home.")
      const wheel = (await talk("My wheel")).id
      expect((await messages(wheel)).map(({ text }) => text?.trim())).toEqual(["Is it ready?", "And from home."])
      await mergeConversations(desk, member, wheel, { conversationIds: [(await talk("My bell")).id] })
      expect(await messages(wheel)).toHaveLength(3)
    })

    test("are not written to first when either asked not to be, until that is taken back for both", async () => {
      const { desk, member, one, two, merge, read } = await shop()
      await writeCustomer(desk, member, two, { noFirstMail: true })
      await merge()
      await expect(beginConversation(desk, member, { customerId: one })).rejects.toMatchObject({ code: "conflict" })
      expect(await read(one)).toMatchObject({ noFirstMail: true })
      await writeCustomer(desk, member, one, { noFirstMail: false })
      expect(await beginConversation(desk, member, { customerId: one })).toEqual(expect.any(String))
    })

    test("are exported and erased together, whichever is named, and are then taken apart no more", async () => {
      const { desk, admin, one, two, promise, talk, merge, undo, shows } = await shop()
      await promise(two, (await talk("My bell")).id)
      await merge()
      const file = await exportCustomer(desk, admin, two)
      expect(file.conversations.map(({ subject }) => subject)).toEqual(["My wheel", "My bell"])
      expect(file.promises).toHaveLength(1)
      await eraseCustomer(desk, admin, two)
      expect(await shows(one)).toMatchObject({ addresses: [], talks: [null, null] })
      await expect(undo()).rejects.toMatchObject({ code: "conflict" })
      expect((await verify(desk)).problems).toEqual([])
    })

    test("are merged once, by somebody who may, and not with themselves", async () => {
      const { desk, member, one, two, merge } = await shop()
      await merge()
      await expect(merge()).rejects.toMatchObject({ code: "conflict" })
      await expect(mergeCustomers(desk, member, two, one)).rejects.toMatchObject({ code: "conflict" })
      await expect(mergeCustomers(desk, member, one, one)).rejects.toMatchObject({ code: "invalid" })
      await expect(mergeCustomers(desk, member, one, desk.newId())).rejects.toMatchObject({ code: "not_found" })
    })
  })

  describe("Taking it back", () => {
    test("gives each what was theirs, and what came since is whose address it came to", async () => {
      const { one, two, promise, talk, rosa, home, fromHome, merge, undo, shows } = await shop()
      const before = await promise(two, (await talk("My bell")).id)
      await merge()
      await fromHome("Message-ID: <lamp@x>\nSubject: My lamp", "It is dark.")
      const since = await promise(one, (await talk("My lamp")).id)
      await undo()
      expect(await shows(one)).toEqual({ addresses: [rosa], talks: ["My wheel"], owed: [] })
      const hers = { addresses: [home], talks: ["My bell", "My lamp"], owed: [before, since].toSorted() }
      expect(await shows(two)).toEqual(hers)
    })

    test("works inside out", async () => {
      const { desk, member, one, two, merge, read } = await shop()
      const three = await createCustomer(desk, member, { name: "Rosa Bell" })
      await mergeCustomers(desk, member, two, three)
      await merge()
      expect([(await read(three))?.id, (await read(one))?.merged.length]).toEqual([one, 2])
      const merged = (await read(one))?.merged.find(({ id }) => id === two)
      const again = () => undoCustomerMerge(desk, member, one, merged?.mergeId ?? "")
      await again()
      expect([(await read(three))?.id, (await read(one))?.merged]).toEqual([two, []])
      await expect(again()).rejects.toMatchObject({ code: "not_found" })
    })
  })

  describe("Who may be one", () => {
    test("is suggested by a number in another spelling, a tagged mailbox, or a name with its local part", async () => {
      const { desk, member, workspaceId, one, rosa } = await shop()
      await addAddress(desk, member, one, { kind: "phone", shown: "020 7946 0958" })
      const number = await createCustomer(desk, member, { name: "Bell's bikes", phone: "+44 20 7946 0958" })
      const tagged = await createCustomer(desk, member, { name: "Somebody", mail: rosa.replace("@", "+shop@") })
      const named = await createCustomer(desk, member, { name: "rosa", mail: "rosa@elsewhere.example" })
      await createCustomer(desk, member, { name: "Rosalind", mail: "rosa@another.example", phone: "020 7946 0959" })
      const alike = async () =>
        (await listLikenesses(desk.database, workspaceId, one)).map(({ other, why }) => [other.id, why])
      const all = [
        [tagged, "mailbox"],
        [named, "name"],
        [number, "number"],
      ]
      expect(await alike()).toEqual(all)
      await tellApart(desk, member, named, one)
      await mergeCustomers(desk, member, one, tagged)
      expect(await alike()).toEqual([[number, "number"]])
      expect(await listLikenesses(desk.database, workspaceId, null)).toMatchObject([
        { shown: "020 7946 0958", otherShown: "+44 20 7946 0958" },
      ])
    })
  })
})
