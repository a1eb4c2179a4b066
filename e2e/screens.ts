import type { Page } from "playwright-core"
import { writeCompany } from "../desk/src/contract/companies.ts"
import { createMerge, createSplit } from "../desk/src/contract/conversation-moves.ts"
import { listConversations, readConversation } from "../desk/src/contract/conversations.ts"
import { createCustomerMerge } from "../desk/src/contract/customer-merges.ts"
import { createCustomer, readCustomer } from "../desk/src/contract/customers.ts"
import { writeDraft } from "../desk/src/contract/drafts.ts"
import { createInvitation } from "../desk/src/contract/members.ts"
import { listPromises } from "../desk/src/contract/promises.ts"
import { factScreens } from "./fact-acts.ts"
import * as act from "./screen-acts.ts"
import { needOf, openToAnybody, openToCustomer, sayNo } from "./screen-scenes.ts"
import type { MemberCalls } from "./servers/member.ts"

/** One picture: where it is, and what is done there before it is taken. */
export type Screen = {
  readonly name: string
  readonly path: string
  /** A part that shows that the page is there; its headline where it is left out. */
  readonly shows?: string
  readonly act?: (page: Page) => Promise<void>
}

export const BEFORE_SET_UP: readonly Screen[] = [{ name: "set-up", path: "/set-up" }]

export async function signedOutScreens(admin: MemberCalls): Promise<readonly Screen[]> {
  const { token } = await admin.call(createInvitation, { body: { email: "sofia@harbour.test", role: "member" } })
  return [
    { name: "sign-in", path: "/sign-in" },
    { name: "join", path: `/join?token=${token}`, shows: "form" },
    { name: "join-without-token", path: "/join" },
  ]
}

