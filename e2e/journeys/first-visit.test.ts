import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { words } from "../../desk/src/web/words.ts"
import { isInstalled } from "../servers/available.ts"
import { type Chromium, type OpenPage, seriousFindings, startChromium } from "../servers/chromium.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { ADMIN } from "../servers/member.ts"

describe.skipIf(!isInstalled("chromium"))("the first visit", () => {
  let desk: Desk
  let chromium: Chromium
  let visit: OpenPage

  beforeAll(async () => {
    desk = await startDesk()
    chromium = await startChromium()
    visit = await chromium.openPage({ baseUrl: desk.url })
  })
  afterAll(async () => {
    await chromium?.stop()
    await desk?.stop()
  })

  test("makes the workspace and its admin, and asks how to begin", async () => {
    const { page } = visit
    await page.goto("/")
    await page.getByRole("heading", { name: words.setUp.title }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByLabel(words.setUp.workspace).fill("Harbour Cycles & Sons")
    await page.getByLabel(words.setUp.name).fill(ADMIN.name)
    await page.getByLabel(words.setUp.email).fill(ADMIN.email)
    await page.getByLabel(words.setUp.password).fill("short")
    await page.getByRole("button", { name: words.setUp.does }).click()
    await page
      .getByText(/at least \d+ characters/i)
      .first()
      .waitFor()
    await page.getByLabel(words.setUp.password).fill(ADMIN.password)
    await page.getByRole("button", { name: words.setUp.does }).click()
    await page.getByRole("heading", { level: 1, name: words.start.title }).waitFor()
  })

  test("opens the sample shop, which is rich and sends nothing, and removes it whole in one click", async () => {
    const { page } = visit
    await page.getByRole("button", { name: words.start.sampleDoes }).click()
    await page.getByRole("heading", { level: 1, name: words.today.title }).waitFor({ timeout: 60_000 })
    expect(await page.getByRole("listitem").count()).toBeGreaterThan(10)
    expect(await seriousFindings(page)).toEqual([])
    const slug = new URL(page.url()).pathname.split("/")[1] ?? ""
    await page.goto(`/${slug}/settings/workspace`)
    await page.getByRole("button", { name: words.settings.workspace.purge }).click()
    await page.waitForURL((url) => !url.pathname.startsWith(`/${slug}/`), { timeout: 60_000 })
    const left = await fetch(`${desk.url}/api/v1/today`, {
      headers: { cookie: await cookiesOf(visit), "aboveboard-workspace": slug },
    })
    expect(left.status).toBe(404)
  })
})

async function cookiesOf({ page }: OpenPage): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
}
