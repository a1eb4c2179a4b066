import { declineText } from "../../ledger/decline.ts"
import { closeOutbox, lockOutboxOf } from "../database/outbox.ts"
import type { DeclineInput } from "../verbs/declines.ts"
import { type Desk, deskActor } from "../verbs/desk.ts"
import { listTasks } from "../database/tasks.ts"
import { completeTask } from "../verbs/tasks.ts"
import { acceptMessage } from "../verbs/keeps.ts"
import { mailIdOf } from "../verbs/mail-id.ts"
import type { RecommendationInput } from "../verbs/recommendations.ts"
import { UNDO_SECONDS, sendMessage } from "../verbs/send.ts"
import { cancelMessage } from "../verbs/unsend.ts"
import { capture, remember } from "./said.ts"
import { type Stage, actorOf, customerOf, deskAt, factOf, needOf, promiseOf, threadOf, within } from "./stage.ts"
import type { Story, Talk } from "./story.ts"

type Answer = Extract<Talk, { does: "answers" }>
type Recommended = NonNullable<Answer["recommends"]>
type No = Extract<Talk, { does: "says no" }>

/** Sends what a member answered, at the desk's time. */
export async function playAnswer(stage: Stage, desk: Desk, story: Story, answer: Answer): Promise<void> {
  const { conversationId, last } = threadOf(stage, story)
  const { text, promises } = capture(stage, desk.now(), answer)
  const keeps = (answer.keeps ?? []).map((key) => promiseOf(stage, key))
  const actor = actorOf(stage, answer.by)
  const id = await sendMessage(desk, actor, conversationId, {
    text,
    promises,
    keeps,
    looked: true,
    ...(answer.despite === undefined ? {} : { overrideReason: answer.despite }),
    ...(answer.recommends === undefined ? {} : { recommendation: recommendation(stage, answer.recommends) }),
  })
  await remember(stage, id, answer, promises)
  if (answer.despite !== undefined) await seeOverride(stage, desk, id)
  if (answer.undone) {
    await cancelMessage(deskAt(stage, desk.now().add({ seconds: UNDO_SECONDS - 4 })), actor, id)
  } else {
    await accept(stage, deskAt(stage, desk.now().add({ seconds: UNDO_SECONDS + 2 })), id)
    last.ours = { mailId: mailIdOf(desk, id, stage.address), at: desk.now(), by: actor.name, text }
  }
}

/** The lead who was told of it has looked. */
async function seeOverride(stage: Stage, desk: Desk, messageId: string): Promise<void> {
  const tasks = await listTasks(stage.database, stage.workspaceId)
  const told = tasks.filter((task) => task.messageId === messageId)
  for (const { id } of told) await completeTask(desk, actorOf(stage, "priya"), id)
}

function recommendation(stage: Stage, { product, prices, total, fits }: Recommended): RecommendationInput {
  return {
    product,
    priceFactIds: prices.map((name) => factOf(stage, name)),
    total,
    fits: fits.map(({ need, fit, fact }) => ({
      needId: needOf(stage, need),
      fit,
      ...(fact === undefined ? {} : { factId: factOf(stage, fact) }),
    })),
    looked: true,
  }
}

/** Says no, in the three sentences that the desk makes of it, at the desk's time. */
export async function playNo(stage: Stage, desk: Desk, story: Story, no: No): Promise<void> {
  const { conversationId, last } = threadOf(stage, story)
  const { by, asked, basis, refused, reason, fact, rule, alternative } = no
  const start = last.theirs?.text.indexOf(asked) ?? -1
  if (last.theirs === null || start < 0) throw new Error(`nobody asked: ${asked}`)
  const actor = actorOf(stage, by)
  const text = `Hello ${firstName(customerOf(stage, story).name)},\n\n${declineText(no)}\n\n${firstName(actor.name)}`
  const decline: DeclineInput = {
    asked: { messageId: last.theirs.id, start, end: start + asked.length },
    basis,
    refused,
    reason,
    ...(fact === undefined ? {} : { factId: factOf(stage, fact) }),
    ...(rule === undefined ? {} : { rule }),
    ...(alternative === null ? {} : { alternative }),
  }
  const id = await sendMessage(desk, actor, conversationId, { text, promises: [], decline, looked: true })
  await accept(stage, deskAt(stage, desk.now().add({ seconds: UNDO_SECONDS + 2 })), id)
  last.ours = { mailId: mailIdOf(desk, id, stage.address), at: desk.now(), by: actor.name, text }
}

function firstName(name: string): string {
  return name.split(" ")[0] ?? name
}

/**
 * Writes down that an outgoing server accepted it. Nothing leaves: a sample workspace has no server, its customers do not
 * exist, and what a visitor sends there waits as "not sent".
 */
async function accept(stage: Stage, desk: Desk, messageId: string): Promise<void> {
  const { workspaceId } = stage
  const at = desk.now().toString({ fractionalSecondDigits: 3 })
  await within(stage, async (queries) => {
    const row = await lockOutboxOf(queries, workspaceId, messageId)
    if (row !== null) await closeOutbox(queries, workspaceId, row.outboxId, at, null)
    await acceptMessage(queries, desk, deskActor(workspaceId), messageId, at)
  })
}
