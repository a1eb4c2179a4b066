import type { SignedCheckpoint } from "../../ledger/checkpoint.ts"
import { readCheckpoints } from "./checkpoints.ts"
import type { Queries } from "./database.ts"

export type CopyKind = "mail" | "webhook"

/** Has the newest checkpoint sent, once in each of these ways. */
export async function planCopies(queries: Queries, kinds: readonly CopyKind[], at: string): Promise<void> {
  await queries.query(
    `insert into checkpoint_copies (number, kind, next_at, created_at)
     select c.number, k.kind, $2, $2 from (select max(number) as number from checkpoints) c, unnest($1::text[]) as k (kind)
     where c.number is not null on conflict (number, kind) do nothing`,
    [kinds, at],
  )
}

export type ClaimedCopy = { readonly checkpoint: SignedCheckpoint; readonly kind: CopyKind; readonly attempts: number }

/** Takes the copy that has waited longest, until `leaseUntil`; null when none is due in these ways. */
export async function claimCopy(
  queries: Queries,
  kinds: readonly CopyKind[],
  { now, leaseUntil }: { readonly now: string; readonly leaseUntil: string },
): Promise<ClaimedCopy | null> {
  const [row] = await queries.query<{ number: number; kind: CopyKind; attempts: number }>(
    `update checkpoint_copies x set next_at = $3, attempts = x.attempts + 1
     from (select number, kind from checkpoint_copies where next_at <= $2 and kind = any($1::text[])
           order by next_at, number, kind limit 1 for update skip locked) due
     where x.number = due.number and x.kind = due.kind returning x.number, x.kind, x.attempts`,
    [kinds, now, leaseUntil],
  )
  if (row === undefined) return null
  const [checkpoint] = await readCheckpoints(queries, row.number)
  return checkpoint === undefined ? null : { checkpoint, kind: row.kind, attempts: row.attempts }
}

/** `nextAt` null: it was taken. */
export async function settleCopy(
  queries: Queries,
  { number, kind }: { readonly number: number; readonly kind: CopyKind },
  { at, nextAt, problem }: { readonly at: string; readonly nextAt: string | null; readonly problem: string | null },
): Promise<void> {
  await queries.query(
    `update checkpoint_copies set next_at = $4, problem = $5, done_at = case when $4::timestamptz is null then $3::timestamptz end
     where number = $1 and kind = $2`,
    [number, kind, at, nextAt, problem],
  )
}

/** The first real workspace that has an outgoing server: it sends what belongs to the whole desk. Null when none has. */
export async function findSendingWorkspace(queries: Queries): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select w.workspace_id as "id" from workspaces w join mail_settings s on s.workspace_id = w.workspace_id
     where w.kind = 'real' and s.host is not null order by w.created_at, w.workspace_id limit 1`,
  )
  return row?.id ?? null
}
