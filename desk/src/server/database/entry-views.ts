import type { PromiseKey } from "./entries.ts"
import type { Queries } from "./database.ts"

/** An entry as the API lists it: with the name of who made it. */
export type EntryView = {
  readonly seq: number
  readonly kind: string
  readonly at: string
  readonly recordedAt: string
  readonly by: {
    readonly kind: "member" | "key" | "desk" | "customer"
    readonly id: string | null
    readonly name: string | null
  }
  readonly body: Readonly<Record<string, unknown>>
  /** Null when erased, or when nothing was said. */
  readonly texts: Readonly<Record<string, unknown>> | null
  readonly hash: string
}

export function listEntryViews(queries: Queries, key: PromiseKey): Promise<readonly EntryView[]> {
  return queries.query<EntryView>(
    `select e.seq, e.kind, e.at, e.recorded_at as "recordedAt", e.body, t.texts, e.hash,
       jsonb_build_object('kind', e.by_kind, 'id', e.by_id, 'name', coalesce(m.name, k.name)) as "by"
     from entries e
     left join entry_texts t on t.workspace_id = e.workspace_id and t.promise_id = e.promise_id and t.seq = e.seq
     left join members m on m.workspace_id = e.workspace_id and m.member_id = e.by_id and e.by_kind = 'member'
     left join api_keys k on k.workspace_id = e.workspace_id and k.api_key_id = e.by_id and e.by_kind = 'key'
     where e.workspace_id = $1 and e.promise_id = $2 order by e.seq`,
    [key.workspaceId, key.promiseId],
  )
}
