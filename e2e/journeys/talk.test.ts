import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { words } from "../../desk/src/web/words.ts"
import { HARBOUR_RUNS, type Harbour, openHarbour } from "./harbour.ts"

const { log, newPromise } = words.dialogs

describe.skipIf(!HARBOUR_RUNS)("a call without any mail becomes a promise", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
  })
  afterAll(() => harbour?.stop())

  test("P, a name, what was said, Enter: it is on Today with its owner and time", async () => {
    const { page, problems } = await harbour.openPage()
    await page.keyboard.press("p")
    await page.getByRole("dialog", { name: newPromise.title }).waitFor()
    await page.keyboard.type("Nadia Rahman")
    await page.keyboard.press("Enter")
    await page.getByText(words.fields.newCustomerNamed, { exact: true }).waitFor()
    await page.getByLabel(words.fields.words).fill("I'll ring you tomorrow by 11 about the crash replacement.")
    await page.keyboard.press("Control+Enter")
    await page.getByRole("dialog").waitFor({ state: "hidden" })
    const row = page.getByRole("listitem").filter({ hasText: "crash replacement" })
    await row.getByText("Nadia Rahman").waitFor()
    expect(await row.innerText()).toMatch(/11:00/)
    expect(problems).toEqual([])
  })

  test("a logged call by number is read like a mail; what it proposes waits in a list with an owner until it is confirmed", async () => {
    const { page, problems } = await harbour.openPage()
    await page.getByRole("button", { name: words.today.log }).click()
    await page.getByRole("dialog", { name: log.title }).waitFor()
    await page.keyboard.type("+44 7700 900123")
    await page.keyboard.press("Enter")
    await page.getByLabel(words.fields.name).fill("Owen Tremlett")
    await page.getByLabel(log.note).fill("Asked about his complaint. I'll send him a written answer by Friday noon.")
    const found = page.getByRole("dialog").getByText("a written answer by Friday noon").last()
    await found.waitFor()
    await page.getByRole("dialog").getByRole("combobox").filter({ hasText: log.counts.later }).selectOption("later")
    await page.keyboard.press("Control+Enter")
    await page.getByRole("dialog").waitFor({ state: "hidden" })

    await page.getByRole("link", { name: words.today.confirmOrDismiss }).click()
    const card = page.getByRole("listitem").filter({ hasText: "a written answer by Friday noon" })
    expect(await card.innerText()).toContain("you")
    await card.getByRole("button", { name: words.proposals.confirm }).click()
    await page.getByText(words.proposals.empty).waitFor()
    await page.keyboard.press("g")
    await page.keyboard.press("t")
    await page.getByRole("listitem").filter({ hasText: "a written answer by Friday noon" }).waitFor()
    expect(problems).toEqual([])
  })
})
