import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createOrder, listOrders } from "../../desk/src/contract/orders.ts"
import { readWorkspace, writeWorkspace } from "../../desk/src/contract/workspace.ts"
import { mailIn } from "../servers/mailbox.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

const day = (back: number) => Temporal.Now.plainDateISO("Europe/London").subtract({ days: back }).toString()

describe.skipIf(!HARBOUR_RUNS)("after the sale", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
    await harbour.openAllDay()
  })
  afterAll(() => harbour?.stop())

  test("a file of orders, a withdrawal by mail: the clock, the refund proposed with its legal day, the acknowledgement sent", async () => {
    const { page, problems } = await harbour.openPage()
    await page.keyboard.press("g")
    await page.keyboard.press("o")
    await page.getByRole("heading", { level: 1, name: "After the sale" }).waitFor()
    await page.keyboard.press("i")
    const dialog = page.getByRole("dialog")
    await dialog
      .getByLabel("Or paste it")
      .fill(
        `number,mail,name,product,ordered,delivered,country\n1042,${ROSA},Rosa,Trail lamp,${day(6)},${day(3)},DE\n1043,rosa,Rosa,Bell,${day(6)},,DE\n`,
      )
    await dialog.getByText("1 new, 0 changed, 0 as they are").waitFor()
    await dialog.getByText("Row 3: “rosa” is no mail address.").waitFor()
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })
    await page.getByRole("link", { name: "Trail lamp" }).waitFor()
    await page.getByText(/1[0-4] days left/).waitFor()
    await page.keyboard.press("a")
    await dialog.getByLabel("Customer’s mail address").fill("nia@customers.test")
    await dialog.getByLabel("What was bought").fill("A wheel built to measure")
    await dialog.getByLabel("Country, two letters").fill("fr")
    await dialog.getByText("France").waitFor()
    await dialog.getByLabel("Right to withdraw").selectOption("made-to-order")
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })
    const byHand = page.getByRole("row").filter({ hasText: "A wheel built to measure" })
    await byHand.getByText("None: it was made to order").waitFor()

    // What is chosen stays chosen when the page is opened again.
    await page.getByRole("button", { name: "To be undone" }).click()
    await page.getByRole("link", { name: "Trail lamp" }).waitFor({ state: "detached" })
    await page.reload()
    await page.getByRole("button", { name: "To be undone", pressed: true }).waitFor()

    await harbour.write({
      subject: "Trail lamp",
      body: "Hello,\n\nI hereby withdraw from my contract of sale for order 1042.\n\nRosa",
    })
    await page.keyboard.press("g")
    await page.keyboard.press("c")
    await page.getByText("I hereby withdraw from my contract").first().click()
    await page.getByRole("heading", { level: 2, name: "Withdrawal" }).waitFor()
    await page.getByText("“Pay back everything for order 1042 (Trail lamp)”").waitFor()
    await page.getByText("The refund is proposed below, with its last day by law.").waitFor()
    await page.getByRole("button", { name: "Draft the acknowledgement" }).click()
    await page.keyboard.press("Control+Enter")
    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: Trail lamp")
    expect(answer.text).toContain("Your withdrawal came in on ")
    expect(answer.text).toContain("for order 1042 (Trail lamp)")
    expect(answer.text).toContain("The last day that the law sets for paying back what you paid is ")
    await page.getByRole("button", { name: "Confirm" }).first().click()
    await page.getByText("We owe").first().waitFor()
    expect(problems).toEqual([])
  })

  test("the customer is asked whether it helped, answers without JavaScript, and a no comes back beside what was said before", async () => {
    const { settings } = await harbour.member.call(readWorkspace)
    const afterSale = { ...settings.afterSale, outcome: { on: true, days: 3 } }
    await harbour.member.call(writeWorkspace, { body: { settings: { afterSale } } })
    const sold = { product: "Dynamo", number: "1050", orderedOn: day(8), deliveredOn: day(3), country: "DE" }
    await harbour.member.call(createOrder, { body: { ...sold, customer: { mail: ROSA } } })
    const asked = await mailIn(harbour.dovecot, ROSA, ({ text = "" }) => text.includes("you bought Dynamo from us"))
    const link = /http\S+\/p\/outcome\/[0-9a-f]{48}/.exec(asked.text ?? "")?.[0] ?? ""
    const { page, problems } = await harbour.openPage({ width: 1024 })
    await page.goto(link)
    await page.getByRole("heading", { name: "Did it do what you needed it for?" }).waitFor()
    await expect.poll(() => page.locator("script").count()).toBe(0)
    await page.getByLabel("Anything to add?").fill("It is too dim for the forest.")
    await page.getByRole("button", { name: "No" }).click()
    await page.getByText("You answered: No").waitFor()

    await page.goto("/")
    await page.keyboard.press("g")
    await page.keyboard.press("c")
    await page.getByText("Did Dynamo do what you needed it for? No.").first().click()
    await page.getByText("It is too dim for the forest.").first().waitFor()
    await page.getByRole("link", { name: "Dynamo, 1050" }).click()
    await page.getByRole("heading", { name: "What came before it" }).waitFor()
    await page.getByText("“It is too dim for the forest.”").waitFor()
    await expect.poll(() => page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0)
    const { items } = await harbour.member.call(listOrders, { query: { filter: "unhelped" } })
    expect(items.map(({ number }) => number)).toEqual(["1050"])
    expect(problems).toEqual([])
  })
})
