import { insertConversation, refreshConversation } from "../src/server/database/conversations.ts"
import type { Database } from "../src/server/database/database.ts"
import { insertMessage } from "../src/server/database/messages.ts"
import { readWorkspace } from "../src/server/database/workspaces.ts"
import { type SentMail, sendOnce } from "../src/server/follow-through/outbox.ts"
import { createLink } from "../src/server/verbs/customer-links.ts"
import { requireCustomer } from "../src/server/verbs/named-customer.ts"
import { type SendInput, sendMessage } from "../src/server/verbs/send.ts"
import { changeWorkspace } from "../src/server/verbs/workspace.ts"
import type { CustomerPageSettings } from "../src/ledger/customer-page.ts"
import { nameServer, openTestDesk, openTestWorkspace, type TestDesk } from "./desk.ts"

export const ANSWER = "Thanks, I will call you today by 16:00."
const PLACE = { start: ANSWER.indexOf("I will"), end: ANSWER.length - 1 }

/** A shop whose customers may see their pages, and Rosa, who has asked when her wheel is ready. */
export async function openPageShop(database: Database, given: TestDesk = openTestDesk(database)) {
  const desk = given
  const team = await openTestWorkspace(desk)
  const { workspaceId, admin, member } = team
  await nameServer(desk, workspaceId)
  const page = async (change: Partial<CustomerPageSettings>) => {
    const { settings } = await readWorkspace(desk.database, workspaceId)
    await changeWorkspace(desk, admin, { settings: { customerPage: { ...settings.customerPage, ...change } } })
  }
  await page({ on: true })
  const mail = `rosa-${desk.newId().slice(-8)}@example.org`
  const customerId = await desk.database.transaction((queries) =>
    requireCustomer(queries, desk, member, { customer: { name: "Rosa", mail } }),
  )
  const converse = async (subject: string, text: string) => {
    const [id, messageId, at] = [desk.newId(), desk.newId(), desk.now().toString()]
    await insertConversation(desk.database, { workspaceId, id, customerId, channel: "mail", subject, at })
    await insertMessage(desk.database, {
      workspaceId,
      id: messageId,
      conversationId: id,
      kind: "inbound",
      channel: "mail",
      by: { kind: "customer", id: customerId },
      at,
      recordedAt: at,
      salt: desk.newSalt(),
      text,
      own: [{ start: 0, end: text.length }],
      subject,
      from: { name: "Rosa", address: mail },
      mailId: `${messageId}@example.org`,
    })
    await refreshConversation(desk.database, workspaceId, id)
    return id
  }
  const conversationId = await converse("My wheel", "When is my wheel ready?")
  const sent: SentMail[] = []
  const deliver = async () => {
    desk.pass({ seconds: 10 })
    const send = async (_server: unknown, one: SentMail) => {
      sent.push(one)
      return { kind: "accepted" } as const
    }
    while (await sendOnce(desk, send)); // until nothing waits
  }
  const send = (input: SendInput, place = conversationId) => sendMessage(desk, member, place, input)
  /** Sends the answer with its promise; gives the promise's id once the outgoing server has it. */
  const promise = async (words = "I will call you", place = conversationId) => {
    const due = { until: "2026-11-19T16:00:00Z" }
    const captured = { ...PLACE, words, deed: "call-back", ownerId: member.id, due }
    const messageId = await send({ text: ANSWER, promises: [captured], looked: true }, place)
    await deliver()
    const [row] = await desk.database.query<{ id: string }>(
      `select promise_id as "id" from promises where workspace_id = $1 and message_id = $2`,
      [workspaceId, messageId],
    )
    return row?.id ?? ""
  }
  /** What stands in the address of the page. */
  const token = async (place = conversationId) => (await createLink(desk, member, place)).url?.split("/p/")[1] ?? ""
  return { desk, ...team, customerId, conversationId, mail, page, converse, send, promise, deliver, sent, token }
}
