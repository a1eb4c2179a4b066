import { readFile } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Page } from "playwright-core"
import type { z } from "zod"
import { listConversations, readConversation } from "../../desk/src/contract/conversations.ts"
import type { declineInput } from "../../desk/src/contract/declines.ts"
import { createFact } from "../../desk/src/contract/facts.ts"
import { sendMessage } from "../../desk/src/contract/messages.ts"
import { listPracticeCases } from "../../desk/src/contract/practice.ts"
import { listPromises } from "../../desk/src/contract/promises.ts"
import { mailIn } from "../servers/mailbox.ts"
import { type MemberCalls, joinTeam } from "../servers/member.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

describe.skipIf(!HARBOUR_RUNS)("customers are better off: an honest no, and needs before a sale", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
  })
  afterAll(() => harbour?.stop())

  test("the no, the reason and what can be done instead reach the customer and stand in the record", async () => {
    const { page, problems } = await harbour.openPage()
    await harbour.write({
      subject: "Money back",
      body: "Hello.\n\nI bought it five weeks ago. Can I have my money back?\n\nRosa",
    })
    await page.getByText("Can I have my money back?").first().click()
    await page.getByRole("heading", { level: 1, name: /rosa/i }).waitFor()
    await page.keyboard.press("d")

    const dialog = page.getByRole("dialog")
    await dialog.getByRole("checkbox", { name: "“Can I have my money back?”", checked: true }).waitFor()
    await page.keyboard.type("refund the bike after 35 days")
    await dialog.getByLabel("The rule, clause or law it rests on").fill("Shop terms v4, section 6")
    await dialog.getByLabel("The reason, in plain words").fill("In the shop you can change your mind for 30 days")
    await dialog.getByLabel("What we can do instead").fill("we'll see what we can do")
    await dialog.getByText("Neither yes nor no:").waitFor()
    await dialog.getByLabel("What we can do instead").fill("I will send you an offer for it by Friday")
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })

    await page.getByText("is recorded as one").waitFor()
    await page.keyboard.press("Control+Enter")
    await page.getByRole("region", { name: /promise/i }).waitFor() // what we can do instead has an owner and a due time
    await page.keyboard.press("Enter")
    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: Money back")
    expect(answer.text).toMatch(/^Hello,\s+No, we won’t refund the bike after 35 days\./)
    expect(answer.text).toContain("What we can do instead: I will send you an offer for it by Friday.")
    const { items } = await harbour.member.call(listPromises, { query: { state: "open" } })
    expect(items.map(({ words }) => words)).toEqual(["I will send you an offer for it by Friday"])

    await page.keyboard.press("g")
    await page.keyboard.press("r")
    await page.getByRole("heading", { level: 1, name: "Trust report" }).waitFor()
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "PNG" }).click(),
    ])
    const picture = await readFile(await saved.path())
    expect(picture.subarray(1, 4).toString()).toBe("PNG")
    expect(picture.readUInt32BE(16)).toBe(1_920) // its width: the lines were drawn, twice as fine
    expect(picture.length).toBeGreaterThan(20_000)
    await page.evaluate("window.print = () => { document.title = 'printed' }")
    await page.getByRole("button", { name: "Print or PDF" }).click()
    await expect.poll(() => page.title()).toBe("printed")
    await page.emulateMedia({ media: "print" }) // the page alone, with whose it is
    await page.getByText("Harbour Cycles", { exact: true }).and(page.locator("main *")).waitFor()
    await page.getByRole("button", { name: "PNG" }).waitFor({ state: "hidden" })
    await page.getByRole("navigation").first().waitFor({ state: "hidden" })
    await page.emulateMedia({ media: null })
    const noes = page.locator("section").filter({ has: page.getByRole("heading", { name: "Honest no’s" }) })
    await noes.getByText("1 with an alternative").waitFor()
    await page.getByText("not enough record").first().waitFor() // of so few
    await noes.locator("div", { hasText: "Our terms say otherwise" }).getByRole("link", { name: "1" }).click()
    await page.getByRole("heading", { level: 1, name: "Our terms say otherwise" }).waitFor()
    await page.getByRole("link", { name: "“Can I have my money back?”" }).waitFor()
    await page.getByRole("link", { name: "Trust report" }).last().click()
    await page.getByRole("link", { name: "What we said no to" }).click()
    await page.getByLabel("Find in what was asked").fill("section 6")
    await page.getByText("Rests on: Shop terms v4, section 6").waitFor()
    await page.getByRole("link", { name: "“Can I have my money back?”" }).waitFor()

    const [wish, reason] = ["Write that it is new.", "It is two years old"] as const
    for (const subject of ["For the insurer", "For the buyer"]) {
      await harbour.write({ subject, body: wish })
      await sayNo(harbour.member, subject, { basis: "wrong", refused: "write that it is new", reason })
    }
    await page.reload()
    await page.getByRole("heading", { name: "Asked more than once for something wrong" }).waitFor()
    await page.getByText("What to do is for a person to decide; hear the customer first.").waitFor()
    await page.getByText("2 times").click()
    await expect.poll(() => page.locator("details").getByText(`“${wish}”`).count()).toBe(2)
    expect(problems).toEqual([])
  })

  test("a product is recommended need by need, with its whole price and what it will not do", async () => {
    const source = { kind: "document" as const, name: "Price list" }
    const fact = async (attribute: string, value: string, statement: string, subject = "Tern GSD") =>
      await harbour.member.call(createFact, { body: { subject, attribute, value, statement, source } })
    await fact("price", "€4999", "A Tern GSD costs EUR 4,999.")
    await fact("delivery fee", "€49", "Delivery of a Tern GSD costs EUR 49.")
    await fact("width", "68 cm", "A Tern GSD is 68 cm wide with its panniers.")
    await fact("price", "€3650", "A Tern HSD costs EUR 3,650.", "Tern HSD")
    await fact("width", "62 cm", "A Tern HSD is 62 cm wide with its panniers.", "Tern HSD")
    await fact("price", "€1900", "A trailer costs EUR 1,900.", "Trailer")
    const { page, problems } = await harbour.openPage()
    await harbour.write({
      subject: "Which bike",
      body: "Hello.\n\nIt must go through a gate of 75 cm. I need it before the first.\n\nRosa",
    })
    const said = page.getByText("It must go through a gate of 75 cm.").first()
    await said.click()
    await page.getByRole("heading", { level: 1, name: /rosa/i }).waitFor()
    for (const words of ["It must go through a gate of 75 cm", "I need it before the first"]) {
      await selectWords(page, words)
      await page.keyboard.press("n")
      await page.getByText(`“${words}”`).first().waitFor()
    }
    await page.keyboard.press("n") // the same words once more
    await page.getByText("It is written down already.").waitFor()
    const dialog = page.getByRole("dialog")
    await page.evaluate("getSelection().removeAllRanges()")
    await page.keyboard.press("n")
    await dialog.getByLabel("What do you think they need?").fill("a rain cover")
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })
    await page.getByRole("button", { name: "Ask them" }).waitFor()
    await page.keyboard.press("q")
    await page.getByText("The question is in the answer.").waitFor()
    await page.keyboard.press("m")
    await dialog.getByLabel("What you recommend").selectOption("Tern GSD")
    await dialog.getByLabel("“It must go through a gate of 75 cm” is", { exact: true }).selectOption("met")
    await dialog
      .getByLabel("because, “It must go through a gate of 75 cm”")
      .selectOption("A Tern GSD is 68 cm wide with its panniers.")
    await dialog.getByLabel("“I need it before the first” is", { exact: true }).selectOption("not-met")
    await dialog.getByText("A Tern HSD is 62 cm wide with its panniers.").waitFor() // costs less, and shows the same need
    await dialog.getByText("No fact says whether these meet the same needs").waitFor()
    await dialog.getByText("“a rain cover” is our idea of what they need.").waitFor()
    const leftOut = dialog.getByText("“delivery fee: €49.00” is not in the price.")
    await leftOut.waitFor()
    await dialog.getByLabel("delivery fee: €49.00").check()
    await leftOut.waitFor({ state: "detached" })
    await dialog.getByText("Together €5,048.00").waitFor()
    await dialog.getByText("“I need it before the first” is not met.").waitFor()
    await dialog.getByLabel("I have looked at this").check()
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })
    await page.getByText("This message recommends Tern GSD").waitFor()
    await page.keyboard.press("Control+Enter")
    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: Which bike")
    expect(answer.text).toContain("Is it right that you need this: a rain cover?")
    expect(answer.text).toContain("It will not do this: “I need it before the first”.")
    expect(answer.text).toContain("it costs €5,048.00")
    await page.getByText("Tern GSD, €5,048.00").waitFor()
    expect(problems).toEqual([])
  })

  test("a case is practised badly, then well, and nobody else sees how often; a lead adds one of their own", async () => {
    const max = await joinTeam(harbour.desk.url, harbour.member, {
      name: "Max",
      email: "max@harbour.test",
      role: "member",
    })
    const { page, problems } = await harbour.openPage({}, max)
    await page.goto(`/${max.slug}/practice?case=before-christmas`)
    await page
      .getByLabel("Your answer")
      .fill("Delivery of the sledge takes 5 business days. Someone will call you back.")
    await page.keyboard.press("Control+Enter")
    await page.getByText("Held", { exact: true }).waitFor()
    await page.getByText("goes against a fact").waitFor() // why
    await page.getByText("Delivery of the sledge takes 15 business days", { exact: true }).waitFor() // a better wording
    await page.getByText("promise/no-owner").waitFor() // the rule
    await page.getByText("One honest answer").waitFor()
    await page.getByLabel("Your answer").fill("Delivery of the sledge takes 15 business days, so I can't promise that.")
    await page.keyboard.press("Control+Enter")
    await page.getByText("No conflict found with the facts of this case.").waitFor()
    await page.getByText("1 of 20 without a conflict").waitFor()
    const answered = async (who: MemberCalls) =>
      (await who.call(listPracticeCases)).items.flatMap((each) => (each.answered === null ? [] : [each.answered.tries]))
    expect([await answered(max), await answered(harbour.member)]).toEqual([[2], []])

    const lead = await harbour.openPage()
    await lead.page.goto(`/${max.slug}/practice`)
    await lead.page.getByText("0 of 20 without a conflict").waitFor()
    await lead.page.keyboard.press("a")
    await lead.page.getByLabel("Title").fill("Half price")
    await lead.page.getByLabel("What the customer writes").fill("It is half price today, isn't it?")
    await lead.page.getByLabel("What to look out for").fill("It is not.")
    await lead.page.keyboard.press("Control+Enter")
    await lead.page.getByRole("heading", { level: 2, name: "Half price" }).waitFor()
    await lead.page.getByText("0 of 21 without a conflict").waitFor()
    expect([...problems, ...lead.problems]).toEqual([])
  })
})

/** To the whole of what was asked, by the API. */
async function sayNo({ call }: MemberCalls, subject: string, why: z.input<typeof declineInput>): Promise<void> {
  const { items } = await call(listConversations, { query: { filter: "all" } })
  const conversationId = items.find((each) => each.subject === subject)?.id ?? ""
  const { messages } = await call(readConversation, { params: { conversationId } })
  const [{ id: messageId, text } = { id: "", text: "" }] = messages
  const asked = { messageId, start: 0, end: text?.trimEnd().length ?? 0 }
  const body = { text: `No, we won’t ${why.refused}.`, promises: [], decline: { ...why, asked } }
  await call(sendMessage, { params: { conversationId }, body })
}

/** As if somebody had dragged over them. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate(`{
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const start = node.parentElement.closest("[data-message]") ? node.textContent.indexOf(${JSON.stringify(words)}) : -1
      if (start < 0) continue
      getSelection().setBaseAndExtent(node, start, node, start + ${words.length})
      break
    }
  }`)
}
