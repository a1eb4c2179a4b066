import { readFile } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listConversations, readConversation } from "../../desk/src/contract/conversations.ts"
import { deliver } from "../../desk/test/mail-server.ts"
import { words } from "../../desk/src/web/words.ts"
import { ATTEMPTS, HOSTILE_HTML } from "../servers/hostile-html.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, SHOP, openHarbour } from "./harbour.ts"

const AT_A_TIME = 4
const EVE = "eve@elsewhere.example"

describe.skipIf(!HARBOUR_RUNS)("mails that try to run scripts or to call home", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
  })
  afterAll(() => harbour?.stop())

  test("opened in Chromium, no script runs and nobody is asked for anything", async () => {
    const { desk, member } = harbour
    for (const [number, html] of HOSTILE_HTML.entries()) {
      const answer = await deliver(desk.smtpPort, { from: ROSA, to: [SHOP], raw: mailOf(number, html) })
      expect(answer).toMatch(/^250/)
    }
    const { items } = await member.call(listConversations, { query: { filter: "all" } })
    const read = await member.call(readConversation, { params: { conversationId: items[0]?.id ?? "" } })
    const messages = read.messages.filter(({ hasHtml }) => hasHtml)
    expect(messages.length).toBe(HOSTILE_HTML.length)

    const { page } = await harbour.openPage()
    const open = new Set<string>()
    const wrong: string[] = []
    const about = () => [...open].map((subject) => HOSTILE_HTML[Number(/\d+/.exec(subject)?.[0] ?? -1)]).join(" or ")
    const context = page.context()
    context.on("dialog", (dialog) => {
      wrong.push(`a script ran: ${about()}`)
      void dialog.dismiss()
    })
    context.on("request", (request) => {
      const url = new URL(request.url())
      if (url.protocol !== "data:" && url.origin !== desk.url) wrong.push(`${url.href} was asked for: ${about()}`)
    })
    // As a page of its own, where no frame protects it: what is left are the cleaning and its policy. Some at a time.
    const left = messages.values()
    const openEach = async () => {
      const own = await context.newPage()
      for (const { id, subject } of left) {
        const opened = subject ?? ""
        open.add(opened)
        const answer = await own.goto(`/api/v1/messages/${id}/html?workspace=${member.slug}`, { waitUntil: "load" })
        expect([opened, await answer?.text()]).toEqual([opened, expect.stringContaining(opened)])
        if ((await own.title()) === "ran") wrong.push(`a script ran: ${about()}`)
        await own.mouse.move(20, 20)
        open.delete(opened)
      }
      await own.close()
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, openEach))
    expect(left.next().done).toBe(true)
    // And as members see it: the last one, in its frame.
    await page.goto(`/${member.slug}/conversations/${items[0]?.id ?? ""}`)
    await page.getByRole("button", { name: "Show as it was formatted" }).last().click()
    await page.frameLocator("iframe").last().locator("body").waitFor({ state: "attached" })
    expect(wrong).toEqual([])
    expect(ATTEMPTS).toBeGreaterThanOrEqual(100)
  })

  test("a mail that is built to be too deep says so, and who it is not, beside the mail as it came; it goes to Spam and comes back", async () => {
    const { desk, member } = harbour
    const raw = `From: Harbour Cycles <${EVE}>\r\nTo: ${SHOP}\r\nMessage-ID: <deep@eve>\r\nSubject: Deep\r\nMIME-Version: 1.0\r\n${nested(60)}`
    expect(await deliver(desk.smtpPort, { from: EVE, to: [SHOP], raw })).toMatch(/^250/)
    const { items } = await member.call(listConversations, { query: { filter: "all" } })
    const { page, problems } = await harbour.openPage()
    const id = items.find(({ subject }) => subject === "Deep")?.id ?? ""
    await page.goto(`/${member.slug}/conversations/${id}`)
    await page.getByText("could not be read in full").waitFor()
    await page.getByText(words.conversation.lookAlike["our-name"](EVE)).waitFor()
    const [kept] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: words.conversation.raw }).click(),
    ])
    expect(await readFile(await kept.path(), "utf8")).toContain("Deep down.")
    const list = page.getByRole("combobox", { name: words.conversation.filterLabel })
    const inList = page.getByRole("link", { name: /Harbour Cycles.*Deep/ })
    await inList.waitFor()
    await page.getByRole("button", { name: words.conversation.spam, exact: true }).click()
    await inList.waitFor({ state: "detached" })
    await list.selectOption("spam")
    await inList.waitFor()
    await page.getByRole("button", { name: words.conversation.notSpam }).click()
    await inList.waitFor({ state: "detached" })
    await list.selectOption("open")
    await inList.waitFor()
    expect(problems).toEqual([])
  })
})

/** Parts in parts; the words are in the innermost. */
function nested(depth: number): string {
  const levels = Array.from({ length: depth }, (_, level) => level)
  const head = (level: number) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`
  return `${levels.map(head).join("")}Content-Type: text/plain\r\n\r\nDeep down.\r\n`
}

/** All in one conversation. */
function mailOf(number: number, html: string): string {
  const answers = number === 0 ? "" : "In-Reply-To: <html-0@rosa>\nReferences: <html-0@rosa>\n"
  const body = Buffer.from(`<html><body><p>Attempt ${number}</p>${html}</body></html>`).toString("base64")
  return `From: Rosa <${ROSA}>\nTo: ${SHOP}\nMessage-ID: <html-${number}@rosa>\n${answers}Subject: Attempt ${number}\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${body.replaceAll(/(.{76})/g, "$1\n")}\n`
}
