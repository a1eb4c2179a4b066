import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createCustomer } from "../../desk/src/contract/customers.ts"
import { createPromise, keepPromise } from "../../desk/src/contract/promises.ts"
import { readMe } from "../../desk/src/contract/session.ts"
import { writeWorkspace } from "../../desk/src/contract/workspace.ts"
import { words } from "../../desk/src/web/words.ts"
import { seriousFindings } from "../servers/chromium.ts"
import { mailIn } from "../servers/mailbox.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

const HOUR = 3_600_000 // milliseconds
const DAY_AND_NIGHT = [{ from: "00:00", until: "24:00" }]

describe.skipIf(!HARBOUR_RUNS)("The desk says before sending that a promise is unlikely to be kept", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
    const hours = Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((day) => [day, DAY_AND_NIGHT]))
    await harbour.member.call(writeWorkspace, { body: { settings: { hours } } })
  })
  afterAll(() => harbour?.stop())

  test("ten kept promises are a record; the eleventh is at risk, and H puts the honest date into the text", async () => {
    await keepTen(harbour)
    const { page, problems } = await harbour.openPage()
    await harbour.write({ subject: "My wheel", body: "Is my wheel ready?\n\nRosa" })
    await page.getByText("Is my wheel ready?").first().click()
    await page.getByRole("heading", { level: 1, name: /rosa/i }).waitFor()
    await page.keyboard.press("r")
    await page.keyboard.type("I will call you back in 30 minutes.")
    await page.keyboard.press("Control+Enter")

    const card = page.getByRole("region", { name: /promise/i })
    const sum = card.getByRole("status", { name: words.weighing.label })
    await sum.getByText(words.weighing.atRisk).waitFor()
    await sum.getByText("of the last 10 call-backs 8 were in time: 80\u00a0% (range 49–95\u00a0%)").waitFor()
    await sum.getByText(words.weighing.dueBefore(0)).waitFor()
    await sum.getByText(/9 in 10 were done by (\w{3} )?\d\d:\d\d/).waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await page.keyboard.press("h")
    await sum.getByText(words.weighing.atRisk).waitFor({ state: "hidden" })
    const when = card.getByLabel(words.composer.card.when)
    await expect.poll(() => when.inputValue()).toMatch(/^(today|tomorrow|on \w+day) by \d\d:\d\d$/)
    const due = await when.inputValue()
    await page.keyboard.press("Enter")
    const answer = await mailIn(harbour.dovecot, ROSA, ({ subject }) => subject === "Re: My wheel")
    expect(answer.text).toContain("I will call you back")
    expect(answer.text).toContain(due)
    expect(answer.text).not.toContain("30 minutes")
    expect(problems).toEqual([])
  })

  test("on Today what is at risk shows its sum, and H opens the new date with the honest one filled in", async () => {
    const { member } = harbour
    const { id: customerId } = await member.call(createCustomer, { body: { name: "Jonas Feld" } })
    const due = { until: new Date(Date.now() + HOUR).toISOString() }
    const owed = {
      customerId,
      channel: "call",
      words: "I'll ring you with the price.",
      deed: "call-back",
      due,
    } as const
    await member.call(createPromise, { body: { ...owed, ownerId: await ownId(harbour) } })

    const { page, problems } = await harbour.openPage()
    const row = page.getByRole("listitem").filter({ hasText: "with the price" })
    await row.getByText(words.weighing.atRisk).waitFor()
    await row.getByText("of the last 10 call-backs").waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole("link", { name: `${words.today.filters.risk} 1` }).click()
    await page.getByText(words.today.lists.awaiting).first().waitFor({ state: "detached" }) // it alone is shown
    await row.getByText(words.weighing.atRisk).waitFor()
    await row.click()
    await page.keyboard.press("h")
    const dialog = page.getByRole("dialog", { name: words.dialogs.date.title })
    const field = dialog.getByLabel(words.fields.due, { exact: true })
    await expect.poll(() => field.inputValue()).toMatch(/by \d\d:\d\d$/)
    expect(problems).toEqual([])
  })
})

/** Said at different times, each kept five hours later: eight of them by then, two an hour too late. */
async function keepTen(harbour: Harbour): Promise<void> {
  const { member } = harbour
  const { id: customerId } = await member.call(createCustomer, { body: { name: "Nadia Rahman" } })
  const ownerId = await ownId(harbour)
  for (let index = 0; index < 10; index += 1) {
    const saidAt = Date.now() - (60 - 4 * index) * HOUR
    const text = (at: number) => new Date(at).toISOString()
    const { id } = await member.call(createPromise, {
      body: {
        customerId,
        channel: "call",
        words: "I'll ring you back.",
        deed: "call-back",
        ownerId,
        saidAt: text(saidAt),
        due: { until: text(saidAt + (index < 8 ? 6 : 4) * HOUR) },
      },
    })
    const evidence = { kind: "word", at: text(saidAt + 5 * HOUR) } as const
    await member.call(keepPromise, { params: { promiseId: id }, body: { evidence } })
  }
}

async function ownId({ member }: Harbour): Promise<string> {
  return (await member.call(readMe)).current?.member.id ?? ""
}
