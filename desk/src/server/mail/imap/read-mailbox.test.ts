import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ImapFlow } from "imapflow"
import { isInstalled } from "../../../../../e2e/servers/available.ts"
import { type Dovecot, startDovecot } from "../../../../../e2e/servers/dovecot.ts"
import { eventually } from "../../../../../e2e/servers/eventually.ts"
import { type MailboxShop, ago, openMailboxShop, rosaWrites } from "../../../../test/mailbox-shop.ts"
import { eachStore } from "../../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../../test/desk.ts"
import { openOutgoing, takeSteps } from "../../../../test/follow-through.ts"
import { listPromises } from "../../database/promises.ts"
import { copyOnce } from "../../follow-through/copy-to-sent.ts"
import { eraseCustomer } from "../../verbs/erase-customer.ts"
import { changeMailbox } from "../../verbs/mailboxes.ts"
import { sendMessage } from "../../verbs/send.ts"
import { timers } from "../../timers.ts"
import { connectMailbox } from "./connect.ts"
import { openSession } from "./session.ts"
import { appendToSent } from "./append-to-sent.ts"
import { testMailbox } from "./test-mailbox.ts"
import { mailboxToTest } from "../../verbs/mailboxes.ts"

const SENT = "Sent Items"

describe.skipIf(!isInstalled("dovecot"))("A mailbox of a real IMAP server", () => {
  eachStore((store) => {
    let dovecot: Dovecot
    // Named at the start: dovecot looks again at its list of users only when its time has changed by a second.
    const boxes = Array.from({ length: 9 }, (_, number) => `box-${number}@harbour.test`)
    const taken = boxes.values()
    beforeAll(async () => {
      dovecot = await startDovecot(boxes)
    })
    afterAll(() => dovecot?.stop())

    /** A desk whose clock shows the real time until it is moved: the server stamps mails with it. */
    const openShop = async (input: Parameters<typeof openMailboxShop>[3] = {}, address = taken.next().value ?? "") =>
      openMailboxShop(openTestDesk(store.database(), new Date().toISOString()), dovecot, address, input)

    test("is read once, whatever is read again, and nothing in it is marked, moved or deleted", async () => {
      const shop = await openShop()
      await shop.deliver(rosaWrites("one", "Is my wheel ready?"))
      await shop.deliver(rosaWrites("two", "And the bell?", "In-Reply-To: <one@customers.test>\n"))
      await shop.deliver("From: nobody\n\nNeither date nor id.")
      const before = await stateOf(shop, "INBOX")
      await shop.readOnce()
      await shop.readOnce()
      expect(textsOf(await shop.messages())).toEqual(["And the bell?", "Is my wheel ready?", "Neither date nor id."])
      await dovecot.renumber(shop.ours)
      await shop.readOnce()
      expect(await shop.messages()).toHaveLength(3)
      const after = await stateOf(shop, "INBOX")
      expect(after.mails).toEqual(before.mails)
      expect(after.uidValidity).not.toBe(before.uidValidity)
      expect(shop.failures).toEqual([])
    })

    test("loses nothing when the connection is cut between two mails: what is left comes over the next one", async () => {
      const shop = await openShop()
      for (let number = 1; number <= 22; number += 1) await shop.deliver(rosaWrites(`cut-${number}`, `Mail ${number}`))
      let fetches = 0
      const connect: typeof connectMailbox = async (account, credential) => {
        const connection = await connectMailbox(account, credential)
        return {
          ...connection,
          fetch: async (uids) => {
            fetches += 1
            if (fetches === 2) {
              await dovecot.kick(shop.ours)
              await connection.waitForChange(new Promise(() => {})).catch(() => {}) // until it is noticed
            }
            return connection.fetch(uids)
          },
        }
      }
      const report = (failure: unknown) => shop.failures.push(failure)
      const reading = openSession(shop.desk, await shop.lease(), { timers, report, connect })
      expect((await reading.ended).kind).toBe("failed")
      expect((await shop.messages()).length).toBeLessThan(22)
      await shop.readOnce()
      expect(new Set(textsOf(await shop.messages())).size).toBe(22)
    })

    test("tells of a mail while it is idling, and of what was there before it is read only what is wanted", async () => {
      const address = taken.next().value ?? ""
      await dovecot.deliver({ from: "rosa@customers.test", to: address, raw: rosaWrites("old", "An old mail") })
      const later = Temporal.Now.instant().add({ seconds: 2 }).toString()
      const shop = await openShop({ readFrom: later }, address)
      await shop.readOnce()
      expect(await shop.messages()).toEqual([])
      const earlier = Temporal.Now.instant().subtract({ hours: 1 }).toString()
      await changeMailbox(shop.desk, shop.admin, shop.mailboxId, { ...shop.account, readFrom: earlier })
      const reading = await shop.open()
      const texts = async () => textsOf(await shop.messages())
      await eventually(async () => ((await texts()).length === 1 ? true : undefined), { what: "the old mail is read" })
      await shop.deliver(rosaWrites("new", "A new mail"))
      const told = async () => ((await texts()).length === 2 ? true : undefined)
      await eventually(told, { what: "the new mail is told of" })
      expect(await texts()).toEqual(["A new mail", "An old mail"])
      reading.stop()
      expect(await reading.ended).toEqual({ kind: "stopped" })
    })

    test("an answer that was written on the phone counts, is reviewed, and its promise is proposed", async () => {
      const shop = await openShop()
      await shop.deliver(rosaWrites("asked", "Is my wheel ready?", "", 9))
      await shop.readOnce()
      expect((await shop.conversations())[0]?.awaitingSince).not.toBeNull()
      await putIntoSent(shop, "phone", "In-Reply-To: <asked@customers.test>\n", "I will call you tomorrow at noon.\n")
      await putIntoSent(shop, "team", "To: max@example.com\n", "Only between us.")
      await shop.readOnce()
      const [conversation, ...others] = await shop.conversations()
      expect(others).toEqual([])
      expect(conversation?.awaitingSince).toBeNull()
      const answer = (await shop.messages()).at(-1)
      expect(answer).toMatchObject({ kind: "outbound", outside: true, delivery: null, verdict: expect.any(String) })
      const { items } = await listPromises(shop.desk.database, shop.workspaceId, { state: "proposed" })
      expect(items.map(({ words, owner }) => [words, owner?.id])).toEqual([
        ["I will call you tomorrow at noon", shop.admin.id],
      ])
      // what came after it is not answered by it
      await shop.deliver(rosaWrites("after", "Tomorrow I am away.", "In-Reply-To: <phone@harbour.test>\n"))
      await shop.readOnce()
      expect((await shop.conversations())[0]?.awaitingSince).not.toBeNull()
    })

    test("what the desk sends is put into Sent once and not taken in from there", async () => {
      const shop = await openShop()
      await nameServer(shop.desk, shop.workspaceId)
      await shop.deliver(rosaWrites("hello", "Are you open?").replace("help@harbour.test", shop.ours))
      await shop.readOnce()
      const [conversation] = await shop.conversations()
      await sendMessage(shop.desk, shop.member, conversation?.id ?? "", { text: "Yes, we are open.", promises: [] })
      shop.desk.pass({ seconds: 11 })
      const outgoing = openOutgoing()
      await takeSteps(shop.desk, outgoing.send)
      expect(await copyOnce(shop.desk, appendToSent)).toBe(false)
      shop.desk.pass({ seconds: 16 })
      expect(await copyOnce(shop.desk, appendToSent)).toBe(true)
      await shop.desk.database.query("update outbox set next_at = $1, done_at = null where kind = 'append'", [
        shop.desk.now().toString(),
      ])
      expect(await copyOnce(shop.desk, appendToSent)).toBe(true)
      expect(await copyOnce(shop.desk, appendToSent)).toBe(false)
      const { mails } = await stateOf(shop, SENT)
      expect(mails).toHaveLength(1)
      await shop.readOnce()
      expect((await shop.messages()).map(({ kind }) => kind)).toEqual(["inbound", "outbound"])
      expect(outgoing.mails).toHaveLength(1)
    })

    test("mails of an erased customer do not come back when the mailbox is read anew", async () => {
      const shop = await openShop()
      await shop.deliver(rosaWrites("gone", "My number is 0123."))
      await shop.readOnce()
      const [conversation] = await shop.conversations()
      await eraseCustomer(shop.desk, shop.admin, conversation?.customer.id ?? "")
      await dovecot.renumber(shop.ours)
      await shop.readOnce()
      expect((await shop.messages()).map(({ text }) => text)).toEqual([null])
    })

    test("that refuses the password says so, in the test and while reading", async () => {
      const shop = await openShop({ password: "wrong" })
      const reading = await shop.open()
      const ended = await reading.ended
      expect(ended).toMatchObject({ kind: "failed", refused: true, words: expect.stringMatching(/did not accept/) })
      const bad = await testMailbox(
        shop.desk,
        await mailboxToTest(shop.desk, shop.admin, { ...shop.account, password: "wrong" }),
      )
      expect(bad.steps.map(({ step, ok }) => [step, ok])).toEqual([
        ["connect", true],
        ["sign-in", false],
      ])
      const good = await testMailbox(shop.desk, await mailboxToTest(shop.desk, shop.admin, shop.account))
      expect(good).toMatchObject({ ok: true, folders: expect.arrayContaining(["INBOX", SENT]) })
    })
  })
})

