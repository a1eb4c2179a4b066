import { closeOutbox, lockOutboxOf } from "../database/outbox.ts"
import { type Desk, deskActor } from "../verbs/desk.ts"
import { acceptMessage } from "../verbs/keeps.ts"
import { mailIdOf } from "../verbs/mail-id.ts"
import { UNDO_SECONDS, sendMessage } from "../verbs/send.ts"
import { cancelMessage } from "../verbs/unsend.ts"
import { capture, remember } from "./said.ts"
import { type Stage, actorOf, deskAt, promiseOf, threadOf, within } from "./stage.ts"
import type { Story, Talk } from "./story.ts"

type Answer = Extract<Talk, { does: "answers" }>

/** Sends what a member answered, at the desk's time. */
export async function playAnswer(stage: Stage, desk: Desk, story: Story, answer: Answer): Promise<void> {
  const { conversationId, last } = threadOf(stage, story)
  const { text, promises } = capture(stage, desk.now(), answer)
  const keeps = (answer.keeps ?? []).map((key) => promiseOf(stage, key))
  const actor = actorOf(stage, answer.by)
  const id = await sendMessage(desk, actor, conversationId, { text, promises, keeps, looked: true })
  await remember(stage, id, answer, promises)
  if (answer.undone) {
    await cancelMessage(deskAt(stage, desk.now().add({ seconds: UNDO_SECONDS - 4 })), actor, id)
  } else {
    await accept(stage, deskAt(stage, desk.now().add({ seconds: UNDO_SECONDS + 2 })), id)
    last.ours = { mailId: mailIdOf(desk, id, stage.address), at: desk.now(), by: actor.name, text }
  }
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
