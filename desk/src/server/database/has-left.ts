/**
 * SQL: the message of a row has left the desk. What was undone, or never accepted, told nobody anything. Those that did not leave
 * are few and have an index of their own, so that what is counted of the others reads no messages.
 */
export function hasLeft(row: string): string {
  return `not exists (select 1 from messages gone where gone.workspace_id = ${row}.workspace_id
    and gone.message_id = ${row}.message_id and gone.delivery in ('cancelled', 'failed'))`
}

/** SQL: and it was written here, not in another program and found in the Sent folder. */
export function hasLeftFromHere(row: string): string {
  return `not exists (select 1 from messages gone where gone.workspace_id = ${row}.workspace_id
    and gone.message_id = ${row}.message_id and (gone.outside or gone.delivery in ('cancelled', 'failed')))`
}
