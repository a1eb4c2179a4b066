import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createCustomer } from "../../desk/src/contract/customers.ts"
import { createPromise, setWaiting } from "../../desk/src/contract/promises.ts"
import { readMe } from "../../desk/src/contract/session.ts"
import { writeWorkspace } from "../../desk/src/contract/workspace.ts"
import { words } from "../../desk/src/web/words.ts"
import { seriousFindings } from "../servers/chromium.ts"
import { HARBOUR_RUNS, type Harbour, openHarbour } from "./harbour.ts"

const MINUTE = 60_000
const IN_ORDER = [
  "the lease quote",
  "the new wheel",
  "the tracking number",
  "the wheel build",
  "the school ride",
  "Are my brakes done?",
]
const ALWAYS = { "1": day(), "2": day(), "3": day(), "4": day(), "5": day(), "6": day(), "7": day() }

describe.skipIf(!HARBOUR_RUNS)("Today shows what is owed in the order it was promised", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
    // Open day and night, so that the same is due soon at whatever hour this runs; no grace, so that what is due breaks.
    await harbour.member.call(writeWorkspace, { body: { settings: { hours: ALWAYS, graceMinutes: 60 } } })
    await fill(harbour)
    await harbour.write({ subject: "Brakes", body: "Are my brakes done?" })
  })
  afterAll(() => harbour?.stop())

  test("broken, overdue, soon and later, and below it who waits for an answer", async () => {
    const { page, problems } = await harbour.openPage()
    await page.getByText("Are my brakes done?").waitFor()
    const rows = page.getByRole("listitem")
    const listed = async () => {
      const said = await rows.allInnerTexts()
      return said.flatMap((row) => IN_ORDER.filter((text) => row.includes(text)))
    }
    await expect.poll(listed).toEqual(IN_ORDER)
    await page.getByRole("heading", { name: new RegExp(words.today.groups.broken) }).waitFor()
    await page.getByRole("heading", { name: new RegExp(words.today.groups.overdue) }).waitFor()
    await rows.filter({ hasText: "the school ride" }).filter({ hasText: "Supplier" }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect(problems).toEqual([])
  })

  test("what is overdue stays until it is settled, and the filters show part of it", async () => {
    const { page } = await harbour.openPage()
    await page.getByText("the lease quote").waitFor()
    await page
      .getByRole("link", { name: new RegExp(words.today.filters.waiting) })
      .or(page.getByRole("button", { name: new RegExp(words.today.filters.waiting) }))
      .first()
      .click()
    await page.getByText("the lease quote").waitFor({ state: "hidden" })
    await page.getByText("the school ride").waitFor()
    await page.reload()
    await page.getByRole("heading", { level: 1, name: words.today.title }).waitFor()
    await page.goto(`/${harbour.member.slug}/today`)
    await page.getByText("the lease quote").click()
    await page.keyboard.press("e")
    const dialog = page.getByRole("dialog", { name: words.dialogs.kept.title })
    await dialog.getByLabel(words.dialogs.kept.note).fill("Handed over at the counter")
    await page.keyboard.press("Control+Enter")
    await dialog.waitFor({ state: "hidden" })
    await page.getByText("the lease quote").waitFor({ state: "hidden" })
  })
})

async function fill({ member }: Harbour): Promise<void> {
  const { id: customerId } = await member.call(createCustomer, {
    body: { name: "Jonas Feld", phone: "+44 7700 900456" },
  })
  const ownerId = (await member.call(readMe)).current?.member.id ?? ""
  const owe = (text: string, minutes: number) =>
    member.call(createPromise, {
      body: {
        customerId,
        channel: "call",
        words: text,
        deed: "other",
        ownerId,
        due: { until: new Date(Date.now() + minutes * MINUTE).toISOString() },
      },
    })
  await owe("We'll build the wheel build you asked for.", 60 * 30)
  await owe("I'll send you the tracking number.", 45)
  await owe("You'll have the lease quote for both cargo bikes.", -300)
  await owe("I'll ring you with the price of the new wheel.", -20)
  const { id } = await owe("I'll let you know about the school ride.", 60 * 24 * 9)
  await member.call(setWaiting, { params: { promiseId: id }, body: { on: "supplier", note: "Tern" } })
}

function day() {
  return [{ from: "00:00", until: "24:00" }]
}
