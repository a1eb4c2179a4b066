import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openTestServer } from "../../../test/database.ts"
import { type TestDesk, nameServer, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { raced } from "../../../test/race.ts"
import { Mistake } from "../../ledger/error.ts"
import { listLost } from "../../../test/left-behind.ts"
import type { Database } from "../database/database.ts"
import { insertConversation } from "../database/conversations.ts"
import { listTies, readMessage } from "../database/messages.ts"
import { openDatabase } from "../database/open.ts"
import type { SendOutcome } from "../follow-through/try-again.ts"
import { sendOnce } from "../follow-through/outbox.ts"
import { wakeConversations } from "../follow-through/run-once.ts"
import { readMail } from "../mail/read-mail.ts"
import { storeAttachment } from "./attachments.ts"
import { assignConversation, closeConversation, snoozeConversation } from "./conversations.ts"
import type { Actor, Desk } from "./desk.ts"
import { saveDraft } from "./drafts.ts"
import { importMails } from "./import-mails.ts"
import { standardSettings } from "../../ledger/workspace-settings.ts"
import { setReminder } from "../database/reminders.ts"
import { answerPromise } from "./customer-answers.ts"
import { insertSaleRequest } from "../database/sale-requests.ts"
import { chooseOrder } from "./sale-requests.ts"
import { keepPromise } from "./settle.ts"
import { logTalk, writeNote } from "./log.ts"
import { mergeConversations } from "./merge-conversations.ts"
import { recordNeed } from "./needs.ts"
import { recordOrder } from "./orders.ts"
import { makePromise, renegotiatePromise } from "./promises.ts"
import { receiveMail } from "./receive.ts"
import { sendMessage } from "./send.ts"
import { splitConversation } from "./split-conversation.ts"
import { cancelMessage } from "./unsend.ts"
import { verify } from "./verify.ts"

const at = "2026-11-19T14:00:00Z"
const due = { until: "2026-11-20T17:00:00Z" }
const words = "I'll ring you."
const said = { words: "Dear Rosa", cc: [], bcc: [], attachments: [] }

/** Rosa's wheel, which is merged into her bell, or of which the call with its promise is split off. */
type Place = {
  readonly number: number
  readonly wheel: string
  readonly bell: string
  readonly customerId: string
  readonly call: string
  readonly promise: string
  /** It waits to leave. */
  readonly sent: string
  readonly admin: Actor
  readonly member: Actor & { readonly id: string }
}
type Act = (desk: Desk, place: Place) => Promise<unknown>

const send = (outcome: SendOutcome) => (desk: Desk) => sendOnce(desk, async () => outcome)
const mailOf = ({ number }: Pick<Place, "number">, id: string, answers = "") =>
  new TextEncoder().encode(
    `From: Rosa <rosa-${number}@x.example>\nTo: help@x.example\nMessage-ID: <${id}-${number}@x>\n${answers}\nIs it ready?\n`,
  )
const answer = ({ number }: Place) => mailOf({ number }, "again", `In-Reply-To: <wheel-${number}@x>\n`)
const incoming = async (raw: Uint8Array, workspaceId: string) => {
  const mail = await readMail(raw)
  return { raw, mail, envelopeFrom: mail.from?.address ?? null, recipients: [`help@${workspaceId}.example`] }
}
const talk = (place: Place) => ({
  customerId: place.customerId,
  conversationId: place.wheel,
  channel: "call" as const,
  words,
  deed: "call-back",
  ownerId: place.member.id,
  due,
})

/** What members do in the wheel's conversation meanwhile. One may be told to look again, and then nothing was done. */
const BY_MEMBERS: Readonly<Record<string, Act>> = {
  "an answer": (desk, { member, wheel }) => sendMessage(desk, member, wheel, { text: "It is ready.", promises: [] }),
  "a call with a promise": (desk, place) =>
    logTalk(desk, place.member, {
      conversationId: place.wheel,
      channel: "call",
      text: words,
      promises: [{ ...talk(place), start: 0, end: words.length }],
    }),
  "a note": (desk, { member, wheel }) => writeNote(desk, member, wheel, "She is kind"),
  "a promise": (desk, place) => makePromise(desk, place.member, talk(place)),
  "a new date": (desk, { member, promise }) =>
    renegotiatePromise(desk, member, promise, { due, reason: "Late", agreed: true }),
  "an order": (desk, { member, wheel }) =>
    recordOrder(desk, member, { conversationId: wheel, product: "Wheel", kind: "goods", orderedOn: "2026-11-18" }),
  "a need": (desk, { member, wheel }) => recordNeed(desk, member, wheel, { words: "A wheel that turns" }),
  "closing it": (desk, { member, wheel }) => closeConversation(desk, member, wheel),
  "giving it to somebody": (desk, { member, wheel }) => assignConversation(desk, member, wheel, member.id),
  "putting it aside": (desk, { member, wheel }) =>
    snoozeConversation(desk, member, wheel, { until: "2026-12-19T09:00:00Z" }),
  "a draft": (desk, { member, wheel }) =>
    saveDraft(desk, member, { conversationId: wheel, kind: "reply" }, { draft: said, revision: 0 }),
  "a file": (desk, { member, wheel }) =>
    storeAttachment(desk, member, wheel, { content: new Uint8Array([7]), name: "a.txt", type: "text/plain" }),
  "taking back what waits": (desk, { member, sent }) => cancelMessage(desk, member, sent),
}

/** What nobody can be told of: it is done. */
const BY_OTHERS: Readonly<Record<string, Act>> = {
  "its time to come back": (desk) => wakeConversations(desk),
  "a mail of hers": async (desk, place) => receiveMail(desk, await incoming(answer(place), place.admin.workspaceId)),
  "an old mail of hers": async (desk, place) => {
    const raw = answer(place)
    return importMails(desk, place.admin, [{ raw, mail: await readMail(raw), arrivedAt: "2026-11-18T09:00:00Z" }])
  },
  "sending what waits": send({ kind: "accepted" }),
  "sending what is refused": send({ kind: "refused", words: "550 no such user" }),
}

const LINK = {
  linkId: "",
  expiresAt: at,
  shop: "A shop",
  customer: null,
  subject: null,
  zone: "Europe/London",
  page: standardSettings("Europe/London").customerPage,
}

const merge: Act = (desk, { member, wheel, bell }) =>
  mergeConversations(desk, member, bell, { conversationIds: [wheel] })
const split: Act = (desk, { member, wheel, call, sent }) => splitConversation(desk, member, wheel, [call, sent])

describe.skipIf(process.env["DATABASE_TEST_URL"] === undefined)("Two servers on one PostgreSQL", () => {
  let close: () => Promise<void>
  let meet: (one: Act, two: Act, before?: Act) => Promise<readonly unknown[]>
  let desk: TestDesk
  beforeAll(async () => {
    const { database, url, remove } = await openTestServer("migrated")
    const other = await openDatabase({ kind: "server", url })
    desk = openTestDesk(database)
    meet = await openShop(desk, [database, other])
    close = async () => {
      await other.close()
      await remove()
    }
  })
  afterAll(() => close())

  test.each(Object.entries(BY_MEMBERS))("lose nothing of %s while it is merged or split", async (_name, act) => {
    for (const move of [merge, split]) {
      const refused = [...(await meet(move, act)), ...(await meet(act, move))]
      expect(refused.every((code) => code === "conflict")).toBe(true)
    }
  })

  test.each(Object.entries(BY_OTHERS))("lose nothing of %s, and refuse nothing", async (_name, act) => {
    for (const move of [merge, split]) {
      expect([...(await meet(move, act)), ...(await meet(act, move))]).toEqual([])
    }
  })

  test("lose nothing of the refund that is proposed once an order is named", async () => {
    const known = new Map<string, { readonly id: string; readonly orderId: string }>()
    const asked: Act = async (given, { member, wheel: conversationId, customerId, call: messageId }) => {
      const sold = { conversationId, product: "Wheel", kind: "goods", country: "DE", orderedOn: "2026-11-18" } as const
      const [id, orderId] = [desk.newId(), await recordOrder(given, member, sold)]
      known.set(conversationId, { id, orderId })
      const request = { workspaceId: member.workspaceId, id, customerId, conversationId, messageId, at }
      const unread = { kind: "withdrawal", words: "I withdraw", orderId: null, promiseId: null } as const
      await insertSaleRequest(given.database, { ...request, ...unread })
    }
    const named: Act = (given, { member, wheel }) => {
      const { id = "", orderId = "" } = known.get(wheel) ?? {}
      return chooseOrder(given, member, id, orderId)
    }
    for (const move of [merge, split])
      expect([...(await meet(move, named, asked)), ...(await meet(named, move, asked))]).toEqual([])
    const proposed = await desk.database.query("select 1 from promise_rows where deed = 'refund'")
    expect(proposed.length).toBe(4)
  })

  test("lose nothing of her answer that a promise is not kept yet", async () => {
    const kept: Act = (given, { member, promise }) => keepPromise(given, member, promise, { kind: "word" })
    const notYet: Act = (given, { member: { workspaceId }, wheel: conversationId, customerId, promise }) => {
      const link = { ...LINK, workspaceId, conversationId, customerId }
      return answerPromise(given, link, { promiseId: promise, answer: "not-yet", seq: 2, note: "" })
    }
    expect([...(await meet(merge, notYet, kept)), ...(await meet(notYet, merge, kept))]).toEqual([])
  })

  test("keep every chain and every row in step", async () => {
    expect((await verify(desk)).problems).toEqual([])
  })
})

/** Has two meet in a place of their own; gives the codes of what was refused. */
async function openShop(desk: TestDesk, servers: readonly [Database, Database]): Promise<typeof meet> {
  const { workspaceId, admin, member } = await openTestWorkspace(desk)
  await nameServer(desk, workspaceId)
  let number = 0
  async function place(): Promise<Place> {
    number += 1
    const raw = mailOf({ number }, "wheel")
    const [received] = await receiveMail(desk, await incoming(raw, workspaceId))
    const message = await readMessage(desk.database, workspaceId, received?.messageId ?? "")
    const wheel = message?.conversationId ?? ""
    const customerId = message?.by.id ?? ""
    const bell = desk.newId()
    await insertConversation(desk.database, { workspaceId, id: bell, customerId, channel: "mail", subject: "Bell", at })
    const promised = { words, deed: "call-back", ownerId: member.id, due, start: 0, end: words.length }
    const logged = { conversationId: wheel, channel: "call", text: words, promises: [promised] } as const
    const { messageId: call } = await logTalk(desk, member, logged)
    const sent = await sendMessage(desk, member, wheel, { text: "It is here.", promises: [] })
    // It was put aside, and her mail has brought it back before its time.
    await setReminder(desk.database, { workspaceId, conversationId: wheel }, { at, memberId: member.id })
    const [promise = ""] = (await listTies(desk.database, workspaceId, call)).made
    desk.pass({ minutes: 1 })
    return { number, wheel, bell, customerId, call, promise, sent, admin, member }
  }
  async function meet(one: Act, two: Act, before?: Act): Promise<readonly unknown[]> {
    const at = await place()
    await before?.(desk, at)
    const [first, second] = [one, two].map((act) => (database: Database) => act({ ...desk, database }, at))
    if (first === undefined || second === undefined) throw new Error("two meet")
    const ended = await raced(servers, first, second)
    const reasons = ended.flatMap((each) => (each.status === "rejected" ? [each.reason] : []))
    expect(reasons.filter((reason) => !(reason instanceof Mistake))).toEqual([])
    expect(await listLost(desk.database, workspaceId)).toEqual([])
    return reasons.map((reason) => (reason instanceof Mistake ? reason.code : reason))
  }
  return meet
}
