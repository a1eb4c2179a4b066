import type { Database } from "../src/server/database/database.ts"
import { type Asked, share } from "./share-by-sql.ts"

/** What is told beside the promises: by SQL of its own. */
export async function saidBySql(database: Database, { workspaceId, from, until, now }: Asked): Promise<object> {
  const period = [workspaceId, from, until]
  const told: object[] = []
  for (const sql of [CUSTOMERS, REVIEWED, CORRECTIONS, AFTER_SALE, ANSWERS]) {
    told.push((await database.query<{ told: object }>(sql, period))[0]?.told ?? {})
  }
  for (const sql of [DECLINES, RETURNING]) {
    told.push((await database.query<{ told: object }>(sql, [...period, now]))[0]?.told ?? {})
  }
  told.push((await database.query<{ told: object }>(FACTS, [workspaceId, now]))[0]?.told ?? {})
  return Object.assign({}, ...told) as object
}

const of = (kind: string) =>
  `(select count(*) from (select promise_id from entries where workspace_id = $1 and at >= $2 and at < $3 and ${kind} group by 1) p)`

const CUSTOMERS = `
  select jsonb_build_object('customersSaid', jsonb_build_object('confirmed', ${of("kind = 'confirmed-by-customer'")},
    'disputed', ${of("kind = 'reopened' and body @> '{\"why\": \"disputed\"}'")}, 'chased', ${of("kind = 'chased'")})) as told`

// Customers who were merged are one: who each of them is now.
const ONES =
  "ones as (select customer_id, case when merged_into is null then customer_id else merged_into end as one from customers where workspace_id = $1)"

const GONE = "(select message_id from messages where workspace_id = $1 and delivery in ('cancelled', 'failed'))"

const REVIEWED = `
  with said as (select * from assertions where workspace_id = $1 and said_at >= $2 and said_at < $3 and message_id not in ${GONE}),
    seen as (select r.*, m.outside from reviews r join messages m using (workspace_id, message_id)
      where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3 and r.message_id not in ${GONE}),
    looked as (select s.message_id, s.position, s.said_at, f.confirm_days, max(c.at) as at from said s
      join facts f on f.workspace_id = $1 and f.fact_id = s.fact_id
      join fact_confirmations c on c.workspace_id = $1 and c.fact_id = s.fact_id and c.at <= s.said_at
      where f.confirm_days is not null group by 1, 2, 3, 4)
  select jsonb_build_object('reviewed', jsonb_build_object(
    'messages', (select count(*) from seen where not outside),
    'overridden', (select count(*) from seen where review -> 'override' is not null),
    'claims', jsonb_build_object('supported', (select count(*) from said where verdict = 'supported'),
      'contradicted', (select count(*) from said where verdict = 'contradicted'),
      'unsupported', (select count(*) from said where verdict = 'unsupported'),
      'needsEvidence', (select count(*) from said where verdict = 'needs-evidence'),
      'onStale', (select count(*) from looked where said_at::date - at::date >= confirm_days)))) as told`

const FACTS = `
  with held as (select f.*, (array_agg(v.valid_until order by v.version desc))[1] as valid_until
    from facts f join fact_versions v using (workspace_id, fact_id)
    where workspace_id = $1 and retired_at is null and v.approved_at is not null and coalesce(v.valid_from, '-infinity') <= $2::date
    group by f.workspace_id, f.fact_id)
  select jsonb_build_object('facts', jsonb_build_object('inForce', count(*),
    'stale', coalesce(sum(case when confirm_days is not null and $2::date - last_confirmed_at::date >= confirm_days then 1 else 0 end), 0))) as told
  from held where coalesce(valid_until, 'infinity') >= $2::date`

const DECLINES = `
  with ${ONES}, said as (select * from declines natural join ones where workspace_id = $1 and at >= $2 and at < $3 and message_id not in ${GONE}),
    counts as (select basis, count(*) as n, sum(has_alternative::int) as other from said group by basis),
    old as (select d.decline_id, bool_or(m.message_id is not null) as again from said d
      left join (messages m join ones w on w.customer_id = m.by_id and m.by_kind = 'customer') on m.workspace_id = $1 and w.one = d.one and m.at - d.at > interval '0' and m.at - d.at <= interval '30 days'
      where $4::timestamptz - d.at >= interval '30 days' group by 1)
  select jsonb_build_object('declines', jsonb_build_object(
    'byBasis', (select jsonb_agg(jsonb_build_object('basis', basis, 'n', n, 'withAlternative', other) order by n desc, basis collate "C") from counts),
    'wroteAgain', ${share("(select count(*) from old where again)", "(select count(*) from old)")})) as told`

const reached = "sent_message_id in (select message_id from messages where workspace_id = $1 and delivery = 'accepted')"

