import type { Chaseable } from "../../ledger/chased-promise.ts"
import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

const LIST_LENGTH = 100 // promises that one customer waits for; more cannot be told apart anyway

/** What this customer was promised before, is owed, and may ask for. The Date of a mail has whole seconds only. */
export function listChaseable(
  queries: Queries,
  workspaceId: string,
  { customerId, conversationId, before }: { customerId: string; conversationId: string; before: string },
): Promise<readonly Chaseable[]> {
  return queries.query<Chaseable>(
    `select promise_id as "id", deed, words, condition, due_until as "dueUntil",
       coalesce(conversation_id = $3, false) as "isHere"
     from promise_rows where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and state in ('open', 'broken') and said_at < $4::timestamptz + interval '1 second'
     order by due_until nulls last, promise_id limit ${LIST_LENGTH}`,
    [workspaceId, customerId, conversationId, before],
  )
}
