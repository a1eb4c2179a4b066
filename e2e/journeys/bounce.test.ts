import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listConversations } from "../../desk/src/contract/conversations.ts"
import { listCustomers } from "../../desk/src/contract/customers.ts"
import { sendMessage } from "../../desk/src/contract/messages.ts"
import { createPromise, readPromise } from "../../desk/src/contract/promises.ts"
import { readMe } from "../../desk/src/contract/session.ts"
import { words } from "../../desk/src/web/words.ts"
import { eventually } from "../servers/eventually.ts"
import { HARBOUR_RUNS, type Harbour, ROSA, openHarbour } from "./harbour.ts"

describe.skipIf(!HARBOUR_RUNS)("an answer that comes back", () => {
  let harbour: Harbour

  beforeAll(async () => {
    harbour = await openHarbour()
  })
  afterAll(() => harbour?.stop())

  test("takes its evidence back: the promise is open again, the message says so, and somebody has a task", async () => {
    const { member, relay } = harbour
    await harbour.write({ subject: "Brakes", body: "Can you write to me about the brakes?" })
    const { promiseId, conversationId } = await promiseToRosa(harbour)
    relay.bounce(ROSA, "Mailbox is gone")
    await member.call(sendMessage, {
      params: { conversationId },
      body: { text: "The brakes are done.", promises: [], keeps: [promiseId], looked: true },
    })
    const kinds = async () => {
      const { entries } = await member.call(readPromise, { params: { promiseId } })
      return entries.map(({ kind }) => kind).join(" ")
    }
    const all = async () => ((await kinds()) === "opened kept reopened" ? true : undefined)
    await eventually(all, { what: "it is kept and then open again" })

    const { page, problems } = await harbour.openPage()
    await page.getByText(words.today.taskKinds.bounced).first().waitFor()
    await page.getByRole("listitem").filter({ hasText: "tell you about the brakes" }).waitFor()
    await page.goto(`/${member.slug}/conversations/${conversationId}`)
    await page.getByText(words.conversation.delivery.bounced).waitFor()
    await page.getByText("The brakes are done.").first().waitFor()
    expect(problems).toEqual([])
  })
})

async function promiseToRosa({ member }: Harbour) {
  const { items } = await member.call(listConversations, { query: {} })
  const conversation = items.find(({ subject }) => subject === "Brakes")
  const [customer] = (await member.call(listCustomers, { query: { q: ROSA } })).items
  const ownerId = (await member.call(readMe)).current?.member.id ?? ""
  const { id } = await member.call(createPromise, {
    body: {
      customerId: customer?.id ?? "",
      channel: "call",
      words: "I'll tell you about the brakes by mail.",
      deed: "answer",
      ownerId,
      due: { until: new Date(Date.now() + 86_400_000).toISOString() },
    },
  })
  return { promiseId: id, conversationId: conversation?.id ?? "" }
}
