import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Page } from "playwright-core"
import { words } from "../../desk/src/web/words.ts"
import { seriousFindings } from "../servers/chromium.ts"
import { mailIn } from "../servers/mailbox.ts"
import { swaks } from "../servers/swaks.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, SHOP, openHarbour } from "./harbour.ts"

const BOSS = "boss@customers.test"
const AUDITOR = "auditor@books.test"
const NIA = "nia@customers.test"
const { recipients, files, begin, preview } = words.outbound

describe.skipIf(!HARBOUR_RUNS)("what goes out is what was meant, to those it was meant for", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour({ mailboxes: [BOSS, AUDITOR, NIA] })
  })
  afterAll(() => harbour?.stop())

  test("an answer with copies, files and a pasted picture, then a colleague who answers, then a new mail to a new address", async () => {
    const { page, problems } = await harbour.openPage()
    await harbour.write({ subject: "My wheel", body: "Which hub is it?\n\nRosa", headers: { Cc: `Boss <${BOSS}>` } })
    await page.getByText("Which hub is it?").first().click()
    await page.getByRole("group", { name: recipients.label }).getByText(`Boss <${BOSS}>`).waitFor()

    await page.keyboard.press("r")
    await page.keyboard.type("Hello Rosa,\n\nit is the **front** hub: ")
    await paste(page, "hub.png")
    await page.getByText(/^hub\.png, /).waitFor()
    await page
      .getByLabel(files.add, { exact: true })
      .setInputFiles([{ name: "Größe & more.txt", mimeType: "text/plain", buffer: Buffer.from("eins\n") }])
    await page.getByText(/^Größe & more\.txt, /).waitFor()
    await drop(page, "plan.txt")
    await page.getByText(/^plan\.txt, /).waitFor()
    await page.keyboard.press("Alt+p")
    await page.getByRole("region", { name: preview.label }).getByRole("img", { name: "hub.png" }).waitFor()
    await page.keyboard.press("Alt+c")
    await page.getByLabel(recipients.bcc, { exact: true }).fill(AUDITOR)
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole("group", { name: files.label }).getByRole("listitem").nth(2).waitFor()
    await page.keyboard.press("Control+Enter")

    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: My wheel")
    expect(answer.text?.trim()).toBe("Hello Rosa,\n\nit is the front hub: [hub.png]")
    expect(answer.html).toContain("<strong>front</strong>")
    expect(answer.attachments.map(({ filename, disposition }) => [filename, disposition])).toEqual([
      ["hub.png", "inline"],
      ["Größe & more.txt", "attachment"],
      ["plan.txt", "attachment"],
    ])
    expect(answer.cc).toMatchObject([{ address: BOSS }])
    const hidden = await mailIn(harbour.dovecot, AUDITOR)
    const copy = await mailIn(harbour.dovecot, BOSS)
    for (const { raw } of [answer, hidden, copy]) expect(bodyOf(raw)).not.toContain("auditor")
    expect(bodyOf(copy.raw)).toBe(bodyOf(answer.raw))

    const { port } = harbour.relay
    const headers = { "In-Reply-To": copy.messageId ?? "", References: copy.messageId ?? "" }
    const mail = { port, account: harbour.relay, from: BOSS, to: SHOP, subject: "Re: My wheel", headers }
    expect((await swaks({ ...mail, body: "Order two of them." })).accepted).toBe(true)
    await page.getByText("Order two of them.").last().waitFor()
    await page.getByText("Which hub is it?").first().waitFor()
    await page.getByText(recipients.bccTo(AUDITOR)).waitFor()

    await beginMail(page)
    const first = await mailIn(harbour.dovecot, NIA, () => true)
    expect(first).toMatchObject({ subject: "Your test ride", from: { address: SHOP } })
    await page.getByText("Accepted by our outgoing server").waitFor()
    expect(problems).toEqual([])
  })

  test("on a phone a begun mail is discarded with its words, and two conversations are chosen by thumb and closed", async () => {
    const { page, problems } = await harbour.openPage({ width: 390 })
    const { chosen } = words.conversation
    await page.goto(`/${harbour.member.slug}/conversations`)
    await writeTo(page, "zoe@customers.test", "A word before the ride")
    const subject = page.getByLabel(begin.subject)
    await subject.fill("")
    await expect.poll(() => subject.inputValue()).toBe("") // and not what stood there before
    await page.getByRole("textbox", { name: /Zoe|zoe/ }).fill("Hello Zoe, this was too early.")
    await page.getByRole("button", { name: begin.discard }).tap()
    await page.getByRole("dialog", { name: begin.discardTitle }).getByRole("button", { name: begin.discard }).tap()
    await page.getByText(begin.discarded).waitFor()
    const rows = page.getByRole("list", { name: words.conversation.filters.open }).getByRole("listitem")
    await rows.filter({ hasText: "Hello Nia" }).waitFor()
    await expect.poll(() => rows.filter({ hasText: begin.unsent }).count()).toBe(0)

    const count = await rows.count()
    await page.getByRole("button", { name: chosen.several, exact: true }).tap()
    await rows.nth(0).tap()
    await rows.nth(1).getByRole("checkbox").tap()
    await page.getByText(chosen.count(2), { exact: true }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole("toolbar").getByRole("button", { name: chosen.close }).tap()
    await page.getByText(chosen.closed(2)).waitFor()
    await expect.poll(() => rows.count()).toBe(count - 2)
    expect(problems).toEqual([])
  })
})

async function beginMail(page: Page): Promise<void> {
  await page.keyboard.press("Escape")
  await writeTo(page, NIA, "Your test ride")
  await page.keyboard.press("r")
  await page.keyboard.type("Hello Nia, the bike stands here.")
  await page.keyboard.press("Control+Enter")
}

async function writeTo(page: Page, address: string, subject: string): Promise<void> {
  await page.getByRole("button", { name: begin.button }).first().click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("combobox").fill(address)
  await dialog.getByRole("combobox").press("Enter")
  await dialog.getByLabel(begin.subject).fill(subject)
  await dialog.getByLabel(begin.subject).press("Control+Enter")
  await page.getByText(begin.empty).waitFor()
}

/** As a browser does with a picture on the clipboard; the page's own types are not ours here. */
async function paste(page: Page, name: string): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer()
    const bytes = new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])
    data.items.add(new File([bytes], ${JSON.stringify(name)}, { type: "image/png" }))
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }`)
}

/** As somebody does who drags a file from elsewhere over the text and lets it go. */
async function drop(page: Page, name: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(`{
    const data = new DataTransfer()
    data.items.add(new File(["zwei"], ${JSON.stringify(name)}, { type: "text/plain" }))
    data
  }`)
  const text = page.getByRole("textbox").filter({ hasText: "the **front** hub" })
  await text.dispatchEvent("dragover", { dataTransfer })
  await page.getByText(files.drop).waitFor()
  await text.dispatchEvent("drop", { dataTransfer })
}

/** Without what the servers on its way have put above it. */
function bodyOf(raw: string): string {
  return raw.slice(raw.indexOf("From: "))
}
