import type { Queries } from "./database.ts"
import { customerOf } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type CalendarLinkRow = { readonly id: string; readonly createdAt: string }

/** The link of a member that works; null when there is none. */
export async function readCalendarLink(
  queries: Queries,
  workspaceId: string,
  memberId: string,
): Promise<CalendarLinkRow | null> {
  const [row] = await queries.query<CalendarLinkRow>(
    `select link_id as "id", created_at as "createdAt" from calendar_links
     where workspace_id = $1 and member_id = $2 and revoked_at is null`,
    [workspaceId, memberId],
  )
  return row ?? null
}

export async function insertCalendarLink(
  queries: Queries,
  link: CalendarLinkRow & {
    readonly workspaceId: string
    readonly memberId: string
    readonly tokenDigest: string
  },
): Promise<void> {
  await queries.query(
    `insert into calendar_links (workspace_id, link_id, member_id, token_digest, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [link.workspaceId, link.id, link.memberId, link.tokenDigest, link.createdAt],
  )
}

/** False when none worked. */
export async function revokeCalendarLink(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  at: string,
): Promise<boolean> {
  const rows = await queries.query(
    `update calendar_links set revoked_at = $3 where workspace_id = $1 and member_id = $2 and revoked_at is null returning 1`,
    [workspaceId, memberId, at],
  )
  return rows.length > 0
}

/** Whose calendar a link opens. */
export type OpenCalendar = {
  readonly workspaceId: string
  readonly slug: string
  readonly workspace: string
  readonly memberId: string
  readonly name: string
}

/** Null when no link that works has this digest, or its member is no longer here. */
export async function findCalendar(queries: Queries, tokenDigest: string): Promise<OpenCalendar | null> {
  const [row] = await queries.query<OpenCalendar>(
    `select l.workspace_id as "workspaceId", w.slug, w.name as "workspace", m.member_id as "memberId", m.name
     from calendar_links l
     join workspaces w on w.workspace_id = l.workspace_id
     join members m on m.workspace_id = l.workspace_id and m.member_id = l.member_id
     where l.token_digest = $1 and l.revoked_at is null and m.removed_at is null`,
    [tokenDigest],
  )
  return row ?? null
}

export type CalendarPromise = {
  readonly id: string
  readonly words: string | null
  readonly customer: string | null
  readonly condition: string | null
  readonly from: string | null
  readonly until: string
  readonly isBroken: boolean
  readonly seq: number
  readonly changedAt: string
}

const LIST_LENGTH = 1_000 // promises of one member; nobody owes more by a date

/** What a member owes by a date, the first due first. */
export function listForCalendar(
  queries: Queries,
  workspaceId: string,
  memberId: string,
): Promise<readonly CalendarPromise[]> {
  return queries.query<CalendarPromise>(
    `select p.promise_id as "id", p.words, ${SHOWN_NAME} as "customer", p.condition, p.due_from as "from", p.due_until as "until",
       p.state = 'broken' as "isBroken", p.last_seq as "seq", e.recorded_at as "changedAt"
     from promise_rows p
     ${customerOf("p")}
     join entries e on e.workspace_id = p.workspace_id and e.promise_id = p.promise_id and e.seq = p.last_seq
     where p.workspace_id = $1 and p.owner_id = $2 and p.state in ('open', 'broken') and p.due_until is not null
     order by p.due_until, p.promise_id limit ${LIST_LENGTH}`,
    [workspaceId, memberId],
  )
}
