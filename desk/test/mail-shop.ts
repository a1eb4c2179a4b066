import { afterEach } from "vitest"
import { listConversations } from "../src/server/database/conversations.ts"
import { listMessages } from "../src/server/database/messages.ts"
import { type MailListener, listenForMail } from "../src/server/mail/listen.ts"
import type { Desk } from "../src/server/verbs/desk.ts"
import { mailIdOf } from "../src/server/verbs/mail-id.ts"
import { type TestDesk, openTestWorkspace } from "./desk.ts"
import { deliver } from "./mail-server.ts"

const listeners: MailListener[] = []
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close()
})

/** A listener on any free port, closed after the test. */
export async function openListener(desk: Desk) {
  const failures: unknown[] = []
  const listener = await listenForMail(desk, {
    host: "127.0.0.1",
    port: 0,
    report: (failure) => failures.push(failure),
  })
  listeners.push(listener)
  return { port: listener.port, failures }
}

export type MailShop = Awaited<ReturnType<typeof openMailShop>>

/** A workspace with a listener, and a customer, Rosa, who writes to it by SMTP. */
export async function openMailShop(desk: TestDesk) {
  const team = await openTestWorkspace(desk)
  const { workspaceId } = team
  const ours = `help@${workspaceId}.example`
  const { port, failures } = await openListener(desk)
  const rosa = `rosa@${desk.newId()}.example`
  const write = async (headers: string, body = "Hello", envelope: { from?: string; to?: readonly string[] } = {}) => {
    const raw = `${/^from:/im.test(headers) ? "" : `From: Rosa <${rosa}>\n`}To: ${ours}\n${headers}\n\n${body}\n`
    return deliver(port, { from: envelope.from ?? rosa, to: envelope.to ?? [ours], raw })
  }
  const conversations = async () => (await listConversations(desk.database, workspaceId, { filter: "all" })).items
  const messages = async (id?: string) => {
    const conversationId = id ?? (await conversations())[0]?.id ?? ""
    return (await listMessages(desk.database, workspaceId, conversationId, undefined)).messages
  }
  return { desk, ...team, ours, port, failures, rosa, write, conversations, messages }
}

/** An answer of ours that our server has accepted. */
export async function answered({ desk, workspaceId, member, conversations, ours }: MailShop) {
  const conversationId = (await conversations())[0]?.id ?? ""
  const messageId = desk.newId()
  const mailId = mailIdOf(desk, messageId, ours)
  await desk.database.query(
    `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, recorded_at, mail_id, delivery)
     values ($1, $2, $3, 'outbound', 'mail', 'member', $4, $5, $5, $6, 'accepted')`,
    [workspaceId, messageId, conversationId, member.id, desk.now().toString(), mailId],
  )
  return { conversationId, messageId, mailId }
}
