import { isWorking, nextWorkingInstant } from "aboveboard-engine"
import { type Outcome, orderName, outcomeQuestion } from "../../ledger/sale-acknowledgement.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { insertChange } from "../database/changes.ts"
import { insertConversation } from "../database/conversations.ts"
import { findLastCameBy } from "../database/mailbox-access.ts"
import type { Queries } from "../database/database.ts"
import { type OrderRow, readOrder } from "../database/orders.ts"
import * as rows from "../database/outcome-checks.ts"
import { holdCustomer } from "../database/people.ts"
import { readSettings } from "../database/settings.ts"
import { insertTask } from "../database/tasks.ts"
import { writeAnswer } from "../database/write-answer.ts"
import { type Desk, commit, step } from "./desk.ts"
import { type Sent, digestOf, expiryOf, hearAnswer, sendQuestion, tokenOf } from "./questions.ts"

/**
 * Asks the customer whose turn it is whether what they bought did what they needed it for: in working hours, once an order,
 * never after they asked to undo it. A step of the loop; false when nobody is to be asked.
 */
export async function askOutcome(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now()
    const claimed = await rows.claimCheck(queries, now.toString())
    if (claimed === null) return false
    const { workspaceId, orderId } = claimed
    const settings = await readSettings(queries, workspaceId)
    const order = await readOrder(queries, workspaceId, orderId)
    const calendar = calendarOf(settings)
    if (
      !settings.afterSale.outcome.on ||
      order === null ||
      !mayAsk(order) ||
      !(await holdCustomer(queries, workspaceId, order.customer.id))
    ) {
      await rows.setCheckAt(queries, workspaceId, orderId, null)
    } else if (!isWorking(calendar, now)) {
      const opens = nextWorkingInstant(calendar, now)
      await rows.setCheckAt(queries, workspaceId, orderId, opens?.toString() ?? null)
    } else {
      await rows.setCheckAt(queries, workspaceId, orderId, null)
      await ask(queries, desk, workspaceId, order)
    }
    return true
  })
}

function mayAsk({ check, request, product }: OrderRow): boolean {
  return check === null && request === null && product !== null
}

async function ask(queries: Queries, desk: Desk, workspaceId: string, order: OrderRow): Promise<void> {
  const id = desk.newId()
  const now = desk.now()
  const token = tokenOf(desk, "outcome-check", id)
  const text = outcomeQuestion(order, `${desk.publicUrl}/p/outcome/${token}`)
  const sent = await send(queries, desk, workspaceId, order, text)
  const check = {
    workspaceId,
    id,
    orderId: order.id,
    customerId: order.customer.id,
    tokenDigest: digestOf(desk, "outcome-check", token),
    ...sent,
    askedAt: now.toString(),
    expiresAt: expiryOf(desk),
  }
  await rows.insertCheck(queries, check)
  await insertChange(queries, { workspaceId, kind: "order", id: order.id, at: now.toString() })
}

/** What cannot be sent becomes a task. */
async function send(queries: Queries, desk: Desk, workspaceId: string, order: OrderRow, text: string): Promise<Sent> {
  const conversation = async (inner: Queries) =>
    order.conversationId ?? (await newConversation(inner, desk, workspaceId, order))
  const sent = await sendQuestion(queries, desk, workspaceId, { text, conversation })
  if (sent.problem !== null) {
    await insertTask(queries, {
      workspaceId,
      id: desk.newId(),
      kind: "other",
      ownerId: null,
      customerId: order.customer.id,
      conversationId: order.conversationId,
      words: `The customer could not be asked about ${orderName(order)}: ${sent.problem}`,
      at: desk.now().toString(),
    })
  }
  return sent
}

async function newConversation(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { customer, number, product }: Pick<OrderRow, "customer" | "number" | "product">,
): Promise<string> {
  const id = desk.newId()
  const subject = `Your ${orderName({ number, product: number === null ? product : null })}`.replace(
    "Your your",
    "Your",
  )
  const at = desk.now().toString()
  const cameBy = await findLastCameBy(queries, workspaceId, customer.id)
  await insertConversation(queries, { workspaceId, id, customerId: customer.id, channel: "mail", subject, at, cameBy })
  return id
}

/** The check behind what stands in an address; null when it does not work, for whatever reason. */
export function findCheck(desk: Desk, token: string): Promise<rows.OpenCheck | null> {
  return rows.findOpenCheck(desk.database, digestOf(desk, "outcome-check", token), desk.now().toString())
}

/**
 * What the customer answers, once. "Partly" and "no" come in as their message: a conversation opens for them, beside their
 * needs and what they were told before. False when it was answered already.
 */
export async function answerOutcome(
  desk: Desk,
  check: rows.OpenCheck,
  { answer, words }: { readonly answer: Outcome; readonly words: string },
): Promise<boolean> {
  return commit(desk, async (queries) => {
    const { workspaceId, customerId, orderId } = check
    if (!(await holdCustomer(queries, workspaceId, customerId))) return false
    const at = desk.now().toString({ fractionalSecondDigits: 3 })
    const messageId = answer === "yes" ? null : desk.newId()
    const said = { of: "outcome_checks", answer, words: words === "" ? null : words, messageId, at } as const
    if (!(await writeAnswer(queries, { workspaceId, id: check.id, ...said }))) return false
    if (messageId !== null && answer !== "yes") await open(queries, desk, check, { answer, words, messageId, at })
    await insertChange(queries, { workspaceId, kind: "order", id: orderId, at })
    return true
  })
}

type Answered = {
  readonly answer: "partly" | "no"
  readonly words: string
  readonly messageId: string
  readonly at: string
}

async function open(
  queries: Queries,
  desk: Desk,
  check: rows.OpenCheck,
  { answer, words, messageId, at }: Answered,
): Promise<void> {
  const { workspaceId, customerId } = check
  const customer = { id: customerId, name: null }
  const conversationId =
    check.conversationId ?? (await newConversation(queries, desk, workspaceId, { ...check, customer }))
  const question = `Did ${check.product ?? orderName(check)} do what you needed it for?`
  await hearAnswer(queries, desk, { workspaceId, conversationId, customerId, question, answer, words, messageId, at })
}
