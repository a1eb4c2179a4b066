import type { Page } from "playwright-core"
import { words } from "../../desk/src/web/words.ts"

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Chooses a list by keyboard, and waits until two conversations are in it. */
export async function shows(page: Page, filter: "open" | "awaiting"): Promise<void> {
  const name = words.conversation.filters[filter]
  await page.getByRole("heading", { level: 1, name: words.conversation.title }).waitFor()
  await tabTo(page, "select")
  await page.keyboard.type(name.slice(0, 4))
  const list = page.getByRole("list", { name }).and(page.locator(":not([aria-busy])"))
  await list.getByRole("listitem").nth(1).waitFor()
  await page.keyboard.press("Escape")
}

export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 40 && (await page.locator(`${selector}:focus`).count()) === 0; tabs += 1) {
    await page.keyboard.press("Tab")
  }
  await page.locator(`${selector}:focus`).waitFor()
}
