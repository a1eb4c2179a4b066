import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listConversations, snoozeConversation } from "../../desk/src/contract/conversations.ts"
import { listPromises } from "../../desk/src/contract/promises.ts"
import { createReply } from "../../desk/src/contract/saved-replies.ts"
import { readToday } from "../../desk/src/contract/today.ts"
import { words } from "../../desk/src/web/words.ts"
import { eventually } from "../servers/eventually.ts"
import { mailIn } from "../servers/mailbox.ts"
import { joinTeam } from "../servers/member.ts"
import { press, shows, tabTo } from "./by-keyboard.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"
import { findsCompany, mergesAndSplits, mergesCustomers, sortsSeveral } from "./sorting.ts"

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
    await tellsKeys(page, ["J K", "R", "S Alt S", "A", "Z", "X", "P", "Ctrl Enter"])

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
    await press(page, "/")
    await page.getByRole("dialog").getByRole("searchbox").press("Enter") // nothing was asked for, nothing is done
    await page.getByRole("dialog").getByRole("searchbox").fill("saved rep")
    await page.getByRole("dialog").getByRole("searchbox").press("Enter") // at once: it waits until it is known what there is
    await page.getByRole("dialog", { name: words.replies.dialog.title }).waitFor()
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
      // What lies in the past by the time it is asked for is refused: on a crowded machine 2 s are over soon.
      body: { until: Temporal.Now.instant().add({ seconds: 6 }).toString() },
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

    const dele = await mailIn(harbour.dovecot, DELE, ({ subject }) => subject === "Re: Frame")
    expect(dele.text).toMatch(/I will call you tomorrow at 10:00/)
    const carla = await mailIn(harbour.dovecot, CARLA, ({ subject }) => subject === "Re: Hours")
    expect(carla.text).toContain("we are open from 9 to 17.")
    await press(page, "g", "t")
    await page.getByText("I will true the wheel").first().waitFor()
    const { items } = await harbour.member.call(listPromises, { query: { state: "open" } })
    expect(items).toHaveLength(2)
    expect(await tasksOf(harbour)).toEqual(["This was put aside until now."])
    await harbour.write({ from: ROSA.replace("@", "+bell@"), subject: "Bell", body: "It is silent." })
    await mergesCustomers(page)
    await findsCompany(harbour, page, DELE)
    expect(problems.filter((problem) => !/500 .*(?:merges|customers)/.test(problem))).toEqual([])
  })
})

async function headed(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name }).waitFor()
  await page.getByRole("textbox", { name: words.composer.draftLabel("") }).waitFor()
}

/** What the sheet of `?` says: these keys and others, and each is said to do one thing. */
async function tellsKeys(page: Page, wanted: readonly string[]): Promise<void> {
  await press(page, "?")
  const sheet = page.getByRole("dialog", { name: words.shell.keySheet })
  await sheet.waitFor()
  const told = () => sheet.locator("dd .vh").allTextContents()
  await expect.poll(told).toEqual(expect.arrayContaining([...wanted]))
  const keys = await told()
  expect(new Set(keys).size).toBe(keys.length)
  await expect.poll(() => sheet.locator("dt").allTextContents()).not.toContain("")
  await press(page, "Escape")
  await sheet.waitFor({ state: "detached" })
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
