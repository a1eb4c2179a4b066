import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { mailIn } from "../servers/mailbox.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

describe.skipIf(!HARBOUR_RUNS)("an honest no is said by keyboard, and found by what it rests on", () => {
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
    await page.getByRole("link", { name: "What we said no to" }).click()
    await page.getByLabel("Find in what was asked").fill("section 6")
    await page.getByText("Rests on: Shop terms v4, section 6").waitFor()
    await page.getByRole("link", { name: "“Can I have my money back?”" }).waitFor()
    expect(problems).toEqual([])
  })
})
