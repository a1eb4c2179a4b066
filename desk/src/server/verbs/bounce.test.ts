import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { answered, openMailShop } from "../../../test/mail-shop.ts"
import { readConversation } from "../database/conversations.ts"
import { readThreadEnd } from "../database/thread-end.ts"
import { readPromise } from "../database/promises.ts"
import { listTasks } from "../database/tasks.ts"
import { closeConversation } from "./conversations.ts"
import { commit } from "./desk.ts"
import { acceptMessage } from "./keeps.ts"
import { makePromise } from "./promises.ts"

eachStore((store) => {
  const shop = () => openMailShop(openTestDesk(store.database()))

  test("A mail that comes back marks ours, takes the evidence back, opens the conversation and asks the sender to act", async () => {
    const parts = await shop()
    const { desk, workspaceId, member } = parts
    await parts.write("Message-ID: <m@x>")
    const { conversationId, messageId, mailId } = await answered(parts)
    const [customer] = await desk.database.query<{ id: string }>(
      `select customer_id as "id" from conversations where conversation_id = $1`,
      [conversationId],
    )
    const promiseId = await makePromise(desk, member, {
      customerId: customer?.id ?? "",
      channel: "mail",
      words: "I will write today",
      deed: "answer",
      ownerId: member.id,
      due: { until: "2026-11-19T17:00:00Z" },
    })
    await desk.database.query("insert into message_keeps values ($1, $2, $3)", [workspaceId, messageId, promiseId])
    await commit(desk, (queries) => acceptMessage(queries, desk, member, messageId, desk.now().toString()))
    await closeConversation(desk, member, conversationId)
    const report = `--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 no such user
--b
Content-Type: message/rfc822

Message-ID: <${mailId}>

--b--`
    const bounce = () =>
      parts.write(
        `From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nContent-Type: multipart/report; boundary=b`,
        report,
        { from: "" },
      )
    await bounce()
    const messages = await parts.messages(conversationId)
    expect(messages.at(-1)).toMatchObject({ kind: "inbound", by: { kind: "desk" } })
    expect(messages.at(-2)).toMatchObject({ delivery: "bounced", problem: "550 no such user" })
    const conversation = await readConversation(desk.database, workspaceId, conversationId)
    expect(conversation).toMatchObject({ closedAt: null, awaitingSince: expect.any(String) })
    expect(await readPromise(desk.database, workspaceId, promiseId)).toMatchObject({ state: "open", evidence: null })
    const task = {
      kind: "bounced",
      ownerId: member.id,
      messageId,
      words: "A message could not be delivered: 550 no such user",
    }
    expect(await listTasks(desk.database, workspaceId)).toMatchObject([task])
    await bounce()
    expect(await listTasks(desk.database, workspaceId)).toHaveLength(1)
    expect((await readThreadEnd(desk.database, workspaceId, conversationId))?.to?.address).toBe(parts.rosa)
  })
})
