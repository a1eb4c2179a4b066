import type { Basis } from "../../ledger/decline.ts"
import type { CaseFigure } from "../../ledger/report-figure.ts"
import { ASKED_IN_PERIOD } from "./answers-report.ts"
import { REACHED, SEEN_ORDERS } from "./after-sale-report.ts"
import type { Queries } from "./database.ts"
import { MONTH_AGO, WROTE_AGAIN } from "./declines.ts"
import { hasLeft, hasLeftFromHere } from "./has-left.ts"
import { customerOf } from "./one-customer.ts"
import { WORST } from "./returning-report.ts"
import { HOLDING_FACTS, ON_STALE } from "./reviewed-report.ts"
import { SHOWN_NAME } from "./shown-name.ts"
import type { ReportAsked } from "./trust-report.ts"

/** One of the cases that a figure counts, and where it can be read. Words are null once its customer is erased. */
export type ReportCase = {
  readonly id: string
  readonly words: string | null
  /** The words are somebody's own, and stand in quotation marks. */
  readonly isSaid: boolean
  readonly note: string | null
  readonly customer: { readonly id: string; readonly name: string | null } | null
  readonly at: string | null
  readonly opens: { readonly kind: "conversation" | "order" | "fact" | "customer"; readonly id: string }
}

/** The cases behind a figure of the report, the newest first, and how many there are: the same conditions that it is counted by. */
export async function listReportCases(
  queries: Queries,
  workspaceId: string,
  figure: CaseFigure,
  { from, until, deed, channel }: ReportAsked,
  { now, most }: { readonly now: string; readonly most: number },
): Promise<{ readonly count: number; readonly items: readonly ReportCase[] }> {
  const { beside = "", behind } = FIGURES[figure]
  const rows = await queries.query<ReportCase & { readonly total: number }>(
    `with ${beside === "" ? "" : `${beside}, `} asked as (
       select $2::timestamptz, $3::timestamptz, $4::timestamptz, $5::text, $6::text
     ), behind as (${behind}), shown as (
       select b.*, (count(*) over ())::int as total from behind b order by b.at desc nulls last, b.id limit $7
     )
     select s.id, s.words, s.said as "isSaid", s.note, s.at, s.total,
       case when c.customer_id is not null then jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}) end as "customer",
       jsonb_build_object('kind', s.opens, 'id', s.opens_id) as "opens"
     from (select $1::uuid as workspace_id, * from shown) s ${customerOf("s", "left join")}
     order by s.at desc nulls last, s.id`,
    [workspaceId, from, until, now, deed ?? null, channel ?? null, most],
  )
  return { count: rows[0]?.total ?? 0, items: rows.map(({ total: _total, ...item }) => item) }
}

/** `behind`: rows of id, words, said, note, customer_id, at, opens and opens_id; `beside`: what they are read from. */
type Source = { readonly beside?: string; readonly behind: string }

const WORDS_MAX = 200 // characters of a message in a list of messages
const OF_MESSAGE = `join messages m on m.workspace_id = r.workspace_id and m.message_id = r.message_id`

const FIGURES: Readonly<Record<CaseFigure, Source>> = {
  "claims:supported": claims("r.verdict = 'supported'"),
  "claims:contradicted": claims("r.verdict = 'contradicted'"),
  "claims:unsupported": claims("r.verdict = 'unsupported'"),
  "claims:needs-evidence": claims("r.verdict = 'needs-evidence'"),
  "claims:stale": claims(ON_STALE),
  "facts:stale": facts("h.stale"),
  "facts:in-force": facts("true"),
  reviewed: {
    behind: `
      select r.message_id::text as id, left(t.text, ${WORDS_MAX}) as words, true as said, null::text as note, v.customer_id,
        r.created_at as at, 'conversation' as opens, m.conversation_id as opens_id
      from reviews r ${OF_MESSAGE}
      join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
      left join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
      where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3 and ${hasLeftFromHere("r")}`,
  },
  overridden: {
    behind: `
      select r.message_id::text as id, r.review -> 'override' ->> 'reason' as words, true as said, null::text as note,
        v.customer_id, r.created_at as at, 'conversation' as opens, m.conversation_id as opens_id
      from reviews r ${OF_MESSAGE}
      join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
      where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3 and r.review ? 'override' and ${hasLeft("r")}`,
  },
  ...byBasis(),
  "declines:all": declines("true"),
  "declines:with-alternative": declines("d.has_alternative"),
  "declines:without-alternative": declines("not d.has_alternative"),
  "declines:wrote-again": declines(`${MONTH_AGO} and ${WROTE_AGAIN}`),
  "declines:month-ago": declines(MONTH_AGO),
  "corrections:all": corrections("true"),
  "corrections:corrected": corrections(`${REACHED} and p.choice = 'correct'`),
  "corrections:honoured": corrections(`${REACHED} and p.choice = 'honour'`),
  "corrections:left": corrections("p.choice = 'leave'"),
  "corrections:not-yet": corrections(`p.choice <> 'leave' and not ${REACHED}`),
  "orders:all": orders("true"),
  "orders:undone": orders("s.undone"),
  "orders:recommended-undone": orders("s.recommended and s.undone"),
  "orders:misled-undone": orders("s.misled and s.undone"),
  "orders:let-down-undone": orders("s.let_down and s.undone"),
  "orders:recommended": orders("s.recommended"),
  "orders:misled": orders("s.misled"),
  "orders:let-down": orders("s.let_down"),
  "outcomes:asked": outcomes("true"),
  "outcomes:yes": outcomes("k.answer = 'yes'"),
  "outcomes:partly": outcomes("k.answer = 'partly'"),
  "outcomes:no": outcomes("k.answer = 'no'"),
  "outcomes:answered": outcomes("k.answer is not null"),
  "answers:asked": answers("true"),
  "answers:yes": answers("k.answer = 'yes'"),
  "answers:partly": answers("k.answer = 'partly'"),
  "answers:no": answers("k.answer = 'no'"),
  "answers:answered": answers("k.answer is not null"),
  "returning:in-time": treated("t.back and t.place = 0"),
  "returning:late": treated("t.back and t.place = 1"),
  "returning:broken": treated("t.back and t.place = 2"),
  "treated:in-time": treated("t.place = 0"),
  "treated:late": treated("t.place = 1"),
  "treated:broken": treated("t.place = 2"),
}

