import type { Queries } from "../database/database.ts"
import { type NewMessage, insertMessage } from "../database/messages.ts"
import type { Desk } from "./desk.ts"
import { type Heard, noteChases } from "./note-chases.ts"
import { noteSaleRequest } from "./sale-requests.ts"

/** What a customer wrote may ask where a promise stays, or to undo a sale. In the transaction that stores the message. */
export async function hear(queries: Queries, desk: Desk, heard: Heard): Promise<void> {
  await noteChases(queries, desk, heard)
  await noteSaleRequest(queries, desk, heard)
}

/** Stores what a customer wrote into a form of ours: all of it is their own words. */
export async function insertFormMessage(
  queries: Queries,
  desk: Desk,
  {
    workspaceId,
    conversationId,
    messageId,
    customerId,
    text,
    at,
    ...head
  }: Heard & Pick<NewMessage, "subject" | "from">,
): Promise<void> {
  await insertMessage(queries, {
    ...head,
    workspaceId,
    id: messageId,
    conversationId,
    kind: "inbound",
    channel: "form",
    by: { kind: "customer", id: customerId },
    at,
    recordedAt: at,
    salt: desk.newSalt(),
    text,
    own: [{ start: 0, end: text.length }],
  })
}
