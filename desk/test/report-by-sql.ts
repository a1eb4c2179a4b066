import type { Database } from "../src/server/database/database.ts"
import type { TrustReport } from "../src/server/verbs/trust-report.ts"
import { saidBySql } from "./report-by-sql-said.ts"
import { type Asked, share } from "./share-by-sql.ts"

/**
 * The whole trust report by SQL of its own, which shares no line with the report's: for a workspace in UTC that works at all
 * hours, so that plain subtraction is working time. Minutes are rounded to whole ones on both sides (`rounded`).
 */
export async function reportBySql(database: Database, asked: Asked): Promise<unknown> {
  const values = [asked.workspaceId, asked.from, asked.until]
  const [promises] = await database.query<{ told: object }>(PROMISES, values)
  const [until] = await database.query<{ told: object }>(UNTIL_DONE, [...values, asked.now])
  return { ...promises?.told, untilDone: until?.told, ...(await saidBySql(database, asked)) }
}

/** The report as the SQL tells it: without the reasons of overrides, its minutes rounded. */
export function rounded({ overrides: _reasons, ...report }: TrustReport): unknown {
  const { lateness, promisedAndDone, untilDone } = report
  const whole = (minutes: number | null) => (minutes === null ? null : Math.round(minutes))
  return {
    ...report,
    lateness: { ...lateness, medianLate: whole(lateness.medianLate) },
    promisedAndDone: {
      n: promisedAndDone.n,
      promised: whole(promisedAndDone.promised),
      done: whole(promisedAndDone.done),
    },
    untilDone: { ...untilDone, median: whole(untilDone.median) },
  }
}

const count = (condition: string) => `(select count(*) from closed where ${condition})`
const kept = "state = 'kept'"
const whole = (condition: string) => share(count(condition), count("is_whole"))
const OUTCOME_SQL = {
  "in-time": `${kept} and ended <= due_until`,
  late: `${kept} and ended > due_until`,
  "new-date": "state = 'renegotiated' and ended <= due_until",
  "new-date-late": "state = 'renegotiated' and ended > due_until",
  broken: "state = 'broken'",
  released: "state = 'released'",
} as const
const PARTED = { void: "state = 'void'", dismissed: "state = 'dismissed'" } as const

function told(fields: Readonly<Record<string, string>>): string {
  return `jsonb_build_object(${Object.entries(fields)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(", ")})`
}

function each(conditions: Readonly<Record<string, string>>, of: (condition: string) => string): string {
  return told(Object.fromEntries(Object.entries(conditions).map(([name, condition]) => [name, of(condition)])))
}

const EVIDENCE = ["message", "call", "visit", "file", "customer", "word"]
const BARS = [
  "m <= -480",
  "m > -480 and m <= -240",
  "m > -240 and m <= 0",
  "m > 0 and m <= 60",
  "m > 60 and m <= 240",
  "m > 240 and m <= 480",
  "m > 480",
]
const middleOf = (minutes: string, condition = "true") =>
  `(select round(percentile_disc(0.5) within group (order by ${minutes})) from closed where ${kept} and ${condition})`

const PROMISES = `
  with closed as (
    select *, state not in ('void', 'dismissed') as is_whole, extract(epoch from ended - due_until) / 60 as m,
      extract(epoch from due_until - said_at) / 60 as promised, extract(epoch from ended - said_at) / 60 as done
    from (select *, case when state = 'broken' then broken_at when state in ('kept', 'renegotiated', 'released', 'void', 'dismissed') then settled_at end as ended
      from promise_rows where workspace_id = $1) p
    where ended >= $2 and ended < $3
  ), deeds as (
    select deed, count(*) as n, count(*) filter (where ${OUTCOME_SQL["in-time"]}) as good from closed where is_whole group by deed
  )
  select ${told({
    closed: count("is_whole"),
    outcomes: each({ ...OUTCOME_SQL, ...PARTED }, count),
    shares: each(OUTCOME_SQL, whole),
    inTime: whole(OUTCOME_SQL["in-time"]),
    inTimeShown: whole(`${OUTCOME_SQL["in-time"]} and evidence ->> 'kind' <> 'word'`),
    byDeed: `(select jsonb_agg(jsonb_build_object('deed', deed, 'share', ${share("good", "n")}) order by n desc, deed collate "C") from deeds)`,
    evidence: told(
      Object.fromEntries(EVIDENCE.map((kind) => [kind, count(`${kept} and evidence ->> 'kind' = '${kind}'`)])),
    ),
    lateness: told({
      n: count(kept),
      counts: `jsonb_build_array(${BARS.map((bar) => count(`${kept} and ${bar}`)).join(", ")})`,
      medianLate: middleOf("m", "m > 0"),
    }),
    promisedAndDone: told({ n: count(kept), promised: middleOf("promised"), done: middleOf("done") }),
    openNow: "(select count(*) from promise_rows where workspace_id = $1 and state in ('open', 'broken'))",
  })} as told`

/** Kaplan and Meier's product as a sum of logarithms, Greenwood's error, and the range on the log(-log) scale. */
const STEP = `
  (select jsonb_build_object('minutes', t.minutes, 'share', jsonb_build_object(
      'percent', floor(100 * (1 - s) + 1e-9), 'low', floor(100 * (1 - s ^ exp(-h))), 'high', ceil(100 * (1 - s ^ exp(h)))))
   from (select s, 1.959963984540054 * sqrt(e) / abs(ln(s)) as h from (
     select exp(sum(ln(1 - d / r))) as s, sum(d / (r * (r - d))) as e from times where d > 0 and times.t <= t.minutes) a) b)`

const UNTIL_DONE = `
  with recursive chain as (
    select promise_id as first, said_at as begun, promise_id, state, successor_id, settled_at from promise_rows p
    where workspace_id = $1 and said_at >= $2 and said_at < $3 and state not in ('void', 'dismissed', 'proposed')
      and not exists (select 1 from promise_rows b where b.workspace_id = $1 and b.promise_id = p.predecessor_id and b.state = 'renegotiated')
    union all
    select c.first, c.begun, p.promise_id, p.state, p.successor_id, p.settled_at
    from chain c join promise_rows p on p.workspace_id = $1 and p.promise_id = c.successor_id where c.state = 'renegotiated'
  ), ends as (
    select (extract(epoch from coalesce(case when e.state in ('kept', 'released') then settled_at end, $4) - begun) / 60)::float8 as t,
      e.state = 'kept' as done
    from (select c.*, lead(promise_id) over (partition by first order by begun, case when promise_id = first then 0 else 1 end) as next from chain c) e
    where next is null and e.state not in ('void', 'dismissed')
  ), times as (
    select t, d::float8, sum(n) over (order by t desc)::float8 as r
    from (select t, count(*) as n, count(*) filter (where done) as d from ends group by t) g
  ), curve as (
    select t, exp(sum(ln(1 - d / r)) over (order by t)) as s from times where d > 0
  )
  select jsonb_build_object('n', (select count(*) from ends), 'open', (select count(*) from ends where not done),
    'median', (select round(min(t)::numeric) from curve where s <= 0.5),
    'within', (select jsonb_agg(${STEP} order by minutes) from unnest(array[480, 960, 2400, 4800]) t (minutes))) as told`
