import type { Queries } from "./database.ts"
import { hiddenFrom, maySee } from "./mailbox-access.ts"
import type { WorkspaceSummary } from "./workspaces.ts"

export type MemberRole = "admin" | "lead" | "member"

export type MemberView = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  readonly standInId: string | null
  readonly zone: string | null
  /** Open and marked broken, not settled. */
  readonly owes: number
  readonly removedAt: string | null
}

const VIEW = `
  select m.member_id as "id", m.name, m.email, m.role, m.stand_in_id as "standInId", m.zone, m.removed_at as "removedAt",
    (select count(*) from promise_rows p
      where p.workspace_id = m.workspace_id and p.owner_id = m.member_id and p.state in ('open', 'broken')) as "owes"
  from members m`

/** The team, those who left last. */
export function listMembers(queries: Queries, workspaceId: string): Promise<readonly MemberView[]> {
  return queries.query<MemberView>(
    `${VIEW} where m.workspace_id = $1 order by m.removed_at is not null, lower(m.name), m.member_id`,
    [workspaceId],
  )
}

export async function readMember(queries: Queries, workspaceId: string, memberId: string): Promise<MemberView | null> {
  const [row] = await queries.query<MemberView>(`${VIEW} where m.workspace_id = $1 and m.member_id = $2`, [
    workspaceId,
    memberId,
  ])
  return row ?? null
}

/** The admins who are here. Others who ask for them this way wait until the end of the transaction. */
export async function lockAdmins(queries: Queries, workspaceId: string): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select member_id as "id" from members where workspace_id = $1 and role = 'admin' and removed_at is null
     order by created_at, member_id for update`,
    [workspaceId],
  )
  return rows.map(({ id }) => id)
}

/** Held until the transaction ends: what is made theirs meanwhile is made before this, or not at all. */
export async function lockMember(queries: Queries, workspaceId: string, memberId: string): Promise<void> {
  await queries.query("select 1 from members where workspace_id = $1 and member_id = $2 for update", [
    workspaceId,
    memberId,
  ])
}

/**
 * The member if they are here and may see the conversation, else their stand-in if that holds for that one, else the admin
 * who has been here longest; null: that admin.
 */
export async function findPresentOwner(
  queries: Queries,
  workspaceId: string,
  memberId: string | null,
  conversationId: string | null,
): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select p.member_id as "id" from members p
     left join members m on m.workspace_id = p.workspace_id and m.member_id = $2::uuid
     where p.workspace_id = $1 and p.removed_at is null
       and (p.member_id = $2::uuid or p.member_id = m.stand_in_id or p.role = 'admin')
       and ${maySee("p", "$3::uuid")}
     order by p.member_id is not distinct from $2::uuid desc, p.member_id is not distinct from m.stand_in_id desc, p.created_at, p.member_id
     limit 1 for share of p`,
    [workspaceId, memberId, conversationId],
  )
  return row?.id ?? null
}

export type NewMember = {
  readonly workspaceId: string
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  readonly at: string
}

export async function insertMember(queries: Queries, member: NewMember): Promise<void> {
  await queries.query(
    `insert into members (workspace_id, member_id, user_id, name, email, role, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [member.workspaceId, member.id, member.userId, member.name, member.email, member.role, member.at],
  )
}

export async function updateMember(
  queries: Queries,
  workspaceId: string,
  { id, name, role, standInId, zone }: Pick<MemberView, "id" | "name" | "role" | "standInId" | "zone">,
): Promise<void> {
  await queries.query(
    "update members set name = $3, role = $4, stand_in_id = $5, zone = $6 where workspace_id = $1 and member_id = $2",
    [workspaceId, id, name, role, standInId, zone],
  )
}

/** Marks the member removed; nobody keeps them as stand-in, and no conversation stays assigned to them. */
export async function markMemberRemoved(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  at: string,
): Promise<void> {
  const who = [workspaceId, memberId]
  await queries.query("update members set removed_at = $3 where workspace_id = $1 and member_id = $2", [...who, at])
  await queries.query("update members set stand_in_id = null where workspace_id = $1 and stand_in_id = $2", who)
  await queries.query("update conversations set assignee_id = null where workspace_id = $1 and assignee_id = $2", who)
}

export async function isMemberByEmail(queries: Queries, workspaceId: string, email: string): Promise<boolean> {
  const rows = await queries.query(
    "select 1 from members where workspace_id = $1 and lower(email) = $2 and removed_at is null",
    [workspaceId, email],
  )
  return rows.length > 0
}

/** A workspace that a user is in, and as whom. */
export type Membership = {
  readonly workspace: WorkspaceSummary
  readonly memberId: string
  readonly role: MemberRole
  readonly asksSecondFactor: boolean
  /** The addresses whose mail they may not see. */
  readonly hidden: readonly string[]
}

/** Real workspaces first, then in the order in which the user joined. */
export function listMemberships(queries: Queries, userId: string): Promise<readonly Membership[]> {
  return queries.query<Membership>(
    `select jsonb_build_object('id', w.workspace_id, 'slug', w.slug, 'name', w.name, 'kind', w.kind) as "workspace",
       m.member_id as "memberId", m.role,
       w.settings->'access'->>'secondFactor' = 'required' as "asksSecondFactor",
       ${hiddenFrom({ workspace: "m.workspace_id", id: "m.member_id", role: "m.role" })} as "hidden"
     from members m join workspaces w on w.workspace_id = m.workspace_id
     where m.user_id = $1 and m.removed_at is null
     order by w.kind <> 'real', m.created_at, w.workspace_id`,
    [userId],
  )
}

export type Preferences = Readonly<Record<string, unknown>>

export async function readPreferences(queries: Queries, workspaceId: string, memberId: string): Promise<Preferences> {
  const [row] = await queries.query<{ preferences: Preferences }>(
    "select preferences from members where workspace_id = $1 and member_id = $2",
    [workspaceId, memberId],
  )
  return row?.preferences ?? {}
}

export async function mergePreferences(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  preferences: Preferences,
): Promise<void> {
  await queries.query(
    "update members set preferences = preferences || $3::jsonb where workspace_id = $1 and member_id = $2",
    [workspaceId, memberId, JSON.stringify(preferences)],
  )
}

export async function updateMemberZone(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  zone: string | null,
): Promise<void> {
  await queries.query("update members set zone = $3 where workspace_id = $1 and member_id = $2", [
    workspaceId,
    memberId,
    zone,
  ])
}

/** What a member is to do: proposed to them, open or marked broken. */
export async function listOwnedPromises(
  queries: Queries,
  workspaceId: string,
  memberId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select promise_id as "id" from promise_rows
     where workspace_id = $1 and owner_id = $2 and state in ('proposed', 'open', 'broken') order by promise_id`,
    [workspaceId, memberId],
  )
  return rows.map(({ id }) => id)
}

export async function giveTasks(queries: Queries, workspaceId: string, from: string, to: string): Promise<void> {
  await queries.query("update tasks set owner_id = $3 where workspace_id = $1 and owner_id = $2 and done_at is null", [
    workspaceId,
    from,
    to,
  ])
}
