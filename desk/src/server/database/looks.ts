import type { Followed, Given, NoticeStep } from "../../ledger/next-step.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { Queries } from "./database.ts"
import type { PromiseKey } from "./entries.ts"
import type { OwnPattern } from "./team.ts"

/** A promise that is looked at, and everything that the usual look needs, so that it costs one question. */
export type Looked = PromiseKey &
  Followed & {
    readonly ownerId: string
    readonly settings: WorkspaceSettings
    readonly given: readonly Given[]
    /** The owner answered the last notice they got about it with "I'm on it". */
    readonly isOwnerOnIt: boolean
    /** Null when the owner is no longer here. */
    readonly owner: OwnPattern | null
  }

/**
 * The promises that have waited longest for a look, held until the transaction ends. One that somebody is changing just
 * now is passed over: what they write says when to look again.
 */
export function claimLooks(queries: Queries, now: string, limit: number): Promise<readonly Looked[]> {
  return queries.query<Looked>(
    `with due as (
       select ${COLUMNS} from promise_rows p join promises x on x.workspace_id = p.workspace_id and x.promise_id = p.promise_id
       where p.next_at <= $1 order by p.next_at limit $2 for update of p, x skip locked)
     ${LOOK} order by d.next_at`,
    [now, limit],
  )
}

/** One promise, as `claimLooks` gives it; null when there is none. */
export async function readLook(queries: Queries, key: PromiseKey, now: string): Promise<Looked | null> {
  const [row] = await queries.query<Looked>(
    `with due as (
       select ${COLUMNS} from promise_rows p where p.workspace_id = $2 and p.promise_id = $3 for update)
     ${LOOK}`,
    [now, key.workspaceId, key.promiseId],
  )
  return row ?? null
}

const COLUMNS = `p.workspace_id, p.promise_id, p.state, p.owner_id, p.runs_from, p.due_until, p.condition_met, p.broken_at, p.next_at`

const LOOK = `
  select d.workspace_id as "workspaceId", d.promise_id as "promiseId", d.state, d.owner_id as "ownerId",
    d.runs_from as "runsFrom", d.due_until as "dueUntil", not d.condition_met as "conditional",
    d.condition_met as "conditionMet", d.broken_at as "brokenAt", w.settings,
    coalesce((select jsonb_agg(jsonb_build_object('step', g.step, 'round', g.round)) from (
      select n.step, max(n.round) as round from notices n
      where n.workspace_id = d.workspace_id and n.promise_id = d.promise_id group by n.step) g), '[]') as "given",
    coalesce((select n.on_it_at is not null from notices n
      where n.workspace_id = d.workspace_id and n.promise_id = d.promise_id and n.member_id = d.owner_id
      order by n.created_at desc, n.notice_id desc limit 1), false) as "isOwnerOnIt",
    (select jsonb_build_object('zone', m.zone, 'hours', m.preferences->'hours', 'away', coalesce((
       select jsonb_agg(jsonb_build_object('from', a.from_at, 'until', a.until_at)) from away_times a
       where a.workspace_id = m.workspace_id and a.member_id = m.member_id and a.cancelled_at is null and a.until_at > $1), '[]'))
     from members m where m.workspace_id = d.workspace_id and m.member_id = d.owner_id and m.removed_at is null) as "owner"
  from due d join workspaces w on w.workspace_id = d.workspace_id`

export type NoticeRow = PromiseKey & {
  readonly noticeId: string
  readonly step: NoticeStep
  readonly round: number
  readonly memberId: string
  readonly isOwnerAgain: boolean
  readonly createdAt: string
  /** When it is to be shown, unless it is shown with this row. Both null: the step is passed over, and the row only says so. */
  readonly showAt: string | null
  readonly shownAt: string | null
  readonly mailAt: string | null
}

export type NextLook = PromiseKey & { readonly nextAt: string | null }

/**
 * Writes the notices, tells open screens of those that are shown at once, and says when to look again; one statement for
 * all of it. A notice is left out when this member was told of this step in this round before.
 */
export async function writeLooks(
  queries: Queries,
  { notices, looks }: { readonly notices: readonly NoticeRow[]; readonly looks: readonly NextLook[] },
): Promise<void> {
  await queries.query(
    `with told as (
       insert into notices (workspace_id, notice_id, promise_id, step, round, member_id, is_owner_again, created_at, show_at, shown_at, mail_at)
       select n."workspaceId", n."noticeId", n."promiseId", n.step, n.round, n."memberId", n."isOwnerAgain", n."createdAt",
         n."showAt", n."shownAt", n."mailAt"
       from jsonb_to_recordset($1::jsonb) as n ("workspaceId" uuid, "noticeId" uuid, "promiseId" uuid, step text, round int,
         "memberId" uuid, "isOwnerAgain" boolean, "createdAt" timestamptz, "showAt" timestamptz, "shownAt" timestamptz, "mailAt" timestamptz)
       on conflict (workspace_id, promise_id, step, round, member_id) do nothing
       returning workspace_id, member_id, shown_at),
     changed as (
       insert into changes (workspace_id, kind, id, at)
       select workspace_id, 'notice', member_id, max(shown_at) from told where shown_at is not null
       group by workspace_id, member_id returning 1)
     update promise_rows p set next_at = l."nextAt"
     from jsonb_to_recordset($2::jsonb) as l ("workspaceId" uuid, "promiseId" uuid, "nextAt" timestamptz)
     where p.workspace_id = l."workspaceId" and p.promise_id = l."promiseId"`,
    [JSON.stringify(notices), JSON.stringify(looks)],
  )
}