function textsOf(messages: readonly { readonly text: string | null }[]): readonly string[] {
  return messages.map(({ text }) => text?.trim() ?? "").toSorted((one, other) => one.localeCompare(other))
}

async function withClient<T>({ account }: MailboxShop, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { host, port, username, password } = account
  const client = new ImapFlow({ host, port, secure: false, auth: { user: username, pass: password }, logger: false })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.logout()
  }
}

async function stateOf(shop: MailboxShop, path: string) {
  return withClient(shop, async (client) => {
    const { uidValidity, exists } = await client.mailboxOpen(path, { readOnly: true })
    const mails = exists === 0 ? [] : await client.fetchAll("1:*", { flags: true, source: true })
    return {
      uidValidity: Number(uidValidity),
      mails: mails.map(({ flags, source }) => ({ flags: [...(flags ?? [])], source: source?.toString() })),
    }
  })
}

async function putIntoSent(shop: MailboxShop, id: string, headers: string, body: string): Promise<void> {
  const to = /^To:/m.test(headers) ? "" : "To: Rosa Lind <rosa@customers.test>\n"
  const raw = `From: Harbour Cycles <${shop.ours}>\n${to}Date: ${ago(5)}\nMessage-ID: <${id}@harbour.test>\nSubject: Re: My wheel\n${headers}\n${body}`
  await withClient(shop, (client) => client.append(SENT, raw.replaceAll("\n", "\r\n"), ["\\Seen"]))
}
