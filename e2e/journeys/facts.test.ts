import { ImapFlow } from "imapflow"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sendAsBot } from "../../desk/src/contract/bots.ts"
import { listConversations } from "../../desk/src/contract/conversations.ts"
import { listCorrections } from "../../desk/src/contract/corrections.ts"
import { createFact } from "../../desk/src/contract/facts.ts"
import { createApiKey } from "../../desk/src/contract/mail-settings.ts"
import { createMailbox } from "../../desk/src/contract/mailboxes.ts"
import { sendMessage } from "../../desk/src/contract/messages.ts"
import { createReview } from "../../desk/src/contract/reviews.ts"
import { createReply } from "../../desk/src/contract/saved-replies.ts"
import { words } from "../../desk/src/web/words.ts"
import { eventually } from "../servers/eventually.ts"
import { mailIn } from "../servers/mailbox.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

const REPAIRS = "repairs@harbour.test"
const OMAR = "omar@customers.test"
const VERA = "vera@customers.test"
const AT_49 = "Hello, a basic service costs €49."

describe.skipIf(!HARBOUR_RUNS)("a price changes", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour({ mailboxes: [REPAIRS, OMAR, VERA] })
  })
  afterAll(() => harbour?.stop())

  test("the reply that still says the old one is marked, a draft is held, and everybody who was told is told what is true", async () => {
    const { member, relay, dovecot } = harbour
    await tellThree(harbour)
    const { page, problems } = await harbour.openPage()

    // The price changes: the saved reply is marked, and its owner has a task.
    await page.keyboard.press("g")
    await page.keyboard.press("f")
    await page.getByRole("button", { name: "basic service" }).click()
    await page.keyboard.press("v")
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("Value").fill("€59")
    await dialog.getByText("Read as an amount of money: €59.00").waitFor()
    await dialog.getByLabel("As a customer may be told").fill("A basic service costs €59.")
    await dialog.getByLabel("Where it comes from").fill("Price list 2027")
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })
    await page.getByText("from", { exact: false }).first().waitFor()
    await page.goto(`/${member.slug}/today`)
    await page.getByText(words.today.taskKinds.reply).waitFor()

    await draftIsHeld(page, harbour)

    // Everybody who was told: two by the desk, one in the Sent folder of last month.
    relay.bounce(OMAR, "Mailbox is gone")
    await page.goto(`/${member.slug}/facts`)
    await page.getByRole("button", { name: "basic service" }).click()
    await page.getByRole("button", { name: words.corrections.start }).click()
    await page.getByRole("button", { name: /Read the messages/ }).click()
    const run = page.getByRole("dialog")
    await run.getByRole("button", { name: words.corrections.closeRun }).click()
    await run.getByRole("button", { name: words.corrections.closeWithout(3) }).waitFor() // one press leaves nobody out
    await run.getByRole("group", { name: /vera/i }).getByRole("button", { name: "Honour" }).click()
    await run.getByRole("listitem").filter({ hasText: "For you it stays as we told you." }).waitFor()
    await run.getByRole("button", { name: "I have read them, they are right" }).click()
    await run.getByRole("button", { name: "Send 3 messages" }).click()
    const counted = async () => {
      const { items } = await member.call(listCorrections)
      const { all, corrected, honoured, undeliverable } = items[0]?.counts ?? {}
      return all === 3 && corrected === 1 && honoured === 1 && undeliverable === 1 ? true : undefined
    }
    await eventually(counted, { what: "one corrected, one honoured, one not reached" })
    const told = await mailIn(dovecot, ROSA, ({ text }) => text?.includes("no longer holds") ?? false)
    expect(told.text).toContain("a basic service costs €49")
    expect(told.text).toContain("A basic service costs €59.")
    await page.reload()
    await page.getByRole("img", { name: /Of 3 customers told, 1 corrected, 1 honoured/ }).waitFor()
    expect(problems).toEqual([])
  })

  test("a bot is reviewed like anybody, and what it may not say waits for a person in the conversation", async () => {
    const { member, desk } = harbour
    const { key } = await member.call(createApiKey, { body: { name: "Chat bot" } })
    const post = async (path: string, body: object) => {
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
      const answer = await fetch(`${desk.url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) })
      return answer.json()
    }
    const wrong = { text: "I am the shop's bot. A basic service costs €39.", author: "bot" }
    const review = createReview.answer.parse(await post("/reviews", wrong))
    expect(review).toMatchObject({ verdict: "hold", claims: [{ verdict: "contradicted" }] })
    const conversationId = await conversationWith(harbour, OMAR)
    expect(sendAsBot.answer.parse(await post("/messages", { ...wrong, conversationId }))).toMatchObject({
      state: "held",
    })

    const { page, problems } = await harbour.openPage()
    await page.getByText(words.today.taskKinds.held).waitFor()
    await page.goto(`/${member.slug}/conversations/${conversationId}`)
    await page.getByText("Chat bot drafted an answer").waitFor()
    await page.getByRole("button", { name: words.replies.held.take }).click()
    await page.getByText("Hold: 1 finding").waitFor()
    expect(problems).toEqual([])
  })
})

/** Two are told by the desk; a third was told a month ago, in a mail that lies in the Sent folder. */
async function tellThree(harbour: Harbour): Promise<void> {
  const { member, dovecot, relay } = harbour
  const { host, port, password } = dovecot
  const past = new Date(Date.now() - 30 * 86_400_000)
  const raw = `From: Harbour Cycles <${REPAIRS}>\r\nTo: Vera <${VERA}>\r\nSubject: Service\r\nMessage-ID: <old@harbour.test>\r\nDate: ${past.toUTCString()}\r\n\r\nDear Vera, the small service costs €49.\r\n`
  const client = new ImapFlow({ host, port, secure: false, auth: { user: REPAIRS, pass: password }, logger: false })
  await client.connect()
  await client.append("Sent Items", raw, ["\\Seen"], past)
  await client.logout()
  const account = { host, port, security: "none", username: REPAIRS, auth: "password", password } as const
  const reads = { inboxFolder: "INBOX", readsSent: true, appendsSent: false }
  const readFrom = new Date(Date.now() - 90 * 86_400_000).toISOString()
  await member.call(createMailbox, { body: { address: REPAIRS, ...account, ...reads, readFrom } })
  const asked = { subject: "Service", body: "What does a basic service cost?" }
  await harbour.write({ ...asked, from: ROSA })
  await harbour.write({ ...asked, from: OMAR })
  await eventually(() => conversationWith(harbour, VERA).catch(() => undefined), {
    what: "the old mail is found in the Sent folder",
  })
  const source = { kind: "document", name: "Price list 2026", line: "Basic service 49.00" } as const
  const fact = { subject: "basic service", aliases: ["small service"], attribute: "price", value: "€49", source }
  await member.call(createFact, { body: { ...fact, statement: "A basic service costs €49." } })
  await member.call(createReply, {
    body: { name: "Price", text: "Hello {{customer.name}}, a basic service costs €49." },
  })
  for (const who of [ROSA, OMAR]) {
    const conversationId = await conversationWith(harbour, who)
    await member.call(sendMessage, { params: { conversationId }, body: { text: AT_49, promises: [] } })
  }
  await mailIn(dovecot, OMAR, ({ text }) => text?.includes("€49") ?? false)
  await relay.settled()
}

/** What a member types is compared while they type: both texts, the source, and the fact's words with one key. */
async function draftIsHeld(page: Page, harbour: Harbour): Promise<void> {
  await page.goto(`/${harbour.member.slug}/conversations/${await conversationWith(harbour, ROSA)}`)
  await page.getByRole("heading", { level: 1, name: /rosa/i }).waitFor()
  await page.keyboard.press("r")
  await page.keyboard.type("The basic service costs €49.")
  await page.getByText("Hold: 1 finding").waitFor()
  await page.getByRole("button", { name: words.composer.sendAnyway }).click()
  const held = page.getByRole("region", { name: words.composer.hold.title })
  await held.getByRole("button", { name: words.composer.decide }).click()
  const note = page.getByRole("region", { name: /Contradicts a fact/ })
  await note.getByText("€59.00").waitFor()
  await note.getByText("you wrote €49").waitFor()
  await note.getByText("Price list 2027").waitFor()
  await page.keyboard.press("w")
  await page.getByText(words.composer.hold.title).waitFor()
  await page.keyboard.press("Escape")
  await page.keyboard.press("Alt+]")
  await page.keyboard.press("Enter")
  await page.getByText("No conflict found with 1 fact").waitFor()
  const draft = page.getByLabel(/Reply to/).last()
  await expect.poll(() => draft.inputValue()).toContain("€59")
  await page.keyboard.press("Control+a")
  await page.keyboard.press("Delete")
}

async function conversationWith({ member }: Harbour, address: string): Promise<string> {
  const { items } = await member.call(listConversations, { query: { filter: "all" } })
  const found = items.find(({ customer: { name } }) => name?.toLowerCase().startsWith(address.split("@")[0] ?? ""))
  if (found === undefined) throw new Error(`there is no conversation with ${address}`)
  return found.id
}
