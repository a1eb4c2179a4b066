import { listMade } from "../database/sample.ts"
import type { Captured } from "../verbs/capture.ts"
import { dueWords, germanDueWords } from "./due-words.ts"
import { withoutMarks } from "./marked-text.ts"
import { type Stage, actorOf } from "./stage.ts"
import type { Said, TeamName } from "./story.ts"

type Marked = { readonly by: TeamName; readonly text: string; readonly promises?: readonly Said[] }

/** The plain text, and its promises as a member captures them: who does it and by when. */
export function capture(
  stage: Stage,
  at: Temporal.Instant,
  { by, text: marked, promises = [] }: Marked,
): { text: string; promises: readonly Captured[] } {
  const { zone } = stage.time.calendar
  const dues = promises.map(({ due }) => (due === undefined ? null : stage.time.due(due)))
  const words = dues.map((due) => ({
    due: due === null ? "" : dueWords(at, due, zone),
    bis: due === null ? "" : germanDueWords(at, due, zone),
  }))
  const { text, spans } = withoutMarks(marked, words)
  const captured = promises.map((said, index): Captured => {
    const { start, end } = spans[index] ?? { start: 0, end: 0 }
    const due = dues[index] ?? null
    return {
      start,
      end,
      words: text.slice(start, end).replace(/[.]$/, ""),
      deed: said.deed,
      ownerId: actorOf(stage, said.owner ?? by).id,
      due: due === null ? null : { until: due.toString(), words: saidWhen(text.slice(start, end), words[index]) },
      condition: said.condition ?? null,
    }
  })
  return { text, promises: captured }
}

/** "by 16:00 today": the words for the due time with the preposition before them; null when the words say none. */
function saidWhen(words: string, when: { due: string; bis: string } | undefined): string | null {
  for (const time of [when?.due, when?.bis]) {
    const place = time === undefined || time === "" ? -1 : words.indexOf(time)
    if (time === undefined || place < 0) continue
    const before = /(?:by|before|until|at|bis) $/.exec(words.slice(0, place))?.[0] ?? ""
    return before + time
  }
  return null
}

/** Notes the ids of the promises that a message made under the names that the story gives them. */
export async function remember(stage: Stage, messageId: string, marked: Marked, captured: readonly Captured[]) {
  if (captured.length === 0) return
  const made = await listMade(stage.database, stage.workspaceId, messageId)
  for (const [index, { key }] of (marked.promises ?? []).entries()) {
    const id = made.find(({ words }) => words === captured[index]?.words)?.id
    if (id === undefined) throw new Error(`the promise "${key}" was not made`)
    stage.promises.set(key, id)
  }
}
