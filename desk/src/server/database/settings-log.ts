import type { LogEntry, LogKind } from "../../ledger/settings-log.ts"
import type { Queries } from "./database.ts"

export type StoredLogEntry = LogEntry & { readonly previousHash: string; readonly hash: string }

const COLUMNS = `workspace_id as "workspaceId", seq, at, jsonb_build_object('kind', by_kind, 'id', by_id) as "by", kind,
  subject_id as "subjectId", before, after, previous_hash as "previousHash", hash`

/** The last entry of a workspace. Others who append to it wait until the end of the transaction. */
export async function lockLastLogEntry(
  queries: Queries,
  workspaceId: string,
): Promise<{ seq: number; hash: string } | null> {
  await queries.query("select pg_advisory_xact_lock(hashtextextended('settings log ' || $1, 0))", [workspaceId])
  const [row] = await queries.query<{ seq: number; hash: string }>(
    "select seq, hash from settings_log where workspace_id = $1 order by seq desc limit 1",
    [workspaceId],
  )
  return row ?? null
}

export async function insertLogEntry(queries: Queries, entry: StoredLogEntry): Promise<void> {
  const { workspaceId, seq, at, by, kind, subjectId, before, after, previousHash, hash } = entry
  await queries.query(
    `insert into settings_log (workspace_id, seq, at, by_kind, by_id, kind, subject_id, before, after, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      workspaceId,
      seq,
      at,
      by.kind,
      by.id,
      kind,
      subjectId,
      JSON.stringify(before),
      JSON.stringify(after),
      previousHash,
      hash,
    ],
  )
}

export type LogFilter = {
  readonly kind: LogKind | null
  readonly memberId: string | null
  readonly from: string | null
  readonly until: string | null
  /** Only entries before this place. */
  readonly before: number | null
}

export type LogView = StoredLogEntry & { readonly byName: string | null; readonly subjectName: string | null }

/** Newest first. Names are those that members, keys, mailboxes and customers have now. */
export function listLog(
  queries: Queries,
  workspaceId: string,
  { kind, memberId, from, until, before }: LogFilter,
  limit: number,
): Promise<readonly LogView[]> {
  return queries.query<LogView>(
    `select ${COLUMNS},
       coalesce((select m.name from members m where m.workspace_id = l.workspace_id and m.member_id = l.by_id),
         (select k.name from api_keys k where k.workspace_id = l.workspace_id and k.api_key_id = l.by_id)) as "byName",
       coalesce((select m.name from members m where m.workspace_id = l.workspace_id and m.member_id = l.subject_id),
         (select k.name from api_keys k where k.workspace_id = l.workspace_id and k.api_key_id = l.subject_id),
         (select b.address from mailboxes b where b.workspace_id = l.workspace_id and b.mailbox_id = l.subject_id),
         (select i.email from invitations i where i.workspace_id = l.workspace_id and i.invitation_id = l.subject_id),
         (select c.name from customers c where c.workspace_id = l.workspace_id and c.customer_id = l.subject_id)) as "subjectName"
     from settings_log l
     where workspace_id = $1 and ($2::text is null or kind = $2) and ($3::uuid is null or by_id = $3 or subject_id = $3)
       and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5) and ($6::int is null or seq < $6)
     order by seq desc limit $7`,
    [workspaceId, kind, memberId, from, until, before, limit],
  )
}

const BATCH = 500 // entries in memory at once

/** All entries of all workspaces, each workspace's in their order. */
export async function* walkLog(queries: Queries): AsyncGenerator<StoredLogEntry> {
  let [workspaceId, seq] = ["00000000-0000-0000-0000-000000000000", 0]
  for (;;) {
    const rows = await queries.query<StoredLogEntry>(
      `select ${COLUMNS} from settings_log where (workspace_id, seq) > ($1, $2) order by workspace_id, seq limit $3`,
      [workspaceId, seq, BATCH],
    )
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    ;[workspaceId, seq] = [last.workspaceId, last.seq]
  }
}
