import type { Desk } from "../verbs/desk.ts"
import {
  confirmPromise,
  dismissPromise,
  handOverPromise,
  meetCondition,
  releasePromise,
  renegotiatePromise,
  setWaiting,
} from "../verbs/promises.ts"
import { reopenPromise } from "../verbs/reopen.ts"
import { keepPromise } from "../verbs/settle.ts"
import { dueWords } from "./due-words.ts"
import { type Stage, actorOf, promiseOf } from "./stage.ts"
import type { Turn, When } from "./story.ts"

/** Does to a promise what a member did to it, at the desk's time. */
export async function playTurn(stage: Stage, desk: Desk, turn: Turn): Promise<void> {
  const actor = actorOf(stage, turn.by)
  const id = promiseOf(stage, turn.promise)
  switch (turn.does) {
    case "keeps":
      return keepPromise(desk, actor, id, { kind: turn.customerSaid ? "customer" : "word", note: turn.note })
    case "renegotiates": {
      const { words, reason, agreed } = turn
      const due = dueInput(stage, desk, turn.due)
      stage.promises.set(turn.successor, await renegotiatePromise(desk, actor, id, { due, words, reason, agreed }))
      return
    }
    case "releases":
      return releasePromise(desk, actor, id, turn.reason)
    case "reopens":
      return reopenPromise(desk, actor, id, { why: turn.why, note: turn.note })
    case "hands over":
      return handOverPromise(desk, actor, id, { ownerId: actorOf(stage, turn.to).id, note: turn.note })
    case "waits":
      return setWaiting(desk, actor, id, { on: turn.on, note: turn.note })
    case "meets the condition":
      return meetCondition(desk, actor, id, dueInput(stage, desk, turn.due))
    case "confirms": {
      const ownerId = actorOf(stage, turn.owner).id
      return confirmPromise(desk, actor, id, { ownerId, due: dueInput(stage, desk, turn.due) })
    }
    case "dismisses":
      return dismissPromise(desk, actor, id, turn.why)
    default:
      throw new Error(`unknown turn ${turn satisfies never}`)
  }
}

function dueInput(stage: Stage, desk: Desk, when: When) {
  const until = stage.time.due(when)
  return { until: until.toString(), words: `by ${dueWords(desk.now(), until, stage.time.calendar.zone)}` }
}
