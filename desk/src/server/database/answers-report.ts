import type { Queries } from "./database.ts"

/** How often customers were asked whether our answer helped, and what they answered. */
export type AnswerCounts = {
  readonly asked: number
  readonly yes: number
  readonly partly: number
  readonly no: number
}

/** Of `answer_checks k`: the question was sent in the period ($2, $3). What could not be sent asked nobody. */
export const ASKED_IN_PERIOD = "k.workspace_id = $1 and k.asked_at >= $2 and k.asked_at < $3 and k.problem is null"

export async function countAnswers(
  queries: Queries,
  workspaceId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<AnswerCounts> {
  const [row] = await queries.query<AnswerCounts>(
    `select count(*)::int as "asked", count(*) filter (where k.answer = 'yes')::int as "yes",
       count(*) filter (where k.answer = 'partly')::int as "partly", count(*) filter (where k.answer = 'no')::int as "no"
     from answer_checks k where ${ASKED_IN_PERIOD}`,
    [workspaceId, from, until],
  )
  return row ?? { asked: 0, yes: 0, partly: 0, no: 0 }
}
