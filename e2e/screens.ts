import type { Page } from "playwright-core"
import { listConversations } from "../desk/src/contract/conversations.ts"
import { writeDraft } from "../desk/src/contract/drafts.ts"
import { listPromises } from "../desk/src/contract/promises.ts"
import { words } from "../desk/src/web/words.ts"
import { ADMIN, type MemberCalls } from "./servers/member.ts"

/** One picture: where it is, and what is done there before it is taken. */
export type Screen = {
  readonly name: string
  readonly path: string
  /** A part that shows that the page is there; its headline where it is left out. */
  readonly shows?: string
  readonly act?: (page: Page) => Promise<void>
}

export const BEFORE_SET_UP: readonly Screen[] = [{ name: "set-up", path: "/set-up" }]

export const SIGNED_OUT: readonly Screen[] = [
  { name: "sign-in", path: "/sign-in" },
  { name: "join-without-token", path: "/join" },
]

/** The real workspace, in which nothing has happened yet. */
export function emptyScreens(slug: string): readonly Screen[] {
  return [
    { name: "start", path: `/${slug}/start` },
    { name: "today-empty", path: `/${slug}/today` },
    { name: "conversations-empty", path: `/${slug}/conversations`, shows: "main" },
    { name: "customers-empty", path: `/${slug}/customers` },
    { name: "protocol-empty", path: `/${slug}/protocol` },
    { name: "report-empty", path: `/${slug}/report` },
    { name: "proposals-empty", path: `/${slug}/proposals` },
    { name: "not-found", path: `/${slug}/nowhere` },
    { name: "settings-mail-real", path: `/${slug}/settings/mail` },
    { name: "settings-webhooks", path: `/${slug}/settings/webhooks`, act: addWebhook },
    { name: "settings-log-real", path: `/${slug}/settings/log` },
    { name: "second-factor", path: `/${slug}/settings/security`, act: setUpCodes },
    { name: "mailbox-dialog", path: `/${slug}/settings/mail`, act: openMailboxDialog },
  ]
}

/** The sample shop. */
export async function sampleScreens(member: MemberCalls): Promise<readonly Screen[]> {
  const { slug } = member
  const { items } = await member.call(listConversations, { query: { filter: "all", limit: 100 } })
  const talkWith = (customer: string) => {
    const found = items.find(({ customer: { name } }) => name === customer)
    if (found === undefined) throw new Error(`there is no conversation with ${customer}`)
    return { conversation: `/${slug}/conversations/${found.id}`, customer: `/${slug}/customers/${found.customer.id}` }
  }
  return [
    ...boardScreens(slug),
    { name: "conversation", path: talkWith("Marit Sundby").conversation },
    { name: "conversation-bounced", path: talkWith("Astrid Lund").conversation },
    { name: "conversation-html", path: talkWith("Lena Varga").conversation },
    { name: "conversation-formatted", path: talkWith("Lena Varga").conversation, act: showFormatted },
    { name: "conversation-german", path: talkWith("Jürgen Brandt").conversation },
    { name: "conversation-long", path: talkWith("Eilidh Munro").conversation },
    { name: "conversation-condition", path: talkWith("Yusuf Demir").conversation },
    { name: "draft", path: talkWith("Marit Sundby").conversation, act: write },
    { name: "draft-outbound", path: talkWith("Marit Sundby").conversation, act: copyAndAttach },
    { name: "new-mail", path: talkWith("Marit Sundby").customer, act: (page) => page.keyboard.press("w") },
    { name: "new-mail-begun", path: talkWith("Marit Sundby").customer, act: beginMail },
    { name: "draft-capture", path: talkWith("Marit Sundby").conversation, act: capture },
    { name: "draft-keeps", path: talkWith("Margaret Oyelaran").conversation, act: write },
    { name: "draft-versions", path: await withVersions(member, idOf(talkWith("Astrid Lund").conversation)) },
    { name: "hand-over", path: talkWith("Marit Sundby").conversation, act: press("a") },
    { name: "later", path: talkWith("Marit Sundby").conversation, act: press("z") },
    { name: "tags", path: talkWith("Marit Sundby").conversation, act: press("t") },
    { name: "note-names", path: talkWith("Marit Sundby").conversation, act: press("i", "@") },
    { name: "note", path: talkWith("Marit Sundby").conversation, act: (page) => page.keyboard.press("i") },
    { name: "decline", path: talkWith("Marit Sundby").conversation, act: (page) => page.keyboard.press("d") },
    { name: "recommend", path: talkWith("Marit Sundby").conversation, act: (page) => page.keyboard.press("m") },
    { name: "customers", path: `/${slug}/customers` },
    { name: "customer", path: talkWith("Dele Okonjo").customer },
    ...(await promiseScreens(member)),
    ...settingsScreens(slug),
    { name: "settings-holidays", path: `/${slug}/settings/hours`, act: chooseScotland },
    { name: "settings-own-hours", path: `/${slug}/settings/you`, act: chooseOwnHours },
  ]
}

