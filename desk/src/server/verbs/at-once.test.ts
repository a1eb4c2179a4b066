import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type TestDesk, nameServer, openTestDesk } from "../../../test/desk.ts"
import { answered, openMailShop } from "../../../test/mail-shop.ts"
import { Mistake } from "../../ledger/error.ts"
import { sendOnce } from "../follow-through/outbox.ts"
import { runOnce, wakeConversations } from "../follow-through/run-once.ts"
import { closeConversation } from "./conversations.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { listLost } from "../../../test/left-behind.ts"
import { listMoves } from "../database/conversation-moves.ts"
import { insertConversation } from "../database/conversations.ts"
import { mergeConversations, undoMerge } from "./merge-conversations.ts"
import { splitConversation } from "./split-conversation.ts"
import { logTalk, writeNote } from "./log.ts"
import { mailIdOf } from "./mail-id.ts"
import { makePromise, handOverPromise, releasePromise, renegotiatePromise, setWaiting } from "./promises.ts"
import { removeMember } from "./remove-member.ts"
import { reopenPromise } from "./reopen.ts"
import { sendMessage } from "./send.ts"
import { keepPromise } from "./settle.ts"
import { cancelMessage, retryMessage } from "./unsend.ts"
import { verify } from "./verify.ts"
import { changeWorkspace } from "./workspace.ts"

const AT_ONCE = 30 // verbs; a process has ten connections, so most of them wait for one
const ROUNDS = 6

describe("Thirty verbs at once on a few promises and conversations", () => {
  eachStore((store) => {
    test("leave what verifies, and none of them fails but with a sentence", async () => {
      const desk = openTestDesk(store.database())
      const parts = await openMailShop(desk)
      const { workspaceId, member, admin, lead } = parts
      await nameServer(desk, workspaceId)
      await parts.write("Message-ID: <first@x>")
      const { conversationId } = await answered(parts)
      const customerId = await customerOf(desk, conversationId)
      const failures: unknown[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const ids: string[] = []
        for (let count = 0; count < 4; count += 1) {
          ids.push(
            await makePromise(desk, member, {
              customerId,
              conversationId,
              channel: "call",
              words: "I'll ring you.",
              deed: "call-back",
              ownerId: count % 2 === 0 ? member.id : lead.id,
              due: { until: desk.now().add({ minutes: 30 }).toString() },
            }),
          )
        }
        const [one = "", two = "", three = "", four = ""] = ids
        const send = (keeps: readonly string[]) =>
          sendMessage(desk, member, conversationId, { text: "It is ready.", promises: [], keeps })
        const sent = await send([one, four])
        const log = (keeps: readonly string[]) =>
          logTalk(desk, lead, { conversationId, channel: "call", text: "She rang.", promises: [], keeps })
        const move = (minutes: number) => changeWorkspace(desk, admin, { settings: { graceMinutes: minutes } })
        const due = { until: desk.now().add({ hours: 72 }).toString() }
        const beside = desk.newId()
        const begun = { id: beside, customerId, channel: "mail", subject: "Also", at: desk.now().toString() } as const
        await insertConversation(desk.database, { workspaceId, ...begun })
        await writeNote(desk, member, beside, "She asked twice")
        desk.pass({ hours: 24 })
        const takeBack = async () => {
          const moves = await listMoves(desk.database, workspaceId, beside)
          const back = moves.find(
            (move) => move.undoneAt === null && move.kind === "merge" && move.from.id === conversationId,
          )
          if (back !== undefined) await undoMerge(desk, member, beside, back.id)
        }
        const accept = () => sendOnce(desk, async () => ({ kind: "accepted" }))
        const bounce = (number: number) =>
          parts.write(
            "From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nContent-Type: multipart/report; boundary=b",
            reportOn(mailIdOf(desk, sent, parts.ours), number),
            { from: "" },
          )
        const verbs: (() => Promise<unknown>)[] = [
          () => send([one, two]),
          () => send([two, one]),
          () => log([three, two]),
          () => log([two, three]),
          accept,
          accept,
          accept,
          () => cancelMessage(desk, member, sent),
          () => retryMessage(desk, member, sent),
          () => runOnce(desk),
          () => runOnce(desk),
          () => runOnce(desk),
          () => runOnce(desk),
          () => runOnce(desk),
          () => keepPromise(desk, member, one, { kind: "word" }),
          () => keepPromise(desk, lead, one, { kind: "word" }),
          () => releasePromise(desk, member, two, "She no longer needs it"),
          () => renegotiatePromise(desk, lead, three, { due, reason: "Late", agreed: true }),
          () => renegotiatePromise(desk, member, three, { due, reason: "Late", agreed: true }),
          () => reopenPromise(desk, member, three, { why: "disputed" }),
          () => reopenPromise(desk, member, one, { why: "mistake" }),
          () => setWaiting(desk, member, four, { on: "supplier" }),
          () => handOverPromise(desk, lead, four, { ownerId: admin.id }),
          () => handOverPromise(desk, member, two, { ownerId: lead.id }),
          () => move(10 + round),
          () => move(480),
          () => closeConversation(desk, member, conversationId),
          () => wakeConversations(desk),
          () => mergeConversations(desk, lead, conversationId, { conversationIds: [beside] }),
          () => mergeConversations(desk, member, beside, { conversationIds: [conversationId] }),
          () => splitConversation(desk, lead, conversationId, [sent]),
          () => parts.write(`Message-ID: <in-${round}@x>\nIn-Reply-To: <first@x>`),
          () => parts.write(`Message-ID: <in-${round}@x>\nIn-Reply-To: <first@x>`),
          () => bounce(round),
          () => accept(),
          ...(round === ROUNDS - 1
            ? [() => eraseCustomer(desk, admin, customerId), () => removeMember(desk, admin, lead.id)]
            : []),
        ]
        const told = await Promise.allSettled(verbs.map((verb) => verb()))
        if (round < ROUNDS - 1) await takeBack()
        for (const one of told)
          if (one.status === "rejected" && !(one.reason instanceof Mistake)) failures.push(one.reason)
        expect(verbs.length).toBeGreaterThanOrEqual(AT_ONCE)
      }
      failures.push(...parts.failures)
      expect(failures).toEqual([])
      expect(await listLost(desk.database, workspaceId)).toEqual([])
      expect((await verify(desk)).problems).toEqual([])
      const times = await desk.database.query(
        "select mail_id, count(*) from messages where workspace_id = $1 and mail_id is not null group by 1 having count(*) > 1",
        [workspaceId],
      )
      expect(times).toEqual([])
    })
  })
})

async function customerOf(desk: TestDesk, conversationId: string): Promise<string> {
  const [row] = await desk.database.query<{ id: string }>(
    `select customer_id as "id" from conversations where conversation_id = $1`,
    [conversationId],
  )
  return row?.id ?? ""
}

function reportOn(mailId: string, number: number): string {
  return `--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Action: failed
Status: 5.1.${number}
Diagnostic-Code: smtp; 550 no such user
--b
Content-Type: message/rfc822

Message-ID: <${mailId}>

--b--`
}
