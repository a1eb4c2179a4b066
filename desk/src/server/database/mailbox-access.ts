import type { Queries } from "./database.ts"

/** As SQL: the addresses whose mail somebody may not see. `seer`: their id, `role`: theirs, `workspace`: where. */
export function hiddenFrom(seer: { readonly workspace: string; readonly id: string; readonly role: string }): string {
  return `array(select r.address from restricted_mailboxes r where r.workspace_id = ${seer.workspace} and ${seer.role} <> 'admin'
    and not exists (select 1 from mailbox_access x where x.workspace_id = r.workspace_id and x.address = r.address
      and x.seer_id = ${seer.id}) order by r.address)`
}

/** As SQL: whether a member, a row of `members` called `member`, may see a conversation. One without a mailbox is everybody's. */
export function maySee(member: string, conversation: string): string {
  return `(${member}.role = 'admin' or not exists (select 1 from conversations h
    join restricted_mailboxes r on r.workspace_id = h.workspace_id and r.address = h.came_by
    where h.workspace_id = ${member}.workspace_id and h.conversation_id = ${conversation}
      and not exists (select 1 from mailbox_access x where x.workspace_id = r.workspace_id and x.address = r.address
        and x.seer_id = ${member}.member_id)))`
}

/** The member, where they may not see this conversation, and by which address it came. Null when they may. */
export async function findBlinded(
  queries: Queries,
  workspaceId: string,
  { memberId, conversationId }: { readonly memberId: string; readonly conversationId: string },
): Promise<{ readonly name: string; readonly address: string } | null> {
  const [row] = await queries.query<{ name: string; address: string }>(
    `select m.name, v.came_by as "address" from conversations v join members m on m.workspace_id = v.workspace_id and m.member_id = $3
     where v.workspace_id = $1 and v.conversation_id = $2 and not ${maySee("m", "v.conversation_id")}`,
    [workspaceId, conversationId, memberId],
  )
  return row ?? null
}