/** The real workspace, in which nothing has happened yet. */
export async function emptyScreens(member: MemberCalls): Promise<readonly Screen[]> {
  const { slug } = member
  await openToAnybody(member)
  return [
    { name: "public-report", path: `/p/report/${slug}` },
    { name: "contact-form", path: `/p/contact/${slug}` },
    { name: "start", path: `/${slug}/start` },
    { name: "today-empty", path: `/${slug}/today` },
    { name: "conversations-empty", path: `/${slug}/conversations`, shows: "main" },
    { name: "customers-empty", path: `/${slug}/customers` },
    { name: "protocol-empty", path: `/${slug}/protocol` },
    { name: "report-empty", path: `/${slug}/report` },
    { name: "proposals-empty", path: `/${slug}/proposals` },
    { name: "not-found", path: `/${slug}/nowhere` },
    { name: "settings-mail-real", path: `/${slug}/settings/mail` },
    { name: "settings-webhooks", path: `/${slug}/settings/webhooks`, act: act.addWebhook },
    { name: "settings-members-real", path: `/${slug}/settings/members` },
    { name: "settings-log-real", path: `/${slug}/settings/log` },
    { name: "second-factor", path: `/${slug}/settings/security`, act: act.setUpCodes },
    { name: "mailbox-dialog", path: `/${slug}/settings/mail`, act: act.openMailboxDialog },
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
  await sayNo(member, idOf(talkWith("Bill Prentice").conversation))
  await needOf(member, idOf(talkWith("Marit Sundby").conversation))
  const customersPage = await openToCustomer(member, idOf(talkWith("Marit Sundby").conversation))
  return [
    ...boardScreens(slug),
    { name: "customers-page", path: customersPage },
    { name: "own-rules", path: `/${slug}/protocol?part=rules` },
    { name: "standing-promises", path: `/${slug}/protocol?part=promises` },
    { name: "conversation", path: talkWith("Marit Sundby").conversation },
    { name: "conversation-bounced", path: talkWith("Astrid Lund").conversation },
    { name: "conversation-html", path: talkWith("Lena Varga").conversation },
    { name: "conversation-formatted", path: talkWith("Lena Varga").conversation, act: act.showFormatted },
    { name: "conversation-german", path: talkWith("Jürgen Brandt").conversation },
    { name: "conversation-long", path: talkWith("Eilidh Munro").conversation },
    { name: "conversation-condition", path: talkWith("Yusuf Demir").conversation },
    { name: "draft", path: talkWith("Marit Sundby").conversation, act: act.write },
    { name: "draft-capture", path: talkWith("Marit Sundby").conversation, act: act.capture },
    { name: "draft-outbound", path: talkWith("Marit Sundby").conversation, act: act.copyAndAttach },
    { name: "new-mail", path: talkWith("Marit Sundby").customer, act: (page) => page.keyboard.press("w") },
    { name: "new-mail-begun", path: talkWith("Marit Sundby").customer, act: act.beginMail },
    { name: "draft-keeps", path: talkWith("Margaret Oyelaran").conversation, act: act.write },
    { name: "draft-versions", path: await withVersions(member, idOf(talkWith("Astrid Lund").conversation)) },
    { name: "hand-over", path: talkWith("Marit Sundby").conversation, act: act.press("a") },
    { name: "later", path: talkWith("Marit Sundby").conversation, act: act.press("z") },
    { name: "tags", path: talkWith("Marit Sundby").conversation, act: act.press("t") },
    { name: "merge", path: talkWith("Dele Okonjo").conversation, act: act.press("y") },
    { name: "split", path: talkWith("Marit Sundby").conversation, act: act.chooseToSplit },
    { name: "merged", path: await splitAndMerged(member, idOf(talkWith("Yusuf Demir").conversation)) },
    { name: "note-names", path: talkWith("Marit Sundby").conversation, act: act.press("i", "@") },
    { name: "note", path: talkWith("Marit Sundby").conversation, act: (page) => page.keyboard.press("i") },
    { name: "decline", path: talkWith("Marit Sundby").conversation, act: (page) => page.keyboard.press("d") },
    { name: "recommend", path: talkWith("Marit Sundby").conversation, act: (page) => page.keyboard.press("m") },
    { name: "customers", path: `/${slug}/customers` },
    { name: "customer", path: talkWith("Dele Okonjo").customer },
    { name: "companies", path: `/${slug}/companies` },
    { name: "company", path: await companyOf(member, idOf(talkWith("Dele Okonjo").customer)) },
    { name: "customer-one", path: await oneOfThree(member, idOf(talkWith("Margaret Oyelaran").customer)) },
    { name: "customer-merge", path: talkWith("Margaret Oyelaran").customer, act: act.askToMerge },
    { name: "customers-alike", path: `/${slug}/customers`, act: act.openAlike },
    ...(await promiseScreens(member)),
    ...settingsScreens(slug),
    { name: "settings-holidays", path: `/${slug}/settings/hours`, act: act.chooseScotland },
    { name: "settings-own-hours", path: `/${slug}/settings/you`, act: act.chooseOwnHours },
    ...(await factScreens(member, talkWith("Florence Tait").conversation)), // last: they change the book
  ]
}

/** With its mail domain, from which somebody else writes. */
async function companyOf(member: MemberCalls, customerId: string): Promise<string> {
  const { companyId, addresses } = await member.call(readCustomer, { params: { customerId } })
  const domain = addresses.find(({ kind }) => kind === "mail")?.shown.split("@")[1] ?? ""
  await member.call(writeCompany, { params: { companyId: companyId ?? "" }, body: { domains: [domain] } })
  await member.call(createCustomer, { body: { name: "Bisi Okonjo", mail: `bisi@${domain}` } })
  return `/${member.slug}/companies/${companyId}`
}

/** Somebody was merged into the customer, and somebody else may be them. */
async function oneOfThree(member: MemberCalls, customerId: string): Promise<string> {
  const { addresses } = await member.call(readCustomer, { params: { customerId } })
  const mail = addresses.find(({ kind }) => kind === "mail")?.shown ?? ""
  const local = mail.split("@")[0] ?? ""
  const named = { name: "Margaret Oyelaran", mail: `${local}@home.example` }
  const other = await member.call(createCustomer, { body: { name: "M. Oyelaran", mail: mail.replace("@", "+bikes@") } })
  await member.call(createCustomer, { body: named })
  await member.call(createCustomerMerge, { params: { customerId }, body: { customerId: other.id } })
  return `/${member.slug}/customers/${customerId}`
}

/** Its last message is split off and merged back, which its history then tells. */
async function splitAndMerged(member: MemberCalls, conversationId: string): Promise<string> {
  const params = { conversationId }
  const { messages } = await member.call(readConversation, { params })
  const messageIds = [messages.at(-1)?.id ?? ""]
  const { id } = await member.call(createSplit, { params, body: { messageIds } })
  await member.call(createMerge, { params, body: { conversationIds: [id] } })
  return `/${member.slug}/conversations/${conversationId}`
}

/** A copy, a blind copy and two files. */
function boardScreens(slug: string): readonly Screen[] {
  const today = `/${slug}/today`
  return [
    { name: "today", path: today },
    { name: "today-end", path: today, act: act.press("End") },
    { name: "today-mine", path: `${today}?filter=mine` },
    { name: "today-waiting", path: `${today}?filter=waiting` },
    { name: "today-chosen", path: today, act: act.press("j", "j", "j") },
    { name: "kept", path: today, act: act.press("j", "e") },
    { name: "new-date", path: today, act: act.press("j", "n") },
    { name: "owner", path: today, act: act.press("j", "o") },
    { name: "waiting", path: today, act: act.press("j", "w") },
    { name: "proposals", path: `/${slug}/proposals` },
    { name: "notices", path: `/${slug}/notices` },
    { name: "conversations", path: `/${slug}/conversations`, shows: "main" },
    {
      name: "conversations-merge",
      path: `/${slug}/conversations`,
      shows: "main",
      act: act.press("j", "x", "j", "x", "m"),
    },
    { name: "conversations-chosen", path: `/${slug}/conversations`, shows: "main", act: act.press("j", "x", "j", "x") },
    { name: "views", path: `/${slug}/conversations`, shows: "main", act: act.press("v") },

    { name: "orders", path: `/${slug}/orders` },
    { name: "order-add", path: `/${slug}/orders`, act: act.press("a") },
    { name: "order-import", path: `/${slug}/orders`, act: act.importOrders },
    { name: "order", path: `/${slug}/orders`, act: act.openFirstOrder },
    { name: "practice", path: `/${slug}/practice?case=before-christmas`, act: act.answerPractice },
    { name: "declines", path: `/${slug}/declines` },
    { name: "protocol", path: `/${slug}/protocol` },
    { name: "protocol-document", path: `/${slug}/protocol`, act: act.openHandbook },
    { name: "protocol-rules", path: `/${slug}/protocol?part=rules` },
    { name: "protocol-rule", path: `/${slug}/protocol?part=rules`, act: act.openOwnRule },
    { name: "protocol-promises", path: `/${slug}/protocol?part=promises` },
    { name: "protocol-promise-add", path: `/${slug}/protocol?part=promises`, act: act.press("a") },
    { name: "protocol-add", path: `/${slug}/protocol`, act: act.press("a") },
    { name: "protocol-accept", path: `/${slug}/protocol`, act: act.answerForFinding },
    { name: "facts", path: `/${slug}/facts` },
    { name: "fact", path: `/${slug}/facts`, act: act.press("j", "Enter") },
    { name: "report", path: `/${slug}/report` },
    { name: "report-figure", path: `/${slug}/report/promises?figure=closed` },
    { name: "report-cases", path: `/${slug}/report/promises?figure=facts:stale&days=365` },
    { name: "report-end", path: `/${slug}/report?days=365`, act: act.press("End") },
    { name: "search", path: today, act: act.search },
    { name: "log-a-call", path: today, act: act.logCall },
    { name: "new-promise", path: today, act: act.press("p") },
    { name: "keys", path: today, act: act.press("?") },
  ]
}

/** Two rows that can be read and one that cannot. */
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
    "replies",
    "rules",
    "import",
    "follow-through",
    "customer-page",
    "workspace",
    "mail",
    "after-sale",
    "after-answer",
    "keys",
    "retention",
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

/** As far as the code to scan: nothing is turned on. */
