import { closeConversation, snoozeConversation } from "../verbs/conversations.ts"
import type { Desk } from "../verbs/desk.ts"
import { logTalk, writeNote } from "../verbs/log.ts"
import { playAnswer, playNo } from "./play-answer.ts"
import { playBounce, playInbound } from "./play-inbound.ts"
import { capture, remember } from "./said.ts"
import { type Stage, actorOf, promiseOf, threadOf } from "./stage.ts"
import type { Story, Talk } from "./story.ts"

/** Says or writes what was said or written, at the desk's time. */
export async function playTalk(stage: Stage, desk: Desk, story: Story, talk: Talk): Promise<void> {
  const { conversationId } = threadOf(stage, story)
  switch (talk.does) {
    case "writes":
      return playInbound(stage, desk, story, talk)
    case "answers":
      return playAnswer(stage, desk, story, talk)
    case "says no":
      return playNo(stage, desk, story, talk)
    case "logs a call":
    case "logs a visit":
      return playLog(stage, desk, story, talk)
    case "notes":
      await writeNote(desk, actorOf(stage, talk.by), conversationId, talk.text)
      return
    case "bounces":
      return playBounce(stage, desk, story, talk.reason)
    case "closes":
      return closeConversation(desk, actorOf(stage, talk.by), conversationId)
    case "puts aside": {
      const until = stage.time.due(talk.until).toString()
      return snoozeConversation(desk, actorOf(stage, talk.by), conversationId, { until })
    }
    default:
      throw new Error(`unknown talk ${talk satisfies never}`)
  }
}

type Log = Extract<Talk, { does: "logs a call" | "logs a visit" }>

async function playLog(stage: Stage, desk: Desk, story: Story, log: Log): Promise<void> {
  const { text, promises } = capture(stage, desk.now(), log)
  const channel = log.does === "logs a call" ? "call" : "visit"
  const { conversationId } = threadOf(stage, story)
  const keeps = (log.keeps ?? []).map((key) => promiseOf(stage, key))
  const logged = await logTalk(desk, actorOf(stage, log.by), { conversationId, channel, text, promises, keeps })
  await remember(stage, logged.messageId, log, promises)
  const keys = log.proposes ?? []
  if (logged.proposed.length !== keys.length)
    throw new Error(`${logged.proposed.length} promises were found, not ${keys.length}: ${text}`)
  for (const [index, key] of keys.entries()) stage.promises.set(key, logged.proposed[index] ?? "")
}
