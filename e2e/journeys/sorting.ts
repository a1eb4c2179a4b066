import type { Page } from "playwright-core"
import { writeCompany } from "../../desk/src/contract/companies.ts"
import { closeConversation, listConversations, reopenConversation } from "../../desk/src/contract/conversations.ts"
import { listCustomers, writeCustomer } from "../../desk/src/contract/customers.ts"
import { words } from "../../desk/src/web/words.ts"
import { press, shows, tabTo } from "./by-keyboard.ts"
import { type Harbour, ROSA } from "./harbour.ts"

/** Two conversations get a tag at once, a view finds them, and both are closed and opened again. */
export async function sortsSeveral(page: Page): Promise<void> {
  const { views } = words.conversation
  await press(page, "g", "c")
  await shows(page, "open")
  await chooseTwo(page)
  await press(page, "t")
  await page.getByRole("dialog").waitFor()
  await page.keyboard.type("Spring")
  await press(page, "Control+Enter")
  await page.getByRole("dialog").waitFor({ state: "hidden" })
  await page.getByText("#spring").nth(1).waitFor()
  await press(page, "v")
  await page.getByRole("dialog", { name: views.title }).waitFor()
  await page.keyboard.type("Spring sale")
  await tabTo(page, "input[list]")
  await page.keyboard.type("spring")
  await press(page, "Control+Enter")
  await page.getByRole("list", { name: "Spring sale" }).getByRole("listitem").nth(1).waitFor()
  await page
    .getByRole("option", { name: views.counted("Spring sale", 2, false), selected: true })
    .waitFor({ state: "attached" })
  await press(page, "e")
  await page.getByText(words.conversation.chosen.closed(2)).waitFor()
  await page.getByText(words.conversation.views.empty).waitFor()
  await press(page, "u")
  await page.getByRole("list", { name: "Spring sale" }).getByRole("listitem").nth(1).waitFor()
  await press(page, "v")
  const dialog = page.getByRole("dialog", { name: views.title })
  await dialog.getByRole("button", { name: views.removeNamed("Spring sale") }).click()
  await dialog.getByText(views.removed("Spring sale")).waitFor()
  await dialog.getByRole("button", { name: words.ui.undo }).click()
  await dialog.getByRole("button", { name: views.removeNamed("Spring sale") }).waitFor()
  await press(page, "Escape")
}

/** The row takes its key with the focus, and is drawn with it a moment after J. The one chosen first may have become the last. */
async function chooseTwo(page: Page): Promise<void> {
  const { chosen } = words.conversation
  await page.locator("[data-row]").nth(1).waitFor() // J finds no row before they are drawn
  for (const count of [1, 2]) {
    const isLast = (await page.locator("li:last-child > [data-row]:focus").count()) > 0
    await press(page, isLast ? "k" : "j")
    await page.locator("li:not([data-chosen]) > [data-row]:focus").waitFor()
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    await press(page, "x")
    await page.getByText(chosen.count(count)).waitFor()
  }
}

/** Two of different customers are merged once that was asked; a message is split off, and merged back. */
export async function mergesAndSplits(harbour: Harbour, page: Page): Promise<void> {
  const { merging } = words
  await chooseTwo(page)
  await press(page, "m")
  const dialog = page.getByRole("dialog", { name: merging.mergeTitle(2) })
  await dialog.waitFor()
  await press(page, "ArrowDown") // the other one stays
  await dialog
    .getByRole("radio")
    .last()
    .and(dialog.getByRole("radio", { checked: true }))
    .waitFor()
  const listed = await harbour.member.call(listConversations, { query: { filter: "open", tag: "spring" } })
  const conversationId = listed.items.at(-1)?.id ?? ""
  await harbour.member.call(closeConversation, { params: { conversationId } })
  await page.getByRole("dialog", { name: merging.mergeTitle(1) }).waitFor() // it has left the list
  await press(page, "Control+Enter")
  await harbour.member.call(reopenConversation, { params: { conversationId } })
  await dialog.waitFor()
  await tabTo(page, "input[type=checkbox]")
  await press(page, "Space", "Control+Enter")
  await page.getByText(merging.merged(1)).waitFor()
  await page.getByRole("list", { name: "Spring sale" }).getByRole("listitem").first().waitFor()
  await press(page, "j", "Enter")
  const log = page.getByRole("log")
  await log.getByText("into this conversation").waitFor()
  await press(page, "y")
  await page.getByRole("dialog", { name: merging.title }).waitFor()
  await press(page, "ArrowDown")
  await tabTo(page, "input[type=checkbox]")
  await press(page, "Space", "Control+Enter")
  await page.getByText(merging.splitDone).waitFor()
  await log.getByText("split 1 message off from").waitFor()
  await page.route(/merges/, (route) => route.fulfill({ status: 500, json: {} }), { times: 1 })
  await press(page, "u")
  await page.getByText(merging.failed).waitFor() // and can be tried again
  await press(page, "u")
  await log.getByText("split 1 message off:").waitFor()
}

