import type { Queries } from "./database.ts"

/** What the page of a conversation says about its customer. */
export type ConversationCustomer = {
  readonly customerSince: string
  readonly company: string | null
  readonly scope: Readonly<Record<string, string>>
}

export async function readConversationCustomer(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<ConversationCustomer> {
  const [row] = await queries.query<ConversationCustomer>(
    `select created_at as "customerSince", company, scope from customers where workspace_id = $1 and customer_id = $2`,
    [workspaceId, customerId],
  )
  if (row === undefined) throw new Error("the customer of a conversation is gone")
  return row
}
