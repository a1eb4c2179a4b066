import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import type { Queries } from "./database.ts"

/** What a customer answers to a question of ours. False when it was answered already. */
export async function writeAnswer(
  queries: Queries,
  check: {
    readonly of: "answer_checks" | "outcome_checks"
    readonly workspaceId: string
    readonly id: string
    readonly answer: Outcome
    readonly words: string | null
    readonly messageId: string | null
    readonly at: string
  },
): Promise<boolean> {
  const rows = await queries.query(
    `update ${check.of} set answer = $3, words = $4, answer_message_id = $5, answered_at = $6
     where workspace_id = $1 and check_id = $2 and answer is null returning 1`,
    [check.workspaceId, check.id, check.answer, check.words, check.messageId, check.at],
  )
  return rows.length > 0
}