/** Two addresses that look like one person's: merged by somebody who was asked, and taken apart again. */
export async function mergesCustomers(page: Page): Promise<void> {
  const { samePerson } = words
  await page.getByRole("link", { name: words.customers.title }).first().click()
  await page.getByText(samePerson.maybe).click()
  await page.getByRole("link", { name: /rosa.* and .*rosa/i }).click()
  await page
    .getByRole("button", { name: /^Merge… with/ })
    .first()
    .click()
  await page.getByRole("dialog", { name: samePerson.mergeTitle }).waitFor()
  await press(page, "Control+Enter")
  await page.getByText(/^One with rosa/).waitFor()
  await page.getByText("Bell").first().waitFor()
  await page.getByRole("button", { name: samePerson.takeApart }).click()
  await page.getByRole("dialog", { name: samePerson.apartTitle }).waitFor()
  await press(page, "Control+Enter")
  await page.getByText(samePerson.takenApart).waitFor()
  await page.getByRole("heading", { level: 3, name: samePerson.maybe }).waitFor()
}

/** Rosa's company is found by its domain, and who writes from it is said to belong there once that was kept. */
export async function findsCompany({ member }: Harbour, page: Page, address: string): Promise<void> {
  const { companies } = words
  const customerOf = async (q: string) => (await member.call(listCustomers, { query: { q } })).items[0]
  const [rosa, other] = [await customerOf(ROSA), await customerOf(address)]
  const { companyId } = await member.call(writeCustomer, {
    params: { customerId: rosa?.id ?? "" },
    body: { company: "Quay Bakers" },
  })
  await member.call(writeCompany, {
    params: { companyId: companyId ?? "" },
    body: { domains: [address.split("@")[1] ?? ""] },
  })
  await press(page, "g", "w", "g", "m") // there is no G W, and W alone would begin a mail
  await page.getByRole("heading", { level: 1, name: companies.all }).waitFor()
  await press(page, "f")
  await page.keyboard.type("nobody")
  await page.getByText(companies.emptyFound).waitFor()
  await page.keyboard.press("Control+a")
  const looking = Promise.withResolvers<void>()
  await page.route(/\/companies\?q=cust/, async (route) => {
    await looking.promise
    await route.continue()
  })
  await page.keyboard.insertText("customers.te")
  await page.getByText(companies.emptyFound).waitFor({ state: "detached" }) // that was found of what was typed before
  looking.resolve()
  await page.getByRole("link", { name: "Quay Bakers" }).waitFor()
  await press(page, "Escape", "Escape", "j", "Enter")
  await page.getByText(companies.suggestedHint).waitFor()
  await page.goto(`/${member.slug}/customers/${other?.id}`)
  const belongs = page.getByRole("button", { name: companies.belongsThere })
  await belongs.waitFor()
  await page.route(/\/customers\//, (route) =>
    route.request().method() === "PATCH" ? route.fulfill({ status: 500, json: {} }) : route.continue(),
  )
  await belongs.click()
  await page.getByText(companies.belongsFailed).waitFor()
  await page.unrouteAll()
  await belongs.click()
  await page.getByRole("link", { name: "Quay Bakers" }).waitFor()
}
