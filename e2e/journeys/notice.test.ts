import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listMembers } from "../../desk/src/contract/members.ts"
import { createPromise, readPromise } from "../../desk/src/contract/promises.ts"
import { listConversations } from "../../desk/src/contract/conversations.ts"
import { readMe } from "../../desk/src/contract/session.ts"
import { readWorkspace, writeWorkspace } from "../../desk/src/contract/workspace.ts"
import { words } from "../../desk/src/web/words.ts"
import { eventually } from "../servers/eventually.ts"
import { type DeliveredMail, mailIn } from "../servers/mailbox.ts"
import { ADMIN } from "../servers/member.ts"
import { HARBOUR_RUNS, type Harbour, openHarbour } from "./harbour.ts"

/** A browser without a window shows no notices: what the page asks it to show is remembered. */
const REMEMBER_NOTIFICATIONS = `
  globalThis.shownByBrowser = []
  globalThis.Notification = class extends EventTarget {
    static permission = "granted"
    constructor(title, { body }) {
      super()
      globalThis.shownByBrowser.push(title + ": " + body)
    }
    close() {}
  }
`
const DUE_SECONDS = 3
const WORDS = "I'll ring you about the wheel."

describe.skipIf(!HARBOUR_RUNS)("a notice comes by mail, and one link in it settles the promise", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
  })
  afterAll(() => harbour?.stop())

  test("from the mail, over a page that asks first, to Today; once; and an answer to the mail is a note", async () => {
    const open = await harbour.openPage() // an open tab changes nothing
    await open.page.context().grantPermissions(["notifications"])
    await open.page.evaluate(REMEMBER_NOTIFICATIONS)
    const { promiseId, conversationId } = await forgotten(harbour)
    const mail = await mailIn(harbour.dovecot, ADMIN.email, ({ subject }) => subject?.includes(WORDS) === true)
    expect(mail.subject).toMatch(/^Urgent: still open, was due /)
    expect(mail.to).toMatchObject([{ address: ADMIN.email }])

    const shown = await eventually(async () => (await open.page.evaluate<string[]>("globalThis.shownByBrowser"))[0], {
      what: "the browser shows a notice",
    })
    expect(shown).toBe(`${words.notices.urgent}: ${WORDS}`)

    const link = /Kept, on my word: (\S+)/.exec(mail.text ?? "")?.[1] ?? ""
    const phone = await harbour.chromium.openPage({ width: 390, scripts: false })
    await phone.page.goto(link)
    await phone.page.getByRole("heading", { name: "Was it kept?" }).waitFor()
    expect((await harbour.member.call(readPromise, { params: { promiseId } })).state).toBe("open")
    await phone.page.getByLabel("What did you do?").fill("Rang her at noon.")
    await phone.page.getByRole("button", { name: "Yes, it was kept" }).click()
    await phone.page.getByText("Recorded as kept, on your word.").waitFor()
    await phone.page.goto(link)
    await phone.page.getByRole("heading", { name: "Not done" }).waitFor()

    const kept = await harbour.member.call(readPromise, { params: { promiseId } })
    expect(kept).toMatchObject({ state: "kept", evidence: { kind: "word", note: "Rang her at noon." } })
    const { page, problems } = await harbour.openPage()
    await page.getByText(words.today.emptyAll).waitFor()

    await answerTo(mail, harbour)
    await page.goto(`/${harbour.member.slug}/conversations/${conversationId}`)
    await page.getByText(words.conversation.noticeAnswer).waitFor()
    await page.getByText("She is happy now.", { exact: true }).waitFor()
    expect((await harbour.member.call(listConversations, { query: { filter: "all" } })).items).toHaveLength(1)
    expect(problems).toEqual([])
  })

  test("the customer's own words say on Today and in the conversation that they ask for it, and its owner is told", async () => {
    const { page, problems } = await harbour.openPage()
    await forgotten(harbour, 3600)
    await page.getByText(WORDS).first().waitFor()
    await harbour.write({
      subject: "Re: My wheel",
      body: "Hello,\n\nyou said you'd ring me. I will be at home.\n\nRosa",
    })
    await page.getByText("“you said you'd ring me.”").first().waitFor()
    await page
      .getByText(/The customer asked for it today/)
      .first()
      .waitFor()
    await page.getByRole("link", { name: words.notices.title }).click()
    await page.getByText(words.notices.said("you said you'd ring me.")).waitFor()
    const [asking] = (await harbour.member.call(listConversations, { query: { filter: "all" } })).items
    await page.goto(`/${harbour.member.slug}/conversations/${asking?.id}`)
    await page.getByText(words.conversation.asksFor).waitFor()
    expect(problems).toEqual([])
  })

  test("her own calendar reads what she owes, until its address is taken back", async () => {
    const told = words.settings.calendar
    const { page, problems } = await harbour.openPage()
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    await page.goto(`/${harbour.member.slug}/settings/you`)
    await page.getByRole("button", { name: told.create }).click()
    await page.getByRole("button", { name: told.copy }).click()
    await page.getByRole("button", { name: told.copied }).waitFor()
    const address = await page.evaluate<string>("navigator.clipboard.readText()")
    const feed = await fetch(address)
    expect(feed.headers.get("content-type")).toContain("text/calendar")
    expect((await feed.text()).replaceAll("\r\n ", "")).toContain(WORDS)
    await page.getByRole("button", { name: told.revoke }).click()
    await page.getByText(told.revoked).waitFor()
    expect((await fetch(address)).status).toBe(404)

    await chooseOwnHours(page, harbour)
    await chooseCalendar(page, harbour)
    expect(problems).toEqual([])
  })
})

