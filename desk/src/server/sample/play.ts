import { changeConversation, insertConversation, refreshConversation } from "../database/conversations.ts"
import { findDueIn, settleNotices } from "../database/sample.ts"
import { lookAgain } from "../verbs/look-again.ts"
import { playTalk } from "./play-talk.ts"
import { playTurn } from "./play-turn.ts"
import { type Event, scheduleOf } from "./schedule.ts"
import { type Stage, actorOf, customerOf, deskAt, within } from "./stage.ts"
import type { Step, Story, Turn } from "./story.ts"

/**
 * Plays the stories through the desk's own verbs, in order of time and with the clock of each step, so that chains,
 * reviews and what is broken come about as they would have.
 */
export async function playStories(stage: Stage, stories: readonly Story[]): Promise<void> {
  const events = scheduleOf(stories, stage.time.calendar, stage.time.opened)
  let played = events[0]?.at ?? stage.time.opened
  for (const event of events) {
    await lookAt(stage, { from: played, until: event.at })
    await openThread(stage, event)
    await playStep(stage, event)
    played = event.at
  }
  await lookAt(stage, { from: played, until: stage.time.opened })
  for (const { conversationId } of stage.threads.values())
    await refreshConversation(stage.database, stage.workspaceId, conversationId)
  await settleNotices(stage.database, stage.workspaceId, stage.time.opened.subtract({ hours: UNREAD_HOURS }).toString())
}

const UNREAD_HOURS = 24 // of notices, so that the list is neither empty nor all new

type Between = { readonly from: Temporal.Instant; readonly until: Temporal.Instant }

/**
 * What the follow-through loop does, for this workspace alone and at the time at which it would have done it: never before
 * what was played last, as where a promise that was due long ago is opened again.
 */
async function lookAt(stage: Stage, { from, until }: Between): Promise<void> {
  while (true) {
    const due = await findDueIn(stage.database, stage.workspaceId, until.toString())
    if (due === null) return
    const next = Temporal.Instant.from(due.nextAt)
    const at = Temporal.Instant.compare(next, from) < 0 ? from : next
    await within(stage, (queries) => lookAgain(queries, deskAt(stage, at), due))
  }
}

async function openThread(stage: Stage, { story, at }: Event): Promise<void> {
  if (stage.threads.has(story)) return
  const conversationId = stage.desk.newId()
  await insertConversation(stage.database, {
    workspaceId: stage.workspaceId,
    id: conversationId,
    customerId: customerOf(stage, story).id,
    channel: story.channel,
    subject: story.subject ?? null,
    at: at.toString(),
  })
  if (story.has !== undefined)
    await changeConversation(stage.database, stage.workspaceId, conversationId, {
      set: "assignee_id",
      to: actorOf(stage, story.has).id,
    })
  stage.threads.set(story, { conversationId, last: { ours: null, theirs: null } })
}

async function playStep(stage: Stage, { story, step, at }: Event): Promise<void> {
  if (isTurn(step)) await playTurn(stage, deskAt(stage, at), step)
  else await playTalk(stage, deskAt(stage, at), story, step)
}

function isTurn(step: Step): step is Step & Turn {
  return "promise" in step
}
