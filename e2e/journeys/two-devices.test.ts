import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listConversations, readConversation } from "../../desk/src/contract/conversations.ts"
import { readDraft } from "../../desk/src/contract/drafts.ts"
import { listPromises } from "../../desk/src/contract/promises.ts"
import { words } from "../../desk/src/web/words.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { eventually } from "../servers/eventually.ts"
import { type DeliveredMail, mailIn } from "../servers/mailbox.ts"
import { ADMIN, type MemberCalls, joinTeam, signIn } from "../servers/member.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

const BEN = { name: "Ben Achebe", email: "ben@harbour.test", role: "member" } as const
const FIRST = "<first@customers.test>"
const told = words.composer

type Scene = {
  readonly harbour: Harbour
  readonly conversationId: string
  readonly path: string
  /** Two devices of Ines, and Ben's. */
  readonly laptop: Page
  readonly phone: Page
  readonly colleague: Page
}

describe.skipIf(!HARBOUR_RUNS)("one conversation, two members, and two devices of one of them", () => {
  let harbour: Harbour
  let again: Desk | undefined

  beforeAll(async () => {
    harbour = await openHarbour()
  })
  afterAll(async () => {
    await again?.stop()
    await harbour?.stop()
  })

  test("a draft follows its writer, loses no words, stops for a newer message, and is handed over with a note", async () => {
    const scene = await open(harbour)
    await isHidden(scene)
    await isHeld(scene)
    await followsAndIsSeen(scene)
    await keepsBoth(scene)
    await harbour.desk.kill9()
    await draftOf(scene.laptop).fill("Typed while the desk was away.")
    await scene.laptop.getByText(told.draftKept.notKept).waitFor()
    const { folder, port, smtpPort } = harbour.desk
    again = await startDesk({ folder, port, smtpPort })
    await outlives(scene)
    await stopsForNewer(scene)
    await handsOver(scene)
    await names(scene)
  })
})

async function open(harbour: Harbour): Promise<Scene> {
  const { member } = harbour
  const ben = await joinTeam(harbour.desk.url, member, BEN)
  await harbour.write({ subject: "My wheel", body: "Is my wheel ready?", headers: { "Message-Id": FIRST } })
  const conversationId = (await member.call(listConversations)).items[0]?.id ?? ""
  const path = `/${member.slug}/conversations/${conversationId}`
  const { page: laptop } = await harbour.openPage({}, await signIn(harbour.desk.url, member.slug))
  const { page: phone } = await harbour.openPage({ width: 390 })
  const { page: colleague } = await harbour.openPage({}, ben)
  for (const page of [laptop, phone, colleague]) {
    await page.goto(path)
    await draftOf(page).waitFor()
  }
  return { harbour, conversationId, path, laptop, phone, colleague }
}

/** An admin takes the address's mail from the team's sight, in the settings: her colleague finds it nowhere until she gives it back. */
async function isHidden({ harbour: { member }, conversationId, path, laptop, colleague }: Scene): Promise<void> {
  const access = words.mailboxAccess
  await laptop.goto(`/${member.slug}/settings/mail`)
  const change = laptop.getByRole("button", { name: access.changeOf("") })
  const choose = async (who: string, shown: string) => {
    await change.click()
    await laptop.getByLabel(who, { exact: true }).check()
    await laptop.getByRole("button", { name: access.save }).click()
    await laptop.locator("li").getByText(shown, { exact: true }).waitFor()
  }
  await choose(access.those, access.adminsOnly)
  await colleague.goto(`/${member.slug}/conversations`)
  await colleague.getByRole("heading", { level: 1 }).waitFor()
  await colleague.goto(path)
  await colleague.getByText("There is no such conversation").waitFor()
  await colleague.getByText(words.conversation.listEmpty.open).waitFor() // and the list beside it has loaded
  await expect.poll(() => colleague.getByText("My wheel").count()).toBe(0)
  await choose(access.everybody, access.everybody)
  await draftOf(colleague).waitFor()
  await laptop.goto(path)
  await draftOf(laptop).waitFor()
  expect((await member.call(readConversation, { params: { conversationId } })).seenBy).toBeNull()
}