type BasisFigure = `declines:${Basis}`

function byBasis(): Readonly<Record<BasisFigure, Source>> {
  const of = (basis: Basis) => declines(`d.basis = '${basis}'`)
  return {
    "declines:capability": of("capability"),
    "declines:capacity": of("capacity"),
    "declines:law": of("law"),
    "declines:safety": of("safety"),
    "declines:policy": of("policy"),
    "declines:unfair": of("unfair"),
    "declines:wrong": of("wrong"),
  }
}

function claims(condition: string): Source {
  return {
    behind: `
    select r.message_id || ' ' || r.position as id, r.words, true as said, v.statement as note, r.customer_id, r.said_at as at,
      'conversation' as opens, m.conversation_id as opens_id
    from assertions r ${OF_MESSAGE}
    left join fact_versions v on v.workspace_id = r.workspace_id and v.fact_id = r.fact_id and v.version = r.version
    where r.workspace_id = $1 and r.said_at >= $2 and r.said_at < $3 and ${hasLeft("r")} and ${condition}`,
  }
}

function facts(condition: string): Source {
  return {
    beside: HOLDING_FACTS,
    behind: `
    select h.fact_id::text as id, h.statement as words, false as said, null::text as note, null::uuid as customer_id, h.at,
      'fact' as opens, h.fact_id as opens_id from holding h where ${condition}`,
  }
}

function declines(condition: string): Source {
  return {
    behind: `
    select d.decline_id::text as id, coalesce(d.asked, d.refused) as words, d.asked is not null as said,
      coalesce(d.reason, '') || coalesce(' · ' || d.alternative, '') as note, d.customer_id, d.at, 'conversation' as opens,
      d.conversation_id as opens_id
    from declines d
    where d.workspace_id = $1 and d.at >= $2 and d.at < $3 and ${hasLeft("d")} and ${condition}`,
  }
}

function corrections(condition: string): Source {
  return {
    behind: `
    select p.run_id || ' ' || p.customer_id as id, a.words, true as said, p.note, p.customer_id, r.started_at as at,
      'conversation' as opens, t.conversation_id as opens_id
    from correction_runs r
    join correction_people p on p.workspace_id = r.workspace_id and p.run_id = r.run_id
    join messages t on t.workspace_id = p.workspace_id and t.message_id = p.message_id
    left join assertions a on a.workspace_id = p.workspace_id and a.message_id = p.message_id and a.position = p.position
    left join messages m on m.workspace_id = p.workspace_id and m.message_id = p.sent_message_id
    where r.workspace_id = $1 and r.started_at >= $2 and r.started_at < $3 and ${condition}`,
  }
}

function orders(condition: string): Source {
  return {
    beside: SEEN_ORDERS,
    behind: `
    select o.order_id::text as id, o.product as words, false as said, o.number as note, o.customer_id, o.ordered_on::timestamptz as at,
      'order' as opens, o.order_id as opens_id
    from seen s join orders o on o.workspace_id = $1 and o.order_id = s.order_id where ${condition}`,
  }
}

function outcomes(condition: string): Source {
  return {
    behind: `
    select k.check_id::text as id, coalesce(k.words, o.product) as words, k.words is not null as said, o.product as note,
      k.customer_id, k.asked_at as at, 'order' as opens, k.order_id as opens_id
    from outcome_checks k join orders o on o.workspace_id = k.workspace_id and o.order_id = k.order_id
    where k.workspace_id = $1 and k.asked_at >= $2 and k.asked_at < $3 and k.problem is null and ${condition}`,
  }
}

function answers(condition: string): Source {
  return {
    behind: `
    select k.check_id::text as id, coalesce(k.words, t.subject) as words, k.words is not null as said,
      case when k.words is not null then t.subject end as note, k.customer_id, k.asked_at as at, 'conversation' as opens,
      k.conversation_id as opens_id
    from answer_checks k left join conversations t on t.workspace_id = k.workspace_id and t.conversation_id = k.conversation_id
    where ${ASKED_IN_PERIOD} and ${condition}`,
  }
}

function treated(condition: string): Source {
  return {
    beside: WORST,
    behind: `
    select t.customer_id::text as id, null::text as words, false as said, null::text as note, t.customer_id, t.at,
      'customer' as opens, t.customer_id as opens_id from treated t where ${condition}`,
  }
}
