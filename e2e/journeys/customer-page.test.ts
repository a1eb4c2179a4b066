import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listConversations } from "../../desk/src/contract/conversations.ts"
import { createCustomerLink } from "../../desk/src/contract/customer-links.ts"
import { keepPromise, listPromises } from "../../desk/src/contract/promises.ts"
import { words } from "../../desk/src/web/words.ts"
import { type View, seriousFindings } from "../servers/chromium.ts"
import { mailIn } from "../servers/mailbox.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

const told = words.customerPage

describe.skipIf(!HARBOUR_RUNS)("a customer sees what was promised, and says that it is not done", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
  })
  afterAll(() => harbour?.stop())

  test("from the mail to the page on a phone without scripts, and back to Today", async () => {
    const { member } = harbour
    await harbour.openAllDay()
    await turnedOn(harbour)
    await answered(harbour)

    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: My wheel")
    const address = /http:\/\/\S+\/p\/[0-9a-f]{48}/.exec(answer.text ?? "")?.[0] ?? ""
    expect(answer.text).toContain("What we promised you in this conversation, and how it stands:")
    const [conversation] = (await member.call(listConversations, { query: { filter: "all" } })).items
    const params = { conversationId: conversation?.id ?? "" }
    expect((await member.call(createCustomerLink, { params })).url).toBe(address)

    const phone = await harbour.chromium.openPage({ width: 390, scripts: false })
    await phone.page.goto(address)
    await phone.page.getByText("I will call you").first().waitFor()
    await phone.page.getByText("Ines Moreau, by email").waitFor()
    await expect.poll(() => phone.page.getByRole("button", { name: "Not yet" }).count()).toBe(0)

    const [promise] = (await member.call(listPromises, { query: {} })).items
    const done = { params: { promiseId: promise?.id ?? "" }, body: { evidence: { kind: "word" as const } } }
    await member.call(keepPromise, done)
    await phone.page.reload()
    await phone.page.getByText("Done, we say").waitFor()
    for (const width of [1440, 390] as const) {
      for (const scheme of ["light", "dark"] as const) expect(await findings(address, { width, scheme })).toEqual([])
    }

    await phone.page.getByLabel("Anything to add?").fill("Nobody has called <b>me</b>.")
    await phone.page.getByRole("button", { name: "Not yet" }).click()
    await phone.page.getByText("Open again").waitFor()
    await phone.page.getByText("“Nobody has called <b>me</b>.”").waitFor()
    expect(phone.problems).toEqual([])

    const { page, problems } = await harbour.openPage()
    await page.getByText("I will call you").first().waitFor()
    await page.getByText("The customer says that this is not done yet").waitFor()
    await page.getByRole("link", { name: words.notices.title }).click()
    await page.getByText(words.notices.steps.disputed).waitFor()
    await page.getByText(words.notices.said("Nobody has called <b>me</b>.")).waitFor()
    expect(problems).toEqual([])
  })

  test("a member takes the link back, makes another and sends it with an answer", async () => {
    const { member } = harbour
    const [conversation] = (await member.call(listConversations, { query: { filter: "all" } })).items
    const params = { conversationId: conversation?.id ?? "" }
    const first = (await member.call(createCustomerLink, { params })).url ?? ""
    const { page, problems } = await harbour.openPage()
    await page.goto(`/${member.slug}/conversations/${params.conversationId}`)
    await page.getByRole("button", { name: told.revoke }).click()
    await page.getByText(told.none).waitFor()
    expect((await fetch(first)).status).toBe(404)

    await page.getByRole("button", { name: told.create }).click()
    const second = (await page.getByRole("link", { name: told.open, exact: true }).getAttribute("href")) ?? ""
    expect(second).not.toBe(first)
    await page.getByRole("button", { name: told.put }).click()
    const draft = page.getByRole("textbox", { name: words.composer.draftLabel("") })
    await expect.poll(() => draft.inputValue()).toContain(second)
    await page.keyboard.press("r")
    await page.keyboard.press("Control+Enter")
    await page.getByText("Sends in", { exact: false }).first().waitFor()
    const says = (mail: { text?: string | undefined }) => mail.text?.includes(told.line(second)) === true
    await mailIn(harbour.dovecot, ROSA, says)
    expect((await fetch(second)).status).toBe(200)
    expect(problems).toEqual([])
  })

  /** What axe says of the page; it needs scripts, which the page itself does not have. */
  async function findings(address: string, view: View): Promise<readonly string[]> {
    const { page, close } = await harbour.chromium.openPage(view)
    await page.goto(address)
    const found = await seriousFindings(page)
    const sideways = await page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    await close()
    return sideways === true ? [...found, "the page scrolls sideways"] : found
  }
})

/** An admin lets customers see what was promised to them, with the link below every mail. */
async function turnedOn(harbour: Harbour): Promise<void> {
  const { page, close } = await harbour.openPage()
  await page.goto(`/${harbour.member.slug}/settings/customer-page`)
  await page.getByLabel(told.settings.on).check()
  await page.getByLabel(told.settings.footer).check()
  await page.getByRole("button", { name: words.settings.save }).click()
  await page.getByText(words.settings.saved).waitFor()
  await close()
}

/** Rosa asks, and is answered with a promise. */
async function answered(harbour: Harbour): Promise<void> {
  const { page } = await harbour.openPage()
  await harbour.write({ subject: "My wheel", body: "Hello,\n\nis my wheel ready? I need it on Saturday.\n\nRosa" })
  await page.getByText("is my wheel ready?").first().click()
  await page.getByRole("heading", { level: 1, name: /rosa/i }).waitFor()
  await page.keyboard.press("r")
  await page.keyboard.type("Thanks, I'll look into this and someone will call you right back")
  await page.keyboard.press("Control+Enter")
  await page.getByRole("region", { name: /promise/i }).waitFor()
  await page.keyboard.press("Enter")
  await page.getByText("Sends in", { exact: false }).first().waitFor()
}
