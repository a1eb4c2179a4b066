import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  closeConversation,
  listConversations,
  reopenConversation,
  snoozeConversation,
} from "../../desk/src/contract/conversations.ts"
import { listPromises } from "../../desk/src/contract/promises.ts"
import { createReply } from "../../desk/src/contract/saved-replies.ts"
import { readToday } from "../../desk/src/contract/today.ts"
import { words } from "../../desk/src/web/words.ts"
import { eventually } from "../servers/eventually.ts"
import { mailIn } from "../servers/mailbox.ts"
import { joinTeam } from "../servers/member.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

const CARLA = "carla@customers.test"
const DELE = "dele@customers.test"
const BEN = { name: "Ben Achebe", email: "ben@harbour.test", role: "member" } as const

describe.skipIf(!HARBOUR_RUNS)("a day by keyboard", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour({ mailboxes: [CARLA, DELE] })
  })
  afterAll(() => harbour?.stop())

  test("three customers are answered, promised to, put aside and closed without the mouse, and their mails arrive", async () => {
    await joinTeam(harbour.desk.url, harbour.member, BEN)
    await harbour.member.call(createReply, {
      body: { name: "Opening hours", text: "Dear {{customer.name}}, we are open from 9 to 17." },
    })
    await harbour.write({ subject: "Wheel", body: "Is my wheel true?", headers: { "Message-Id": "<wheel@x.test>" } })
    await harbour.write({ from: CARLA, subject: "Hours", body: "When are you open?" })
    await harbour.write({ from: DELE, subject: "Frame", body: "Can you weld a frame?" })
    const { page, problems } = await harbour.openPage()
    const { keyboard } = page

    // The help says which keys act here; what it says is then done.
    await press(page, "g", "c")
    await shows(page, "awaiting")
    await press(page, "j", "Enter")
    await headed(page, /dele/i)
    const keys = await keysOf(page)
    for (const key of ["J", "R", "S Alt S", "A", "Z", "X", "P", "Ctrl Enter"]) {
      expect([key, keys.get(key)]).toEqual([key, expect.any(String)])
    }

    // Dele: an answer that promises, with a person and a time before it leaves.
    await press(page, "r")
    await keyboard.type("We can. Someone will call you tomorrow at 10:00.")
    await press(page, "Control+Enter")
    await page.getByRole("region", { name: /promise/i }).waitFor()
    await press(page, "Enter")
    await sent(page)

    // Carla: a saved reply, found by its name.
    await press(page, "j", "Enter")
    await headed(page, /carla/i)
    await press(page, "s")
    await page.getByRole("dialog").waitFor()
    await keyboard.type("hours")
    await page.getByRole("dialog").getByText("Opening hours").waitFor()
    await press(page, "Enter")
    await page.getByRole("dialog").waitFor({ state: "detached" })
    await eventually(async () => ((await draftOf(page)).includes("from 9 to 17") ? true : undefined), {
      what: "the saved reply stands in the draft",
    })
    await press(page, "Control+Enter")
    await sent(page)

    // Rosa: a promise written down, then put aside for Ben until a date and time.
    await press(page, "j", "Enter")
    await headed(page, /rosa/i)
    await press(page, "p")
    await page.getByRole("dialog").waitFor()
    await keyboard.type("I will true the wheel by Friday 17:00")
    await page.getByText(/^Fri /).first().waitFor()
    await press(page, "Control+Enter")
    await page.getByRole("dialog").waitFor({ state: "detached" })
    await press(page, "z")
    const later = page.getByRole("dialog", { name: words.conversation.laterTitle })
    await later.waitFor()
    await later.getByLabel(words.conversation.laterChoices.other).waitFor()
    await tabTo(page, "input[type=datetime-local]")
    await keyboard.type("12122030") // whichever comes first, day or month
    await press(page, "ArrowRight")
    await keyboard.type("0930")
    await tabTo(page, "select")
    await keyboard.type("Ben")
    await press(page, "Control+Enter")
    await later.waitFor({ state: "detached" })
    await page.getByText("Put aside until", { exact: false }).first().waitFor()
    const asleep = await conversationOf(harbour, ROSA, "snoozed")
    expect(asleep.snoozedUntil).toBe("2030-12-12T09:30:00Z")

    // The customer writes before: it comes back, and the promise and the reminder go their own ways.
    const answer = { subject: "Re: Wheel", body: "Any time is fine.", headers: { "In-Reply-To": "<wheel@x.test>" } }
    await harbour.write(answer)
    await page.getByRole("log").getByText("Any time is fine.").waitFor()
    expect((await conversationOf(harbour, ROSA, "open")).owes).toBe(1)
    await harbour.member.call(snoozeConversation, {
      params: { conversationId: asleep.id },
      body: { until: Temporal.Now.instant().add({ seconds: 2 }).toString() },
    })
    await harbour.write({ ...answer, body: "Or tomorrow." })
    await eventually(async () => ((await tasksOf(harbour)).length > 0 ? true : undefined), { what: "it comes up" })

    // Closing says that something is owed, and changes nothing about it.
    await page.getByRole("log").getByText("Or tomorrow.").waitFor()
    await press(page, "x")
    await page.getByRole("dialog").waitFor()
    await press(page, "Enter")
    await page.getByText(words.conversation.closeDone).waitFor()
    await sortsSeveral(page)
    await mergesAndSplits(harbour, page)

    const dele = await mailIn(harbour.dovecot, DELE, ({ subject }) => subject === "Re: Frame", 30_000)
    expect(dele.text).toMatch(/I will call you tomorrow at 10:00/)
    const carla = await mailIn(harbour.dovecot, CARLA, ({ subject }) => subject === "Re: Hours", 30_000)
    expect(carla.text).toContain("we are open from 9 to 17.")
    await press(page, "g", "t")
    await page.getByText("I will true the wheel").first().waitFor()
    const { items } = await harbour.member.call(listPromises, { query: { state: "open" } })
    expect(items).toHaveLength(2)
    expect(await tasksOf(harbour)).toEqual(["This was put aside until now."])
    await harbour.write({ from: ROSA.replace("@", "+bell@"), subject: "Bell", body: "It is silent." })
    await mergesCustomers(page)
    expect(problems.filter((problem) => !/500 .*merges/.test(problem))).toEqual([])
  }, 180_000)
})

