import { isWorking, nextWorkingInstant } from "aboveboard-engine"
import { answerQuestion } from "../../ledger/answer-check.ts"
import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { ANSWER_PAGE } from "../../ledger/words-to-customers.ts"
import * as rows from "../database/answer-checks.ts"
import { insertChange } from "../database/changes.ts"
import { lockStanding } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { holdCustomer } from "../database/people.ts"
import { readSettings } from "../database/settings.ts"
import { insertTask } from "../database/tasks.ts"
import { writeAnswer } from "../database/write-answer.ts"
import { type Desk, commit, step } from "./desk.ts"
import { digestOf, expiryOf, hearAnswer, sendQuestion, tokenOf } from "./questions.ts"

const WAITS_FOR_PROMISES_DAYS = 14 // after the closing; who is told of a kept promise so late remembers no answer

/**
 * With the closing of a conversation, which is held before the check, as by whoever asks and whoever takes the answer: its
 * customer is asked some hours later, where the workspace wants it.
 */
export async function planToAsk(
  queries: Queries,
  desk: Desk,
  { workspaceId, conversationId }: { readonly workspaceId: string; readonly conversationId: string },
): Promise<void> {
  const { answerCheck } = await readSettings(queries, workspaceId)
  if (!answerCheck.on) return
  const at = desk.now().add({ hours: answerCheck.hours }).toString()
  await rows.planAnswerCheck(queries, { workspaceId, conversationId, id: desk.newId(), at })
}

/**
 * Asks the customer whose turn it is whether the answer helped: in working hours, once a conversation, seldom, and not while
 * anything is owed to them. A step of the loop; false when nobody is to be asked.
 */
export async function askWhetherItHelped(desk: Desk): Promise<boolean> {
  return step(desk, async (queries) => {
    const now = desk.now()
    const due = await rows.findDueCheck(queries, now.toString())
    if (due === null) return false
    // Another process has taken it meanwhile: there may be more.
    if (!(await rows.lockDueCheck(queries, due, now.toString()))) return true
    const settings = await readSettings(queries, due.workspaceId)
    const calendar = calendarOf(settings)
    const since = now.subtract({ hours: settings.answerCheck.days * 24 }).toString()
    const about = settings.answerCheck.on ? await rows.readAskedAbout(queries, due, since) : null
    if (about === null) {
      await rows.setAskAt(queries, due, null)
    } else if (about.isOwed) {
      const again = now.add({ hours: 24 })
      const isLate = Temporal.Instant.from(about.closedAt).until(again).total("hours") > WAITS_FOR_PROMISES_DAYS * 24
      await rows.setAskAt(queries, due, isLate ? null : again.toString())
    } else if (isWorking(calendar, now)) {
      await ask(queries, desk, due, about)
    } else {
      await rows.setAskAt(queries, due, nextWorkingInstant(calendar, now)?.toString() ?? null)
    }
    return true
  })
}

async function ask(queries: Queries, desk: Desk, due: rows.DueCheck, { customerId }: rows.AskedAbout): Promise<void> {
  const { workspaceId, id, conversationId } = due
  const token = tokenOf(desk, "answer-check", id)
  const text = answerQuestion(`${desk.publicUrl}/p/helped/${token}`)
  const sent = await sendQuestion(queries, desk, workspaceId, { text, conversation: async () => conversationId })
  const askedAt = desk.now().toString()
  const tokenDigest = digestOf(desk, "answer-check", token)
  await rows.writeAsked(queries, due, { customerId, tokenDigest, ...sent, askedAt, expiresAt: expiryOf(desk) })
  await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at: askedAt })
}

/** The check behind what stands in an address; null when it does not work, for whatever reason. */
export function findAnswerCheck(desk: Desk, token: string): Promise<rows.OpenAnswerCheck | null> {
  return rows.findOpenAnswerCheck(desk.database, digestOf(desk, "answer-check", token), desk.now().toString())
}

/**
 * What the customer answers, once. "Partly" and "no" come in as their message, and are a task of whoever has the conversation.
 * False when it was answered already.
 */
export async function answerWhetherItHelped(
  desk: Desk,
  check: rows.OpenAnswerCheck,
  { answer, words }: { readonly answer: Outcome; readonly words: string },
): Promise<boolean> {
  return commit(desk, async (queries) => {
    const { workspaceId, customerId } = check
    if (!(await holdCustomer(queries, workspaceId, customerId))) return false
    const conversationId = await lockStanding(queries, workspaceId, check.conversationId)
    const at = desk.now().toString({ fractionalSecondDigits: 3 })
    const messageId = answer === "yes" ? null : desk.newId()
    const said = { of: "answer_checks", answer, words: words === "" ? null : words, messageId, at } as const
    if (!(await writeAnswer(queries, { workspaceId, id: check.id, ...said }))) return false
    if (messageId !== null && answer !== "yes") {
      const heard = { workspaceId, conversationId, customerId, question: ANSWER_PAGE.question, messageId, at }
      await hearAnswer(queries, desk, { ...heard, answer, words })
      await giveTask(queries, desk, { workspaceId, conversationId, customerId, messageId, answer, at })
    }
    await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at })
    return true
  })
}

type Task = {
  readonly workspaceId: string
  readonly conversationId: string
  readonly customerId: string
  readonly messageId: string
  readonly answer: "partly" | "no"
  readonly at: string
}

const TASK = {
  partly: "The customer says that the answer helped only in part.",
  no: "The customer says that the answer did not help.",
} as const

async function giveTask(queries: Queries, desk: Desk, { answer, ...about }: Task): Promise<void> {
  const head = await readConversationHead(queries, about.workspaceId, about.conversationId)
  await insertTask(queries, {
    ...about,
    id: desk.newId(),
    kind: "other",
    ownerId: head?.assigneeId ?? null,
    words: TASK[answer],
  })
}
