import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readMailSettings } from "../../desk/src/contract/mail-settings.ts"
import { writeWorkspace } from "../../desk/src/contract/workspace.ts"
import { words } from "../../desk/src/web/words.ts"
import { seriousFindings } from "../servers/chromium.ts"
import { type Receiver, signedWith, startReceiver } from "../servers/receiver.ts"
import { HARBOUR_RUNS, type Harbour, openHarbour } from "./harbour.ts"

const { log, newPromise } = words.dialogs

describe.skipIf(!HARBOUR_RUNS)("a call without any mail becomes a promise, of which a program is told", () => {
  let harbour: Harbour
  let receiver: Receiver

  beforeAll(async () => {
    receiver = await startReceiver()
    harbour = await openHarbour({ env: { WEBHOOKS_TO_PRIVATE_ADDRESSES: "yes" } })
    await harbour.openAllDay() // tomorrow noon is then a time at which we work, on a Saturday too
  })
  afterAll(async () => {
    await harbour?.stop()
    await receiver?.stop()
  })

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
    await row.getByText(/11:00/).first().waitFor()
    expect(problems).toEqual([])
  })

  test("a logged call by number is read like a mail; what it proposes waits in a list with an owner until it is confirmed", async () => {
    const { page, problems } = await harbour.openPage()
    const held = Promise.withResolvers<void>()
    await page.route(/opened-dialog/, async (route) => {
      await held.promise
      await route.continue()
    })
    await page.reload()
    await page.getByRole("button", { name: words.today.log }).waitFor()
    await page.keyboard.press("c")
    await page.keyboard.type("gn") // while the dialog is fetched, no key acts on the page below it
    held.resolve()
    await page.getByRole("dialog", { name: log.title }).waitFor()
    await page.waitForURL(/\/today/)
    await page.keyboard.type("+44 7700 900123")
    await page.keyboard.press("Enter")
    await page.getByLabel(words.fields.name).fill(`Owen ${"Tremlett".repeat(12)}`)
    await page
      .getByLabel(log.note)
      .fill("Asked about his complaint. I'll send him a written answer by tomorrow noon.\nתודה!")
    const found = page.getByRole("dialog").getByText("a written answer by tomorrow noon").last()
    await found.waitFor()
    await page.getByLabel(log.note).focus()
    await page.keyboard.press("Escape") // a slip of the hand loses nothing that was said on the phone
    await page.getByRole("alert").getByText(words.ui.leaving.asks).waitFor()
    await page.keyboard.press("Escape")
    await page.getByText(words.ui.leaving.asks).waitFor({ state: "detached" })
    await expect.poll(() => page.getByLabel(log.note).and(page.locator(":focus")).inputValue()).toContain("complaint")
    await page.reload() // nor does a reload, or a session that has ended
    await page.getByRole("button", { name: words.today.log }).click()
    await page.getByText(log.fromBefore).waitFor()
    await found.waitFor()
    await page.getByRole("dialog").getByRole("combobox").filter({ hasText: log.counts.later }).selectOption("later")
    await page.keyboard.press("Control+Enter")
    await page.getByRole("dialog").waitFor({ state: "hidden" })

    await page.getByRole("link", { name: words.today.confirmOrDismiss }).click()
    const card = page.getByRole("listitem").filter({ hasText: "a written answer by tomorrow noon" })
    await expect.poll(() => card.innerText()).toContain("you")
    await page.setViewportSize({ width: 390, height: 844 }) // a long name makes no page wider than the phone
    await expect.poll(() => page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBe(0)
    await page.setViewportSize({ width: 1440, height: 900 })
    await card.getByRole("button", { name: words.proposals.confirm }).click()
    await page.getByText(words.proposals.empty).waitFor()
    await page.keyboard.press("g")
    await page.keyboard.press("t")
    await page.getByRole("listitem").getByText("a written answer by tomorrow noon").click()
    await page.keyboard.press("Enter")
    await page.getByRole("log").getByText("Asked about his complaint").waitFor()
    await expect.poll(() => page.evaluate(ENDS_AT_THE_RIGHT)).toBe(true)
    expect(problems).toEqual([])
  })

  test("a program is told that it was kept, signed; it is sent again and with a new secret from the screen, and the log says who", async () => {
    const { page, problems } = await harbour.openPage()
    const { webhooks, settingsLog } = words
    const settings = `/${harbour.member.slug}/settings`
    await page.goto(`${settings}/webhooks`)
    await page.getByLabel(webhooks.url).fill(receiver.url)
    await page.getByLabel(webhooks.topicNames.messages).uncheck()
    await page.getByRole("button", { name: webhooks.add, exact: true }).click()
    const secret = await page.getByRole("alert").filter({ hasText: webhooks.secretShown }).locator("code").innerText()

    await page.goto(`/${harbour.member.slug}/today`)
    await page.getByText("crash replacement").click()
    await page.keyboard.press("e")
    await page.getByRole("dialog").getByLabel(words.dialogs.kept.note).fill("Rang her; she takes the blue one")
    await page.keyboard.press("Control+Enter")
    const first = await receiver.heard(1)
    expect(JSON.parse(first.body)).toMatchObject({ type: "promise.kept", data: { state: "kept" } })
    expect(first.body).not.toMatch(/Nadia|blue|crash/)
    expect(signedWith(secret, first)).toBe(1)

    await page.goto(`${settings}/webhooks`)
    await page.getByRole("button", { name: webhooks.showOf(receiver.url) }).click()
    const again = page.getByRole("button", { name: webhooks.replayOf("promise.kept") })
    await again.click()
    expect((await receiver.heard(2)).headers["idempotency-key"]).toBe(first.headers["idempotency-key"])
    await page.getByRole("button", { name: webhooks.renewOf(receiver.url) }).click()
    const shown = page.getByRole("alert").filter({ hasText: webhooks.renewedShown })
    const renewed = await shown.locator("code").innerText()
    await again.click() // it comes back once the list has seen that the one before was taken
    const third = await receiver.heard(3)
    expect([signedWith(secret, third), signedWith(renewed, third)]).toEqual([1, 1])
    expect(await seriousFindings(page)).toEqual([])

    await page.goto(`${settings}/log`)
    await page.getByLabel(settingsLog.what).selectOption("webhook-changed")
    const row = page.getByRole("row").filter({ hasText: settingsLog.kinds["webhook-changed"] })
    await row.getByText("Ines Moreau").waitFor()
    await expect.poll(() => page.getByRole("row").count()).toBe(2) // the head and this one
    await page.getByLabel(settingsLog.what).selectOption("webhook-added")
    await page.getByText(receiver.url).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    expect(problems).toEqual([])
  })

  test("what is old is erased only with the number that was seen; where reading fails, nothing untrue is said and nothing typed is lost", async () => {
    const { page, problems } = await harbour.openPage()
    const { retention, mailboxAccess } = words
    const settings = `/${harbour.member.slug}/settings`
    const before = { json: { count: 7, oldest: null, held: 0 } }
    await page.route(/retention-preview/, (route) => route.fulfill(before), { times: 1 })
    await page.goto(`${settings}/retention`)
    await page.getByRole("button", { name: retention.preview }).first().click()
    await page.getByText(retention.wouldErase.texts(7, "")).waitFor()
    await page.getByRole("button", { name: retention.switchOn }).click()
    await page.getByText(retention.wouldErase.texts(0, "")).waitFor() // refused, and asked again
    await page.getByRole("button", { name: retention.switchOn }).click()
    await page.getByText(words.settings.saved).waitFor()
    await page.getByText(/^On: after 24 months/).waitFor()

    await page.route(/api-keys/, (route) => route.fulfill({ status: 500, json: {} }))
    await page.goto(`${settings}/mail`)
    const section = page.getByRole("region", { name: mailboxAccess.title })
    await section.getByText(words.settings.failed).waitFor()
    await expect.poll(() => section.getByRole("listitem").count()).toBe(0)

    const name = page.getByLabel(words.settings.mail.fromName)
    await name.fill("Harbour Cycles, repairs")
    await page.route(/mail-settings/, (route) => route.fulfill({ status: 500, json: {} }))
    const failed = page.waitForResponse(/mail-settings/)
    await harbour.member.call(writeWorkspace, { body: { settings: { graceMinutes: 5 } } })
    await (await failed).finished()
    await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))")
    await expect.poll(() => name.inputValue()).toBe("Harbour Cycles, repairs") // reading it again failed

    await page.unrouteAll()
    const stream = `/api/v1/changes?workspace=${harbour.member.slug}`
    const opened = `new Promise((open) => { new EventSource("${stream}&n=" + n).onopen = open })`
    await page.evaluate(`Promise.all([1, 2, 3, 4, 5].map((n) => ${opened})).then(() => {})`) // no connection is free
    await name.focus()
    await page.evaluate("document.activeElement.form.requestSubmit(); location.replace('about:blank')") // saved, and gone at once
    const saved = async () => (await harbour.member.call(readMailSettings, {})).fromName
    await expect.poll(saved).toBe("Harbour Cycles, repairs")
    const meant = /409 .*retention|500 .*(?:api-keys|mail-settings)/
    expect(problems.filter((problem) => !meant.test(problem))).toEqual([])
  })
})

/** What is written from right to left begins at the right, and its mark stands at its left. */
const ENDS_AT_THE_RIGHT = `(() => {
  const words = [...document.querySelectorAll("article p")].find((each) => each.textContent.includes("תודה"))
  const at = words.firstChild.data.indexOf("תודה")
  const range = document.createRange()
  const box = (start, end) => {
    range.setStart(words.firstChild, start)
    range.setEnd(words.firstChild, end)
    return range.getBoundingClientRect()
  }
  const [thanks, mark] = [box(at, at + 4), box(at + 4, at + 5)]
  return Math.abs(thanks.right - words.getBoundingClientRect().right) < 4 && mark.right <= thanks.left + 1
})()`
