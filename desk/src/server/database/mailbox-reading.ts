import type { Queries } from "./database.ts"

/** Which mailbox a process reads, and with which settings. */
export type Lease = { readonly workspaceId: string; readonly mailboxId: string; readonly version: number }

/**
 * Takes the mailboxes that are to be read and that nobody reads, so that no other process reads them until `leasedUntil`.
 * At most `limit`, so that one process does not hold them all up.
 */
export async function claimMailboxes(
  queries: Queries,
  { holder, now, leasedUntil, limit }: { holder: string; now: string; leasedUntil: string; limit: number },
): Promise<readonly Lease[]> {
  return queries.query<Lease>(
    `update mailboxes b set lease_holder = $1, leased_until = $3
     from (select m.workspace_id, m.mailbox_id from mailboxes m join workspaces w on w.workspace_id = m.workspace_id
       where m.removed_at is null and m.paused_at is null and w.kind = 'real' and (m.next_at is null or m.next_at <= $2)
         and (m.leased_until is null or m.leased_until <= $2)
       order by m.leased_until nulls first, m.mailbox_id limit $4 for update of m skip locked) free
     where b.workspace_id = free.workspace_id and b.mailbox_id = free.mailbox_id
     returning b.workspace_id as "workspaceId", b.mailbox_id as "mailboxId", b.version`,
    [holder, now, leasedUntil, limit],
  )
}

/** Holds on to what this process reads; gives what it still may. The rest was paused, changed or taken over. */
export async function renewLeases(
  queries: Queries,
  { holder, now, leasedUntil }: { holder: string; now: string; leasedUntil: string },
): Promise<readonly Lease[]> {
  return queries.query<Lease>(
    `update mailboxes set leased_until = $3
     where lease_holder = $1 and leased_until > $2 and removed_at is null and paused_at is null
     returning workspace_id as "workspaceId", mailbox_id as "mailboxId", version`,
    [holder, now, leasedUntil],
  )
}

/** What this process still may read, without writing. */
export async function listLeases(queries: Queries, holder: string, now: string): Promise<readonly Lease[]> {
  return queries.query<Lease>(
    `select workspace_id as "workspaceId", mailbox_id as "mailboxId", version from mailboxes
     where lease_holder = $1 and leased_until > $2 and removed_at is null and paused_at is null`,
    [holder, now],
  )
}

/** Lets go of it, so that another process may read it at once. */
export async function releaseLease(queries: Queries, holder: string, lease: Lease): Promise<void> {
  await queries.query(
    `update mailboxes set lease_holder = null, leased_until = null
     where workspace_id = $1 and mailbox_id = $2 and lease_holder = $3 and version = $4`,
    [lease.workspaceId, lease.mailboxId, holder, lease.version],
  )
}

/** It is being read, and everything in it was looked at. */
export async function noteRead(
  queries: Queries,
  { workspaceId, mailboxId, version }: Lease,
  { at, sentFound }: { readonly at: string; readonly sentFound: string | null },
): Promise<boolean> {
  const [row] = await queries.query<{ was: string }>(
    `update mailboxes b set read_at = $4, sent_found = $5, state = 'reading', problem = null, failures = 0, next_at = null,
       state_at = case when b.state = 'reading' then b.state_at else $4 end
     from (select state from mailboxes where workspace_id = $1 and mailbox_id = $2 for update) old
     where b.workspace_id = $1 and b.mailbox_id = $2 and b.version = $3 returning old.state as "was"`,
    [workspaceId, mailboxId, version, at, sentFound],
  )
  return row !== undefined && row.was !== "reading"
}

/** Lets go of it and says why; how many times in a row it failed. Null when its settings have changed meanwhile. */
export async function noteFailure(
  queries: Queries,
  { workspaceId, mailboxId, version }: Lease,
  { at, problem }: { readonly at: string; readonly problem: string },
): Promise<{ failures: number; address: string } | null> {
  const [row] = await queries.query<{ failures: number; address: string }>(
    `update mailboxes set state = 'failed', problem = $5, failures = failures + 1, lease_holder = null, leased_until = null,
       state_at = case when state = 'failed' then state_at else $4 end
     where workspace_id = $1 and mailbox_id = $2 and version = $3 and paused_at is null and removed_at is null
     returning failures, address`,
    [workspaceId, mailboxId, version, at, problem],
  )
  return row ?? null
}

export async function postponeReading(queries: Queries, { workspaceId, mailboxId }: Lease, at: string): Promise<void> {
  await queries.query("update mailboxes set next_at = $3 where workspace_id = $1 and mailbox_id = $2", [
    workspaceId,
    mailboxId,
    at,
  ])
}

export type FolderRole = "inbox" | "sent"

/** How far a folder was read; null when it never was, or under another path. */
export type FolderPlace = { readonly uidValidity: number; readonly lastUid: number }

export async function readFolderPlace(
  queries: Queries,
  { workspaceId, mailboxId }: Lease,
  role: FolderRole,
  path: string,
): Promise<FolderPlace | null> {
  const [row] = await queries.query<FolderPlace>(
    `select uid_validity as "uidValidity", last_uid as "lastUid" from mailbox_folders
     where workspace_id = $1 and mailbox_id = $2 and role = $3 and path = $4`,
    [workspaceId, mailboxId, role, path],
  )
  return row ?? null
}

/** Everything up to this UID was taken in. False when this process may no longer read it. */
export async function writeFolderPlace(
  queries: Queries,
  { workspaceId, mailboxId, version }: Lease,
  role: FolderRole,
  { path, uidValidity, lastUid }: FolderPlace & { readonly path: string },
): Promise<boolean> {
  const rows = await queries.query(
    `insert into mailbox_folders (workspace_id, mailbox_id, role, path, uid_validity, last_uid)
     select workspace_id, mailbox_id, $4, $5, $6, $7 from mailboxes
     where workspace_id = $1 and mailbox_id = $2 and version = $3 and removed_at is null
     on conflict (workspace_id, mailbox_id, role) do update set path = $5, uid_validity = $6, last_uid = $7 returning 1`,
    [workspaceId, mailboxId, version, role, path, uidValidity, lastUid],
  )
  return rows.length > 0
}
