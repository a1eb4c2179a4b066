import type { Page } from "playwright-core"
import { listFacts } from "../desk/src/contract/facts.ts"
import { words } from "../desk/src/web/words.ts"
import type { Screen } from "./screens.ts"
import type { MemberCalls } from "./servers/member.ts"

const told = words.facts

/** From a price list and a page to a held draft, and to whoever was told what no longer holds: docs/fact-book.md. */
export async function factScreens(member: MemberCalls, florence: string): Promise<readonly Screen[]> {
  const { items } = await member.call(listFacts, { query: { q: "Tern HSD P9", limit: 5 } })
  const book = `/${member.slug}/facts`
  return [
    { name: "fact-import", path: book, act: importPrices },
    { name: "fact-proposal", path: book, act: readPolicy },
    { name: "draft-contradiction", path: florence, act: contradict },
    { name: "draft-held", path: florence, act: tryToSend },
    { name: "correction", path: `${book}?fact=${items[0]?.id}`, act: correct },
  ]
}

/** One price that changed, two new ones, and a row that cannot be read. */
async function importPrices(page: Page): Promise<void> {
  const rows = ["Product name,Price (GBP)", "full service,99.00", "bell,12.00", "rain cape,48.00", ",5.00"]
  await page.keyboard.press("i")
  await page.getByLabel(told.imports.paste).fill(rows.join("\n"))
  await page.getByText(told.imports.sum(2, 1, 0)).waitFor()
}

async function readPolicy(page: Page): Promise<void> {
  const policy = [
    "# Returns and repairs",
    "Unused parts can be returned within 30 days.",
    "A wheel build takes 5 working days.",
    "Refunds take 3 to 5 business days.",
  ]
  await page.keyboard.press("p")
  await page.getByLabel(told.propose.paste).fill(policy.join("\n\n"))
  await page.getByRole("button", { name: told.propose.read }).click()
  await page.getByRole("button", { name: told.propose.accept }).waitFor()
}

async function contradict(page: Page): Promise<void> {
  await page.keyboard.press("r")
  await page.keyboard.press("Control+a")
  await page.keyboard.type("Hello Florence, the voucher is in the post. A puncture repair costs £12, so £60 is plenty.")
  await page.getByText("Hold: 1 finding").waitFor()
  await page.keyboard.press("Alt+]")
}

async function tryToSend(page: Page): Promise<void> {
  await contradict(page)
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: words.composer.sendAnyway }).click()
  await page.getByRole("heading", { name: words.composer.hold.title }).waitFor()
}

async function correct(page: Page): Promise<void> {
  await page.keyboard.press("v")
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel(told.dialog.value).fill("£3,790")
  await dialog.getByLabel(told.dialog.source).fill("Price list, December")
  await page.keyboard.press("Control+Enter")
  await dialog.waitFor({ state: "detached" })
  await page.getByRole("button", { name: words.corrections.start }).click()
  await page.getByRole("button", { name: words.corrections.review }).waitFor()
}
