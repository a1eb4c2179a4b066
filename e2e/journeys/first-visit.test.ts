import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { mboxOf } from "../../desk/test/mbox.ts"
import { words } from "../../desk/src/web/words.ts"
import { isInstalled } from "../servers/available.ts"
import { type Chromium, type OpenPage, seriousFindings, sharedChromium } from "../servers/chromium.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { type Folder, temporaryFolder } from "../servers/folder.ts"
import { ADMIN } from "../servers/member.ts"

const told = words.imports

describe.skipIf(!isInstalled("chromium"))("the first visit", () => {
  let folder: Folder
  let desk: Desk
  let chromium: Chromium
  let visit: OpenPage

  beforeAll(async () => {
    folder = await temporaryFolder()
    desk = await startDesk({ folder: folder.path }) // nothing is there: it makes its database and its tables
    chromium = await sharedChromium()
    visit = await chromium.openPage({ baseUrl: desk.url })
  })
  afterAll(async () => {
    await chromium?.stop()
    await desk?.stop()
    await folder?.remove()
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
    await page.getByLabel(words.fields.showTyped).check() // it is typed once
    await page.locator("input[type=text]").and(page.getByLabel(words.setUp.password)).waitFor()
    await page.getByRole("button", { name: words.setUp.does }).click()
    await page.getByRole("heading", { level: 1, name: words.start.title }).waitFor()
  })

  test("opens the sample shop, which is rich and sends nothing, and removes it whole in one click", async () => {
    const { page } = visit
    await page.getByRole("button", { name: words.start.sampleDoes }).click()
    await page.getByRole("heading", { level: 1, name: words.today.title }).waitFor()
    await expect.poll(() => page.getByRole("listitem").count()).toBeGreaterThan(10)
    expect(await seriousFindings(page)).toEqual([])
    const slug = new URL(page.url()).pathname.split("/")[1] ?? ""
    await page.goto(`/${slug}/settings/workspace`)
    await page.getByRole("button", { name: words.settings.workspace.purge }).click()
    await page.waitForURL((url) => !url.pathname.startsWith(`/${slug}/`))
    const left = await fetch(`${desk.url}/api/v1/today`, {
      headers: { cookie: await cookiesOf(visit), "aboveboard-workspace": slug },
    })
    expect(left.status).toBe(404)
  })

  test("takes in old mail, goes on where it was paused, and tickets and customers from files", async () => {
    const { page } = visit
    const slug = new URL(page.url()).pathname.split("/")[1] ?? ""
    await page.goto(`/${slug}/settings/import`)
    const file = page.getByLabel(told.choose, { exact: true })
    const mails = mboxOf({ mails: 900, shop: ADMIN.email, until: Temporal.Now.instant() })
    const mbox = { name: "old.mbox", mimeType: "application/mbox", buffer: Buffer.from(mails) }
    await file.setInputFiles(mbox)
    await page.getByText(/^900 mails, [1-9]/).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const goOn = await holdsSecondBatch(page)
    await page.getByRole("button", { name: told.does("mails", 900) }).click()
    await page.getByText(/^[1-9]\d* of 900/).waitFor()
    await page.getByRole("button", { name: told.pause }).click()
    await page.getByRole("button", { name: told.pausing }).waitFor()
    goOn()
    await page.getByRole("button", { name: told.goOn }).waitFor()
    // The tab is closed, and the file chosen again on another day.
    await page.reload()
    await page.getByText(/^Stopped at [1-9]\d* of 900/).waitFor()
    await file.setInputFiles(mbox)
    await page.getByRole("button", { name: told.does("mails", 900) }).click()
    await page.getByText(told.done("old.mbox")).waitFor()
    await page
      .getByText(told.counts({ kind: "mails", taken: 900, changed: 0, again: 0, leftOut: 0 }))
      .first()
      .waitFor()
    const table = "Name,Email,Plan\nIda Brook,ida@customers.example,Gold\nNobody,no address,\n"
    await file.setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(table) })
    await page.getByText("Row 3: its address is no mail address.").waitFor()
    await page.getByRole("button", { name: told.does("customers", 1) }).click()
    await page.getByText(told.done("customers.csv")).waitFor()
    const said = { author_id: 7, public: true, created_at: "2026-10-01T09:00:00Z" }
    const ticket = {
      id: 41,
      subject: "Boots of last winter",
      requester_id: 7,
      requester: { id: 7, name: "Ida Brook", email: "ida@customers.example" },
      comments: [{ ...said, id: 1, plain_body: "They are too small." }],
    }
    const tickets = Buffer.from(JSON.stringify(ticket))
    await file.setInputFiles({ name: "tickets.json", mimeType: "application/json", buffer: tickets })
    await page.getByRole("button", { name: told.does("tickets", 1) }).click()
    await page.getByText(told.done("tickets.json")).waitFor()
    await page.goto(`/${slug}/customers`)
    await page.getByRole("searchbox").fill("Ida")
    await page.getByText("Ida Brook").first().click()
    await page.getByText("Boots of last winter").first().waitFor()
    expect(visit.problems.filter((problem) => !problem.includes("404"))).toEqual([])
  })
})

/** The second batch of mails waits until it is let go on: who pauses meanwhile is never too late. */
async function holdsSecondBatch(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  let batches = 0
  await page.route(/\/imports\/[^/]+\/mails$/, async (route) => {
    batches += 1
    if (batches === 2) await held.promise
    await route.continue()
  })
  return held.resolve
}

async function cookiesOf({ page }: OpenPage): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ")
}
