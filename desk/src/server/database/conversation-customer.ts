import type { Queries } from "./database.ts"
import { SCOPE_OF_ONE } from "./one-customer.ts"

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
    `select c.created_at as "customerSince", c.company, ${SCOPE_OF_ONE} as "scope"
     from customers own join customers c on c.workspace_id = own.workspace_id and c.customer_id = coalesce(own.merged_into, own.customer_id)
     where own.workspace_id = $1 and own.customer_id = $2`,
    [workspaceId, customerId],
  )
  if (row === undefined) throw new Error("the customer of a conversation is gone")
  return row
}

/** The conversation with this customer that had the newest message; null when there was none. */
export async function readLatestConversation(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select conversation_id as "id" from conversations where workspace_id = $1 and customer_id = $2 and merged_into is null and not unsent
     order by closed_at is not null, last_message_at desc, conversation_id limit 1`,
    [workspaceId, customerId],
  )
  return row?.id ?? null
}