/** She holds the conversation from its screen; her colleague sees that it is held, until it is lifted where all holds are. */
async function isHeld({ path, laptop, colleague }: Scene): Promise<void> {
  const { retention } = words
  await laptop.getByRole("button", { name: retention.holdThis }).click()
  await laptop.getByRole("dialog", { name: retention.holdTitleConversation }).waitFor()
  await laptop.keyboard.type("Ferry claim 12")
  await laptop.keyboard.press("Control+Enter")
  const held = (page: Page) => page.getByText(retention.standing.conversation("")).first()
  await held(colleague).waitFor()
  await expect.poll(() => colleague.getByText("Ferry claim 12").count()).toBe(0)
  await expect.poll(() => colleague.getByRole("button", { name: retention.holdThis }).count()).toBe(0)
  await held(laptop).click()
  await laptop.getByText("Ferry claim 12").waitFor()
  await laptop.getByRole("button", { name: retention.liftOf("") }).click()
  await held(colleague).waitFor({ state: "detached" })
  await laptop.goto(path)
  await draftOf(laptop).waitFor()
}

/** What she writes stands on her phone, and her colleague sees that she is replying until she leaves. */
async function followsAndIsSeen({ harbour, path, laptop, phone, colleague }: Scene): Promise<void> {
  await laptop.keyboard.press("r")
  await laptop.keyboard.type("Dear Rosa, the wheel is true.")
  await colleague.getByText("Ines Moreau is replying").waitFor()
  await eventuallyText(phone, "Dear Rosa, the wheel is true.")
  await eventuallyText(colleague, "")
  await phone.goto(`/${harbour.member.slug}/today`)
  await laptop.keyboard.press("Escape")
  await laptop.keyboard.press("g")
  await laptop.keyboard.press("t")
  await colleague.getByText("is replying").waitFor({ state: "detached" })
  for (const page of [phone, laptop]) {
    await page.goto(path)
    await eventuallyText(page, "Dear Rosa, the wheel is true.")
  }
}

/** What she writes on both while one has no connection is kept and shown on both, and put together by one key. */
async function keepsBoth({ laptop, phone }: Scene): Promise<void> {
  await phone.context().setOffline(true)
  await draftOf(phone).fill("Dear Rosa, the phone says hello.")
  await phone.getByText(told.draftKept.notKept).waitFor()
  await draftOf(laptop).fill("Dear Rosa, the laptop says hello.")
  await laptop.getByText("Draft kept on the desk").waitFor()
  await phone.context().setOffline(false)
  const other = (page: Page) => page.getByRole("region", { name: told.draftKept.otherLabel })
  for (const page of [laptop, phone]) {
    await other(page).getByText("the laptop says hello").waitFor()
    await eventuallyText(page, "Dear Rosa, the phone says hello.")
  }
  await draftOf(laptop).focus()
  await laptop.keyboard.press("Alt+b")
  for (const page of [laptop, phone]) {
    await eventuallyText(page, "Dear Rosa, the phone says hello.\n\nDear Rosa, the laptop says hello.")
    await other(page).waitFor({ state: "detached" })
  }
}

/** The words are there after the desk's sudden end, a reload, and a sign-out. */
async function outlives({ harbour: { member }, conversationId, path, laptop }: Scene): Promise<void> {
  await isOnDesk(member, conversationId, "Typed while the desk was away.")
  await laptop.reload()
  await eventuallyText(laptop, "Typed while the desk was away.")
  await laptop.getByRole("button", { name: `${words.shell.account}: ${ADMIN.name}` }).click()
  await laptop.locator("[popover]").getByText(words.shell.signOut).locator("visible=true").click()
  await laptop.getByLabel(words.signIn.email).fill(ADMIN.email)
  await laptop.getByLabel(words.signIn.password).fill(ADMIN.password)
  await laptop.keyboard.press("Enter")
  await laptop.getByRole("heading", { level: 1, name: words.today.title }).waitFor()
  await laptop.goto(path)
  await eventuallyText(laptop, "Typed while the desk was away.")
}

/** A newer message stops the send and is shown; one key goes back, another sends, and the phone's draft is empty. */
async function stopsForNewer({ harbour, conversationId, path, laptop, phone }: Scene): Promise<void> {
  await opensLate(phone, path, async () => {
    await draftOf(laptop).fill("I will call you on Friday by 17:00.")
    await isOnDesk(harbour.member, conversationId, "I will call you on Friday by 17:00.")
  })
  await eventuallyText(phone, "I will call you on Friday by 17:00.")
  await harbour.write({ subject: "Re: My wheel", body: "Please write instead.", headers: { "In-Reply-To": FIRST } })
  await laptop.getByText(told.newer.arrived).waitFor()
  await draftOf(laptop).focus()
  await laptop.keyboard.press("Control+Enter")
  await laptop.getByRole("region", { name: "wrote while you were" }).getByText("Please write instead.").waitFor()
  await laptop.keyboard.press("Escape")
  await eventuallyText(laptop, "I will call you on Friday by 17:00.")
  const { messages } = await harbour.member.call(readConversation, { params: { conversationId } })
  expect(messages.map(({ kind }) => kind)).toEqual(["inbound", "inbound"])
  await harbour.write({ subject: "Re: My wheel", body: "Or call, as you like.", headers: { "In-Reply-To": FIRST } })
  await laptop.getByText(told.newer.arrived).waitFor()
  await laptop.keyboard.press("Control+Enter")
  await laptop.getByRole("region", { name: "wrote while you were" }).getByText("Or call, as you like.").waitFor()
  await laptop.keyboard.press("Enter")
  await laptop.getByRole("region", { name: /promise/i }).waitFor()
  await laptop.keyboard.press("Enter")
  const hasPromise = (mail: DeliveredMail) => mail.text?.includes("I will call you on Friday") === true
  await mailIn(harbour.dovecot, ROSA, hasPromise)
  await eventuallyText(phone, "")
  await eventuallyText(laptop, "")
}

