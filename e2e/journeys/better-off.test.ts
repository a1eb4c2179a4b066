import { readFile } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Page } from "playwright-core"
import { createFact } from "../../desk/src/contract/facts.ts"
import { mailIn } from "../servers/mailbox.ts"
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
    await dialog.getByLabel("“Can I have my money back?”").waitFor()
    expect(await dialog.getByLabel("“Can I have my money back?”").isChecked()).toBe(true)
    await page.keyboard.type("refund the bike after 35 days")
    await dialog.getByLabel("The rule, clause or law it rests on").fill("Shop terms v4, section 6")
    await dialog.getByLabel("The reason, in plain words").fill("In the shop you can change your mind for 30 days")
    await dialog.getByLabel("What we can do instead").fill("we'll see what we can do")
    await dialog.getByText("Neither yes nor no:").waitFor()
    await dialog.getByLabel("What we can do instead").fill("sell it for you, at a commission of 12 %")
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })

    await page.getByText("is recorded as one").waitFor()
    await page.keyboard.press("Control+Enter")
    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: Money back", 30_000)
    expect(answer.text).toContain("No, we won’t refund the bike after 35 days.")
    expect(answer.text).toContain("What we can do instead: sell it for you")

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
    await page.getByRole("link", { name: "What we said no to" }).click()
    await page.getByLabel("Find in what was asked").fill("section 6")
    await page.getByText("Rests on: Shop terms v4, section 6").waitFor()
    await page.getByRole("link", { name: "“Can I have my money back?”" }).waitFor()
    expect(problems).toEqual([])
  })

  test("a product is recommended need by need, with its whole price and what it will not do", async () => {
    const source = { kind: "document" as const, name: "Price list" }
    const fact = async (attribute: string, value: string, statement: string) =>
      await harbour.member.call(createFact, { body: { subject: "Tern GSD", attribute, value, statement, source } })
    await fact("price", "€4999", "A Tern GSD costs EUR 4,999.")
    await fact("delivery fee", "€49", "Delivery of a Tern GSD costs EUR 49.")
    await fact("width", "68 cm", "A Tern GSD is 68 cm wide with its panniers.")
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
    await page.keyboard.press("m")
    const dialog = page.getByRole("dialog")
    await dialog.getByLabel("“It must go through a gate of 75 cm” is", { exact: true }).selectOption("met")
    await dialog
      .getByLabel("because, “It must go through a gate of 75 cm”")
      .selectOption("A Tern GSD is 68 cm wide with its panniers.")
    await dialog.getByLabel("“I need it before the first” is", { exact: true }).selectOption("not-met")
    await dialog.getByLabel("delivery fee: €49.00").check()
    await dialog.getByText("Together €5,048.00").waitFor()
    await dialog.getByText("“I need it before the first” is not met.").waitFor()
    await dialog.getByLabel("I have looked at this").check()
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })
    await page.getByText("This message recommends Tern GSD").waitFor()
    await page.keyboard.press("Control+Enter")
    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: Which bike", 30_000)
    expect(answer.text).toContain("It will not do this: “I need it before the first”.")
    expect(answer.text).toContain("it costs €5,048.00")
    await page.getByText("Tern GSD, €5,048.00").waitFor()
    expect(problems).toEqual([])
  })
})

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