/** She is told of promises on Mondays alone. */
async function chooseOwnHours(page: Page, { member }: Harbour): Promise<void> {
  const told = words.settings.you.hours
  await page.getByLabel(told.own).check()
  for (const day of words.settings.hours.days.slice(1)) {
    await page.getByRole("button", { name: words.settings.hours.removeShift(day, 1) }).click()
  }
  await page.getByRole("button", { name: told.save }).click()
  await page.getByText(words.settings.saved).waitFor()
  const { current } = await member.call(readMe)
  expect(current?.member.preferences["hours"]).toEqual({ "1": [{ from: "00:00", until: "24:00" }] })
}

/** Scotland's holidays are days off, and what is said while the shop is closed counts from when it opens. */
async function chooseCalendar(page: Page, { member }: Harbour): Promise<void> {
  const { hours, holidays, closedSays } = words.settings
  await page.goto(`/${member.slug}/settings/hours`)
  await page.getByLabel(holidays.country).selectOption("GB")
  await page.getByLabel(holidays.region).selectOption("SCT")
  await page
    .getByLabel(/St Andrew’s Day/)
    .first()
    .uncheck()
  await page.getByLabel(closedSays.nextOpening).check()
  await page.getByRole("button", { name: words.settings.save }).click()
  await page.getByText(words.settings.saved).waitFor()
  const { settings } = await member.call(readWorkspace)
  expect(settings.holidays).toMatchObject({
    country: "GB",
    region: "SCT",
    worked: [expect.stringMatching(/-11-30$|-12-0/)],
  })
  expect(settings.closedSays).toBe("next-opening")
  await page.reload()
  await page.getByText(hours.hint).waitFor()
  await expect.poll(() => page.getByLabel(holidays.region).inputValue()).toBe("SCT")
}

/** Ines is a team of one who tells herself at once; Rosa is promised a call that is due in a moment. */
async function forgotten(
  harbour: Harbour,
  seconds = DUE_SECONDS,
): Promise<{ promiseId: string; conversationId: string }> {
  const { member } = harbour
  await harbour.openAllDay()
  const { settings } = await member.call(readWorkspace)
  const followThrough = { ...settings.followThrough, standInMinutes: 0, leadsMinutes: 0, adminsMinutes: 0 }
  await member.call(writeWorkspace, { body: { settings: { followThrough } } })
  await harbour.write({ subject: "My wheel", body: "Hello,\n\nwill you call me?\n\nRosa" })
  const conversation = await eventually(
    async () => (await member.call(listConversations, { query: { filter: "all" } })).items[0],
    { what: "Rosa's conversation is there" },
  )
  const promise = await member.call(createPromise, {
    body: {
      customerId: conversation.customer.id,
      conversationId: conversation.id,
      channel: "mail",
      words: WORDS,
      deed: "call-back",
      ownerId: (await member.call(listMembers)).items[0]?.id ?? "",
      due: { until: Temporal.Now.instant().add({ seconds }).toString() },
    },
  })
  return { promiseId: promise.id, conversationId: conversation.id }
}

/** Ines answers the mail itself, as mail programs do it. */
async function answerTo(mail: DeliveredMail, harbour: Harbour): Promise<void> {
  const quoted = (mail.text ?? "").replaceAll(/^/gm, "> ")
  await harbour.write({
    subject: `Re: ${mail.subject}`,
    body: `She is happy now.\n\n${quoted}`,
    from: ADMIN.email,
    headers: { "In-Reply-To": mail.messageId ?? "", References: mail.messageId ?? "" },
  })
}