/** What changes after a page has read it, and before it hears of changes, it reads again. */
async function opensLate(page: Page, path: string, meanwhile: () => Promise<void>): Promise<void> {
  const held = Promise.withResolvers<void>()
  await page.route(/\/changes\?/, async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto(path)
  await eventuallyText(page, "Typed while the desk was away.")
  await meanwhile()
  held.resolve()
}

/** By keys alone: to whom, a word about it, and the promise goes along only when that was said. */
async function handsOver({ harbour, path, laptop, colleague }: Scene): Promise<void> {
  const { handOver } = words.conversation
  await laptop.keyboard.press("a")
  const dialog = laptop.getByRole("dialog")
  await dialog.getByRole("option", { name: BEN.name, selected: true }).waitFor({ state: "attached" })
  await laptop.keyboard.press("Tab")
  await laptop.keyboard.type("She rides on Saturday.")
  await laptop.keyboard.press("Control+Enter")
  await dialog.getByText(handOver.choose).waitFor()
  await laptop.keyboard.press("Tab")
  await laptop.keyboard.press("Space")
  await laptop.keyboard.press("Control+Enter")
  await dialog.waitFor({ state: "detached" })
  const { items } = await harbour.member.call(listPromises, { query: { state: "open" } })
  expect(items.map(({ owner }) => owner?.name)).toEqual([BEN.name])
  await colleague.goto(`/${harbour.member.slug}/today`)
  await colleague.getByText("Ines Moreau handed this conversation over: She rides on Saturday.").waitFor()
  await colleague.goto(path)
  await colleague.getByRole("log").getByText("She rides on Saturday.").waitFor()
}

/** A colleague's note names her: the name is offered as it is typed, and she sees the note under Notices. */
async function names({ harbour, path, laptop, colleague }: Scene): Promise<void> {
  await colleague.route(/\/members(?:\?|$)/, async (route) => {
    const response = await route.fetch()
    const { items } = await response.json()
    const more = ["Ada", "Bo", "Cai", "Dora"].map((name, at) => ({ ...items[0], id: `more-${at}`, name }))
    await route.fulfill({ response, json: { items: [...more, ...items] } })
  })
  await colleague.goto(path)
  await draftOf(colleague).waitFor()
  await colleague.keyboard.press("i")
  await colleague.keyboard.type("@")
  await colleague.getByRole("option", { name: "Ada" }).click({ trial: true }) // many names, and none is cut off
  await colleague.unrouteAll()
  await colleague.keyboard.type("mor")
  await colleague.getByRole("option", { name: ADMIN.name }).waitFor()
  await colleague.keyboard.press("Enter")
  await colleague.keyboard.type("which wheel was it?")
  await laptop.goto(`/${harbour.member.slug}/today`)
  await colleague.keyboard.press("Control+Enter")
  await colleague.getByRole("log").getByText("which wheel was it?").waitFor()
  await laptop.goto(`/${harbour.member.slug}/notices`)
  await laptop.getByText("“@Ines Moreau which wheel was it?”").waitFor()
}

async function isOnDesk(member: MemberCalls, conversationId: string, text: string): Promise<void> {
  const isThere = async () => {
    const { draft } = await member.call(readDraft, { params: { conversationId } })
    return draft?.words === text ? true : undefined
  }
  await eventually(isThere, { what: `the desk has the words ${text}` })
}

function draftOf(page: Page) {
  return page.getByRole("textbox", { name: told.draftLabel("") })
}

async function eventuallyText(page: Page, text: string): Promise<void> {
  const shows = async () => ((await draftOf(page).inputValue()) === text ? true : undefined)
  await eventually(shows, { what: `the draft reads ${JSON.stringify(text)}` })
}