async function beginMail(page: Page): Promise<void> {
  await page.keyboard.press("w")
  await page.getByLabel(words.outbound.begin.subject).fill("Your test ride on Saturday")
  await page.getByRole("button", { name: words.outbound.begin.does }).click()
  await page.getByText(words.outbound.begin.empty).waitFor()
  await write(page)
}

/** A copy, a blind copy and two files. */
async function copyAndAttach(page: Page): Promise<void> {
  await write(page)
  await page.keyboard.press("Alt+c")
  await page.getByLabel(words.outbound.recipients.cc, { exact: true }).fill("workshop@harbourcycles.example")
  await page.getByLabel(words.outbound.recipients.bcc, { exact: true }).fill("books@harbourcycles.example")
  const offer = {
    name: "Offer for a touring wheel.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("an offer".repeat(40_000)),
  }
  const picture = { name: "hub.jpg", mimeType: "image/jpeg", buffer: Buffer.from("a picture") }
  await page.keyboard.press("Alt+p")
  await page.getByLabel(words.outbound.files.add).setInputFiles([offer, picture])
  await page.getByText("hub.jpg").first().waitFor()
}

function boardScreens(slug: string): readonly Screen[] {
  const today = `/${slug}/today`
  return [
    { name: "today", path: today },
    { name: "today-end", path: today, act: press("End") },
    { name: "today-mine", path: `${today}?filter=mine` },
    { name: "today-waiting", path: `${today}?filter=waiting` },
    { name: "today-chosen", path: today, act: press("j", "j", "j") },
    { name: "kept", path: today, act: press("j", "e") },
    { name: "new-date", path: today, act: press("j", "n") },
    { name: "owner", path: today, act: press("j", "o") },
    { name: "waiting", path: today, act: press("j", "w") },
    { name: "proposals", path: `/${slug}/proposals` },
    { name: "conversations", path: `/${slug}/conversations`, shows: "main" },
    { name: "conversations-chosen", path: `/${slug}/conversations`, shows: "main", act: press("j", "x", "j", "x") },
    { name: "views", path: `/${slug}/conversations`, shows: "main", act: press("v") },

    { name: "orders", path: `/${slug}/orders` },
    { name: "order-add", path: `/${slug}/orders`, act: press("a") },
    { name: "order", path: `/${slug}/orders`, act: openFirstOrder },
    { name: "practice", path: `/${slug}/practice?case=before-christmas`, act: answerPractice },
    { name: "declines", path: `/${slug}/declines` },
    { name: "protocol", path: `/${slug}/protocol` },
    { name: "protocol-document", path: `/${slug}/protocol`, act: openHandbook },
    { name: "protocol-add", path: `/${slug}/protocol`, act: press("a") },
    { name: "protocol-accept", path: `/${slug}/protocol`, act: answerForFinding },
    { name: "facts", path: `/${slug}/facts` },
    { name: "fact", path: `/${slug}/facts`, act: press("j", "Enter") },
    { name: "report", path: `/${slug}/report` },
    { name: "report-figure", path: `/${slug}/report/promises?figure=closed` },
    { name: "search", path: today, act: search },
    { name: "log-a-call", path: today, act: press("c") },
    { name: "new-promise", path: today, act: press("p") },
    { name: "keys", path: today, act: press("?") },
  ]
}