const CORRECTIONS = `
  with runs as (select * from correction_runs where workspace_id = $1 and started_at >= $2 and started_at < $3),
    people as (select p.*, coalesce(${reached}, false) as reached from correction_people p where workspace_id = $1 and run_id in (select run_id from runs))
  select jsonb_build_object('corrections', jsonb_build_object('runs', (select count(*) from runs), 'people', (select count(*) from people),
    'corrected', (select count(*) from people where choice = 'correct' and reached), 'honoured', (select count(*) from people where choice = 'honour' and reached),
    'left', (select count(*) from people where choice = 'leave'), 'notYet', (select count(*) from people where choice in ('correct', 'honour') and not reached))) as told`

const sold = (condition: string) => `(select count(*) from sold where ${condition})`
const after = (condition: string) => share(sold(`${condition} and undone`), sold(condition))
const answered = (answer: string) => `(select count(*) from asked where ${answer})`

/** The day on which something first happened to each of those whom rows are of. */
const firstDay = (name: string, day: string, rows: string) =>
  `${name} as (select one, min(${day}) as day from ${rows} natural join ones where workspace_id = $1 group by one)`

const AFTER_SALE = `
  with ${ONES},
    ${firstDay("advised", "at::date", `(select * from recommendations where message_id not in ${GONE}) r`)},
    ${firstDay("misled", "said_at::date", `(select * from assertions where verdict = 'contradicted' and message_id not in ${GONE}) a`)},
    ${firstDay("failed", "case when broken_at > said_at then broken_at else said_at end::date", "(select * from promise_rows where broken_at is not null) p")},
  sold as (
    select o.order_id, o.order_id in (select order_id from sale_requests where workspace_id = $1 and dropped_at is null) as undone,
      advised.day <= o.ordered_on as recommended, misled.day <= o.ordered_on as misled, failed.day <= o.ordered_on as let_down
    from orders o natural join ones left join advised using (one) left join misled using (one) left join failed using (one)
    where o.workspace_id = $1 and o.ordered_on >= $2::timestamptz::date and o.ordered_on < $3::timestamptz::date
  ), asked as (select * from outcome_checks where workspace_id = $1 and problem is null and asked_at >= $2 and asked_at < $3)
  select jsonb_build_object('afterSale', jsonb_build_object('orders', ${sold("true")}, 'undone', ${sold("undone")}, 'undoneShare', ${after("true")},
    'recommended', ${sold("recommended")}, 'recommendedUndone', ${sold("recommended and undone")}, 'recommendedShare', ${after("recommended")},
    'misled', ${sold("misled")}, 'misledUndone', ${sold("misled and undone")}, 'misledShare', ${after("misled")},
    'letDown', ${sold("let_down")}, 'letDownUndone', ${sold("let_down and undone")}, 'letDownShare', ${after("let_down")},
    'asked', ${answered("true")}, 'yes', ${answered("answer = 'yes'")}, 'partly', ${answered("answer = 'partly'")}, 'no', ${answered("answer = 'no'")},
    'helpedShare', ${share(answered("answer = 'yes'"), answered("answer is not null"))})) as told`

const helped = (answer: string) => `(select count(*) from asked where coalesce(answer, 'none') ${answer})`

const ANSWERS = `
  with asked as (select * from answer_checks where workspace_id = $1 and asked_at between $2 and $3 and asked_at <> $3 and problem is null)
  select jsonb_build_object('answers', jsonb_build_object('asked', ${helped("<> ''")}, 'yes', ${helped("= 'yes'")}, 'partly', ${helped("= 'partly'")},
    'no', ${helped("= 'no'")}, 'helpedShare', ${share(helped("= 'yes'"), helped("<> 'none'"))})) as told`

const RETURNING = `
  with ${ONES}, closed as (
    select one as customer_id, case when state = 'broken' then broken_at else settled_at end as ended,
      case when state = 'broken' then 2 when settled_at > due_until then 1 else 0 end as place
    from promise_rows natural join ones where workspace_id = $1 and state in ('kept', 'broken')
  ), worst as (
    select customer_id, place, max(ended) as ended from (
      select *, max(place) over (partition by customer_id) as worst from closed
      where ended >= $2 and ended < $3 and $4::timestamptz - ended >= interval '90 days') c
    where place = worst group by 1, 2
  ), back as (
    select w.customer_id, w.place, bool_or(v.created_at > w.ended and v.created_at - w.ended <= interval '90 days') as came
    from worst w left join (conversations natural join ones) v on v.workspace_id = $1 and v.one = w.customer_id group by 1, 2
  ), counts as (select place, count(*) as n, count(*) filter (where came) as came from back group by place)
  select jsonb_build_object('returning', (select jsonb_agg(jsonb_build_object('treated', (array['in-time', 'late', 'broken'])[place + 1],
    'share', ${share("came", "n")}) order by place) from counts)) as told`
