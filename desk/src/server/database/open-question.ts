/**
 * SQL: of a check `k`, whom it asked (`c`), for which shop (`w`) and with which message (`m`), while its link works: the digest of
 * what stands in the address is $1, and $2 is now.
 */
export const BEHIND_A_LINK = `join customers c on c.workspace_id = k.workspace_id and c.customer_id = k.customer_id and c.erased_at is null
  join workspaces w on w.workspace_id = k.workspace_id
  left join messages m on m.workspace_id = k.workspace_id and m.message_id = k.message_id
  where k.token_digest = $1 and k.expires_at > $2 and k.problem is null`