async function answerPractice(page: Page): Promise<void> {
  await page
    .getByLabel(words.practice.answer)
    .fill("Delivery of the sledge takes 5 business days. Someone will call you back shortly.")
  await page.getByRole("button", { name: words.practice.review }).click()
  await page.getByText(words.practice.honest).waitFor()
}

async function openFirstOrder(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Panniers, waterproof" }).click()
  await page.getByText(words.afterSale.page.before).waitFor()
}

async function openHandbook(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Handbook, old.md" }).click()
  await page.getByText("Answer for it…").first().waitFor()
}

async function answerForFinding(page: Page): Promise<void> {
  await openHandbook(page)
  await page.getByText("Answer for it…").first().click()
}

async function promiseScreens(member: MemberCalls): Promise<readonly Screen[]> {
  const screens: Screen[] = []
  for (const state of ["open", "broken", "kept", "renegotiated", "void"] as const) {
    const { items } = await member.call(listPromises, { query: { state, limit: 1 } })
    for (const { id } of items) screens.push({ name: `promise-${state}`, path: `/${member.slug}/promises/${id}` })
  }
  return screens
}

function settingsScreens(slug: string): readonly Screen[] {
  return [
    "you",
    "security",
    "members",
    "hours",
    "away",
    "follow-through",
    "customer-page",
    "workspace",
    "mail",
    "after-sale",
    "keys",
    "log",
  ].map((part) => ({
    name: `settings-${part}`,
    path: `/${slug}/settings/${part}`,
  }))
}

/** A draft that another device of its writer did not know of: both versions wait for a choice. */
async function withVersions(member: MemberCalls, conversationId: string): Promise<string> {
  const save = (words: string) =>
    member.call(writeDraft, { params: { conversationId }, body: { draft: { words }, revision: 0 } })
  await save("Dear Astrid,\n\nthe address in your last mail does not take mail. Is there another one?")
  await save("Dear Astrid, our answer came back. Shall we call you instead?")
  return `/${member.slug}/conversations/${conversationId}`
}

function idOf(path: string): string {
  return path.split("/").at(-1) ?? ""
}

function press(...keys: readonly string[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const key of keys) await page.keyboard.press(key)
  }
}

async function openMailboxDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.settings.mailboxes.add }).click()
}

async function addWebhook(page: Page): Promise<void> {
  const told = words.webhooks
  await page.getByLabel(told.url).fill("https://crm.example/aboveboard")
  await page.getByRole("button", { name: told.add }).click()
  await page.getByText(told.secretShown).waitFor()
}

/** As far as the code to scan: nothing is turned on. */
async function setUpCodes(page: Page): Promise<void> {
  const { codes, password, goOn } = words.security
  await page.getByRole("button", { name: codes.setUp }).click()
  await page.getByRole("dialog").getByLabel(password).fill(ADMIN.password)
  await page.getByRole("button", { name: goOn }).click()
  await page.getByRole("button", { name: codes.kept }).click()
  await page.getByRole("img", { name: codes.picture }).waitFor()
}

async function chooseScotland(page: Page): Promise<void> {
  const { holidays } = words.settings
  await page.getByLabel(holidays.country).selectOption("GB")
  await page.getByLabel(holidays.region).selectOption("SCT")
  await page.getByText("St Andrew’s Day").first().scrollIntoViewIfNeeded()
}

async function chooseOwnHours(page: Page): Promise<void> {
  await page.getByLabel(words.settings.you.hours.own).check()
  await page.getByRole("button", { name: words.settings.you.hours.save }).scrollIntoViewIfNeeded()
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press("/")
  await page.getByRole("dialog").waitFor()
  await page.keyboard.type("brake")
}

async function showFormatted(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.conversation.showHtml }).click()
}

async function write(page: Page): Promise<void> {
  await page.keyboard.press("r")
  await page.keyboard.press("Control+a") // a draft is kept, also the one of the picture before
  await page.keyboard.type(
    "Hello, the frame is 68 cm wide with the panniers on. Thanks for asking, I'll look into the rest and someone will call you right back",
  )
}

async function capture(page: Page): Promise<void> {
  await write(page)
  await page.keyboard.press("Control+Enter")
  await page.getByRole("region", { name: /promise/i }).waitFor()
}
