import type { Queries } from "./database.ts"
import { ANY_PLAN } from "./kept-statements.ts"

/** When each kind of step is due next, RFC 3339; null where nothing waits. */
export type Moments = {
  readonly look: string | null
  readonly show: string | null
  readonly mail: string | null
  readonly outbox: string | null
  readonly copy: string | null
  readonly webhook: string | null
  readonly snooze: string | null
  readonly away: string | null
  readonly removal: string | null
  readonly fact: string | null
  readonly check: string | null
  readonly answerCheck: string | null
  readonly document: string | null
  readonly retention: string | null
}

/** One question for all kinds, answered from the first entry of an index each. */
export async function readMoments(queries: Queries, now: string): Promise<Moments> {
  const [row] = await queries.query<Moments>(
    `${ANY_PLAN} select
       (select min(next_at) from promise_rows where next_at is not null) as "look",
       (select min(show_at) from notices where show_at is not null) as "show",
       (select min(mail_at) from notices where mail_at is not null) as "mail",
       (select min(next_at) from outbox where next_at is not null and kind not in ('append', 'webhook')) as "outbox",
       (select min(next_at) from outbox where next_at is not null and kind = 'append') as "copy",
       (select min(next_at) from outbox where next_at is not null and kind = 'webhook') as "webhook",
       least((select min(snoozed_until) from conversations where snoozed_until is not null),
         (select min(at) from reminders)) as "snooze",
       (select min(hand_at) from away_times where cancelled_at is null and until_at > $1) as "away",
       (select $1::timestamptz from file_removals limit 1) as "removal",
       (select min(next_at) from facts where next_at is not null) as "fact",
       (select min(check_at) from orders where check_at is not null) as "check",
       (select min(ask_at) from answer_checks where ask_at is not null) as "answerCheck",
       (select min(next_read_at) from audit_documents where next_read_at is not null) as "document",
       (select min(next_at) from retention_rules) as "retention"`,
    [now],
  )
  if (row === undefined) throw new Error("a select without from gave no row")
  return row
}
