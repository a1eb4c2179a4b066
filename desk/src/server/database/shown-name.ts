/** SQL for what a customer of the alias `c` is called: their name, else how they can be reached; null once erased. */
export const SHOWN_NAME = `coalesce(c.name, (select a.shown from addresses a
  where a.workspace_id = c.workspace_id and a.customer_id = c.customer_id order by a.kind, a.created_at limit 1))`