/** Two conversations get a tag at once, a view finds them, and both are closed and opened again. */
async function sortsSeveral(page: Page): Promise<void> {
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
    .getByRole("option", { name: views.counted("Spring sale", 2), selected: true })
    .waitFor({ state: "attached" })
  await press(page, "e")
  await page.getByText(words.conversation.views.empty).waitFor()
  await press(page, "u")
  await page.getByRole("list", { name: "Spring sale" }).getByRole("listitem").nth(1).waitFor()
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
async function mergesAndSplits(harbour: Harbour, page: Page): Promise<void> {
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
async function mergesCustomers(page: Page): Promise<void> {
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

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Chooses a list by keyboard, and waits until two conversations are in it. */
async function shows(page: Page, filter: "open" | "awaiting"): Promise<void> {
  const name = words.conversation.filters[filter]
  await page.getByRole("heading", { level: 1, name: words.conversation.title }).waitFor()
  await tabTo(page, "select")
  await page.keyboard.type(name.slice(0, 4))
  const list = page.getByRole("list", { name }).and(page.locator(":not([aria-busy])"))
  await list.getByRole("listitem").nth(1).waitFor()
  await page.keyboard.press("Escape")
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 40 && (await page.locator(`${selector}:focus`).count()) === 0; tabs += 1) {
    await page.keyboard.press("Tab")
  }
  await page.locator(`${selector}:focus`).waitFor()
}

async function headed(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor()
  await page.getByRole("textbox", { name: words.composer.draftLabel("") }).waitFor()
}

/** What the sheet of `?` says, by key. Each key is said to do one thing. */
async function keysOf(page: Page): Promise<ReadonlyMap<string, string>> {
  await press(page, "?")
  const sheet = page.getByRole("dialog", { name: words.shell.keySheet })
  await sheet.waitFor()
  const labels = await sheet.locator("dt").allTextContents()
  const keys = await sheet.locator("dd .vh").allTextContents()
  await press(page, "Escape")
  await sheet.waitFor({ state: "detached" })
  expect(new Set(keys).size).toBe(keys.length)
  return new Map(keys.map((key, index) => [key, labels[index] ?? ""]))
}

/** It is in the outbox: the draft is empty, and the keys act on the page again. */
async function sent(page: Page): Promise<void> {
  await page.locator('[role="log"]:focus').waitFor()
  await eventually(async () => ((await draftOf(page)) === "" ? true : undefined), { what: "the draft is empty" })
}

async function draftOf(page: Page): Promise<string> {
  return page.getByRole("textbox", { name: words.composer.draftLabel("") }).inputValue()
}

async function conversationOf({ member }: Harbour, address: string, filter: "open" | "snoozed") {
  const { items } = await member.call(listConversations, { query: { filter } })
  const found = items.find((each) => each.customer.name?.startsWith(address.split("@")[0] ?? ""))
  if (found === undefined) throw new Error(`no conversation with ${address} is ${filter}`)
  return found
}

async function tasksOf({ member }: Harbour): Promise<readonly (string | null)[]> {
  return (await member.call(readToday)).tasks.map(({ words: said }) => said)
}