/** The members who may see a conversation; null: everybody may. */
export async function listSeers(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<readonly string[] | null> {
  const rows = await queries.query<{ id: string; sees: boolean }>(
    `select m.member_id as "id", ${maySee("m", "$2")} as "sees" from members m where m.workspace_id = $1 and m.removed_at is null
     order by m.created_at, m.member_id`,
    [workspaceId, conversationId],
  )
  return rows.every(({ sees }) => sees) ? null : rows.filter(({ sees }) => sees).map(({ id }) => id)
}

/** Of the addresses named, the one of ours that a mail came by: first one that everybody may see, then by their order. */
export async function findCameBy(
  queries: Queries,
  workspaceId: string,
  { addresses, mailboxId = null }: { readonly addresses: readonly string[]; readonly mailboxId?: string | null },
): Promise<string | null> {
  const [row] = await queries.query<{ address: string }>(
    `select o.address from (
       select lower(address) as address, position from mail_addresses where workspace_id = $1 and lower(address) = any($2::text[])
       union all select lower(address), 1000 from mailboxes where workspace_id = $1
         and (mailbox_id = $3 or (removed_at is null and lower(address) = any($2::text[])))) o
     order by exists (select 1 from restricted_mailboxes r where r.workspace_id = $1 and r.address = o.address), o.position, o.address
     limit 1`,
    [workspaceId, addresses.map((address) => address.toLowerCase()), mailboxId],
  )
  return row?.address ?? null
}

/** The first of our addresses whose mail somebody may see: what they begin is sent from there. */
export async function findOwnAddressSeen(
  queries: Queries,
  workspaceId: string,
  hidden: readonly string[],
): Promise<string | null> {
  const [row] = await queries.query<{ address: string }>(
    `select address from mail_addresses where workspace_id = $1 and address <> all($2::text[]) order by position limit 1`,
    [workspaceId, hidden],
  )
  return row?.address ?? null
}

/** The address that the customer wrote to last, so that what we begin with them is seen by the same people. */
export async function findLastCameBy(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<string | null> {
  const [row] = await queries.query<{ address: string }>(
    `select came_by as "address" from conversations where workspace_id = $1 and customer_id = $2 and came_by is not null
     order by last_message_at desc, conversation_id limit 1`,
    [workspaceId, customerId],
  )
  return row?.address ?? null
}

/** Whether a conversation and a mail that came by `cameBy` may be one: not where only one of them is seen by everybody. */
export async function mayJoin(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  cameBy: string | null,
): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from conversations v join restricted_mailboxes r on r.workspace_id = v.workspace_id
       and (r.address = v.came_by or r.address = $3)
     where v.workspace_id = $1 and v.conversation_id = $2 and v.came_by is distinct from $3`,
    [workspaceId, conversationId, cameBy],
  )
  return rows.length === 0
}

/** An address of ours and who may see its mail. */
export type MailboxAccess = {
  readonly address: string
  readonly everybody: boolean
  readonly memberIds: readonly string[]
  readonly apiKeyIds: readonly string[]
}

/** Every address that mail came by, or can come by. */
export function listMailboxAccess(queries: Queries, workspaceId: string): Promise<readonly MailboxAccess[]> {
  return queries.query<MailboxAccess>(
    `select o.address, r.address is null as "everybody",
       coalesce((select jsonb_agg(x.seer_id order by m.created_at, x.seer_id) from mailbox_access x
         join members m on m.workspace_id = x.workspace_id and m.member_id = x.seer_id and m.removed_at is null
         where x.workspace_id = $1 and x.address = o.address), '[]') as "memberIds",
       coalesce((select jsonb_agg(x.seer_id order by k.created_at, x.seer_id) from mailbox_access x
         join api_keys k on k.workspace_id = x.workspace_id and k.api_key_id = x.seer_id and k.revoked_at is null
         where x.workspace_id = $1 and x.address = o.address), '[]') as "apiKeyIds"
     from (select address, min(position) as position from (
         select lower(address) as address, position from mail_addresses where workspace_id = $1
         union all select lower(address), 1000 from mailboxes where workspace_id = $1 and removed_at is null
         union all select address, 2000 from restricted_mailboxes where workspace_id = $1) every group by address) o
     left join restricted_mailboxes r on r.workspace_id = $1 and r.address = o.address
     order by o.position, o.address`,
    [workspaceId],
  )
}

export async function writeMailboxAccess(
  queries: Queries,
  workspaceId: string,
  { address, everybody, memberIds, apiKeyIds }: MailboxAccess,
  by: { readonly id: string | null; readonly at: string },
): Promise<void> {
  await queries.query("delete from restricted_mailboxes where workspace_id = $1 and address = $2", [
    workspaceId,
    address,
  ])
  if (everybody) return
  await queries.query(
    "insert into restricted_mailboxes (workspace_id, address, restricted_by, restricted_at) values ($1, $2, $3, $4)",
    [workspaceId, address, by.id, by.at],
  )
  await queries.query(
    `insert into mailbox_access (workspace_id, address, kind, seer_id)
     select $1::uuid, $2::text, s.kind, s.id from (
       select 'member' as kind, unnest($3::uuid[]) as id union all select 'key', unnest($4::uuid[])) s`,
    [workspaceId, address, memberIds, apiKeyIds],
  )
}

/** Held until the transaction ends: nothing becomes theirs meanwhile. */
export async function lockTeam(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query(
    "select 1 from members where workspace_id = $1 and removed_at is null order by member_id for update",
    [workspaceId],
  )
}

/** Somebody who has something to do in conversations that they may not see. */
export type Orphan = {
  readonly name: string
  readonly address: string
  readonly promises: number
  readonly conversations: number
  readonly tasks: number
}

/** Who owns, has or is to do something that they could not see. Empty: access is as it must be. */
export function listOrphans(queries: Queries, workspaceId: string): Promise<readonly Orphan[]> {
  return queries.query<Orphan>(
    `with theirs as (
       select p.owner_id as member_id, p.conversation_id, 'promise' as what from promise_rows p
       where p.workspace_id = $1 and p.state in ('proposed', 'open', 'broken') and p.conversation_id is not null
       union all select v.assignee_id, v.conversation_id, 'conversation' from conversations v
       where v.workspace_id = $1 and v.assignee_id is not null and v.closed_at is null and v.merged_into is null
       union all select k.owner_id, k.conversation_id, 'task' from tasks k
       where k.workspace_id = $1 and k.owner_id is not null and k.done_at is null and k.conversation_id is not null
       union all select d.member_id, d.conversation_id, 'task' from reminders d where d.workspace_id = $1 and d.member_id is not null)
     select m.name, v.came_by as "address", count(*) filter (where what = 'promise') as "promises",
       count(*) filter (where what = 'conversation') as "conversations", count(*) filter (where what = 'task') as "tasks"
     from theirs t
     join members m on m.workspace_id = $1 and m.member_id = t.member_id and m.removed_at is null
     join conversations v on v.workspace_id = $1 and v.conversation_id = t.conversation_id
     where v.came_by in (select address from restricted_mailboxes where workspace_id = $1) and not ${maySee("m", "v.conversation_id")}
     group by m.member_id, m.name, v.came_by order by m.name, v.came_by limit 20`,
    [workspaceId],
  )
}

/** A closed conversation that comes back, or one whose merge is undone, is nobody's, rather than somebody's who may not see it. */
export async function unassignBlinded(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query(
    `update conversations v set assignee_id = null from members m
     where v.workspace_id = $1 and (v.closed_at is not null or v.merged_into is not null) and m.workspace_id = $1 and m.member_id = v.assignee_id
       and v.came_by in (select address from restricted_mailboxes where workspace_id = $1) and not ${maySee("m", "v.conversation_id")}`,
    [workspaceId],
  )
}
