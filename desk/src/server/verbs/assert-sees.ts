import { invalid } from "../../ledger/error.ts"
import type { Queries } from "../database/database.ts"
import { findBlinded } from "../database/mailbox-access.ts"

/** `invalid` where a member may not see a conversation: nothing in it is given to them. */
export async function assertSees(
  queries: Queries,
  workspaceId: string,
  given: { readonly memberId: string; readonly conversationId: string },
): Promise<void> {
  const blinded = await findBlinded(queries, workspaceId, given)
  if (blinded === null) return
  throw invalid(
    `${blinded.name} may not see the mail of ${blinded.address}. Choose somebody who may, or let an admin give access: Settings, Mail.`,
    "memberId",
  )
}
