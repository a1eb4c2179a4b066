import { planAnswerCheck, writeAsked } from "../database/answer-checks.ts"
import { writeAnswer } from "../database/write-answer.ts"
import type { Stage } from "./stage.ts"
import type { Story } from "./story.ts"

/** What customers answered when they were asked whether the answer helped, a day after their conversation was closed. */
export async function askWhetherAnswersHelped(stage: Stage): Promise<void> {
  const closed = [...stage.threads].filter(([{ steps }]) => steps.some(({ does }) => does === "closes"))
  for (const [place, [story, { conversationId }]] of closed.entries()) {
    await ask(stage, story, { conversationId, ...(SAID[place % SAID.length] ?? { answer: null, words: null }) })
  }
}

const SAID = [
  { answer: "yes", words: null },
  { answer: "yes", words: "Quick, and clear about what it costs." },
  { answer: null, words: null },
  { answer: "yes", words: null },
  { answer: "partly", words: "I still had to ring to hear when you are open." },
  { answer: "yes", words: null },
  { answer: "no", words: "Friendly, but I still do not know what to do now." },
  { answer: "yes", words: null },
  { answer: null, words: null },
] as const

type Asked = (typeof SAID)[number] & { readonly conversationId: string }

async function ask(stage: Stage, story: Story, { conversationId, answer, words }: Asked): Promise<void> {
  const { desk, database, workspaceId, time } = stage
  const id = desk.newId()
  const last = time.due(story.steps.at(-1)?.at ?? "-1d 09:00")
  const at = (hours: number) => last.add({ hours }).toString()
  if (Temporal.Instant.compare(last.add({ hours: 26 }), time.opened) > 0) return
  await planAnswerCheck(database, { workspaceId, id, conversationId, at: at(24) })
  const customerId = stage.customers.get(story.customer)?.id ?? ""
  const sent = { customerId, tokenDigest: desk.digest(`sample ${id}`), messageId: null, problem: null }
  await writeAsked(database, { workspaceId, id, conversationId }, { ...sent, askedAt: at(24), expiresAt: at(27) })
  if (answer === null) return
  await writeAnswer(database, { of: "answer_checks", workspaceId, id, answer, words, messageId: null, at: at(26) })
}
