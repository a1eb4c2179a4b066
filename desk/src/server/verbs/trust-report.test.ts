import { beforeAll, describe, expect, it } from "vitest"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { eachStore } from "../../../test/database.ts"
import { insertSales, insertYear } from "../../../test/generated-year.ts"
import { OUTCOMES } from "../../ledger/trust-report.ts"
import { listBehindFigure, readTrustReport, trustReportAsCsv } from "./trust-report.ts"

const FROM = "2026-01-01T00:00:00Z"
const MIDDLE = { from: "2026-03-01T00:00:00Z", until: "2026-10-01T00:00:00Z" }
const NOW = "2027-01-15T00:00:00Z"
const ALWAYS = Object.fromEntries(
  ["1", "2", "3", "4", "5", "6", "7"].map((day) => [day, [{ from: "00:00", until: "24:00" }]]),
)

// SQL of its own: working hours are all hours here, so that plain subtraction is the working time.
const CLOSED = `
  select p.*, case when state = 'broken' then broken_at else settled_at end as ended
  from promise_rows p where workspace_id = $1 and state in ('kept', 'renegotiated', 'released', 'broken')
    and case when state = 'broken' then broken_at else settled_at end >= $2
    and case when state = 'broken' then broken_at else settled_at end < $3`

eachStore((store) => {
  describe("The trust report of a generated year", () => {
    let desk: ReturnType<typeof openTestDesk>
    let workspaceId: string
    const values = () => [workspaceId, MIDDLE.from, MIDDLE.until]
    const figures = async <Row>(sql: string) => {
      const [row] = await desk.database.query<Row>(sql, values())
      if (row === undefined) throw new Error("no row")
      return row
    }

    beforeAll(async () => {
      desk = openTestDesk(store.database(), NOW)
      const team = await openTestWorkspace(desk)
      workspaceId = team.workspaceId
      await desk.database.query(
        `update workspaces set settings = settings || jsonb_build_object('zone', 'UTC', 'hours', $2::jsonb) where workspace_id = $1`,
        [workspaceId, JSON.stringify(ALWAYS)],
      )
      const from = Temporal.Instant.from(FROM)
      const year = { workspaceId, ownerId: team.member.id, from, conversations: 3_000 }
      await insertYear(desk.database, year)
      await insertSales(desk.database, year)
    })

    it("counts what was undone, after what, and whether it helped, as plain SQL counts it", async () => {
      const { afterSale } = await readTrustReport(desk, workspaceId, MIDDLE)
      const sold = `select o.*, r.request_id from orders o left join sale_requests r
          on r.order_id = o.order_id and r.workspace_id = o.workspace_id and r.dropped_at is null
        where o.workspace_id = $1 and o.ordered_on between '2026-03-01' and '2026-09-30' and $2::text < $3::text`
      const misled = `exists (select 1 from assertions a where a.workspace_id = $1 and a.customer_id = s.customer_id
        and a.verdict = 'contradicted' and (a.said_at at time zone 'UTC')::date <= s.ordered_on)`
      const told = await figures<Record<string, number>>(
        `select count(*)::int as orders, count(request_id)::int as undone,
           sum(case when ${misled} then 1 else 0 end)::int as misled,
           sum(case when ${misled} and request_id is not null then 1 else 0 end)::int as "misledUndone" from (${sold}) s`,
      )
      expect(told["undone"]).toBeGreaterThan(20)
      expect(told["misledUndone"]).toBeGreaterThan(0)
      const answers = await figures<Record<string, number>>(
        `select count(*)::int as asked, sum((answer = 'yes')::int)::int as yes, sum((answer = 'partly')::int)::int as partly,
           sum((answer = 'no')::int)::int as no
         from outcome_checks where workspace_id = $1 and problem is null and asked_at >= $2 and asked_at < $3`,
      )
      expect(afterSale).toMatchObject({ ...told, ...answers, recommended: 0, recommendedUndone: 0 })
      const n = Number(answers["yes"]) + Number(answers["partly"]) + Number(answers["no"])
      expect(afterSale.helpedShare).toMatchObject({ count: answers["yes"], n })
      expect(afterSale.undoneShare).toMatchObject({ count: told["undone"], n: told["orders"] })
    })

    it("counts each outcome as plain SQL counts it, and they add up to all that were closed", async () => {
      const report = await readTrustReport(desk, workspaceId, MIDDLE)
      const told = await figures<Record<string, number>>(
        `select count(*)::int as closed,
           count(*) filter (where state = 'kept' and ended <= due_until)::int as "in-time",
           count(*) filter (where state = 'kept' and ended > due_until)::int as late,
           count(*) filter (where state = 'renegotiated' and ended <= due_until)::int as "new-date",
           count(*) filter (where state = 'renegotiated' and ended > due_until)::int as "new-date-late",
           count(*) filter (where state = 'broken')::int as broken,
           count(*) filter (where state = 'released')::int as released from (${CLOSED}) c`,
      )
      expect(told["closed"]).toBeGreaterThan(900)
      expect({ closed: report.closed, ...report.outcomes }).toMatchObject(told)
      const { void: voided, dismissed, ...whole } = report.outcomes
      expect(Object.values(whole).reduce((sum, each) => sum + each, 0)).toBe(report.closed)
      expect(voided).toBeGreaterThan(0)
      expect(dismissed).toBeGreaterThan(0)
      expect(report.inTime).toMatchObject({ count: told["in-time"], n: told["closed"] })
    })

    it("counts the open, the evidence and the deeds as plain SQL does", async () => {
      const report = await readTrustReport(desk, workspaceId, MIDDLE)
      const told = await figures<{ word: number; repair: number; repairInTime: number; open: number }>(
        `select count(*) filter (where state = 'kept' and evidence ->> 'kind' = 'word')::int as word,
           count(*) filter (where deed = 'repair')::int as repair,
           count(*) filter (where deed = 'repair' and state = 'kept' and ended <= due_until)::int as "repairInTime",
           (select count(*)::int from promise_rows where workspace_id = $1 and state in ('open', 'broken')) as open
         from (${CLOSED}) c`,
      )
      const repair = report.byDeed.find(({ deed }) => deed === "repair")?.share
      expect(report.evidence.word).toBe(told.word)
      expect([repair?.count, repair?.n, report.openNow]).toEqual([told.repairInTime, told.repair, told.open])
    })

    it("draws the lateness and the medians as plain SQL does", async () => {
      const report = await readTrustReport(desk, workspaceId, MIDDLE)
      const told = await figures<{ bars: number[]; late: number; promised: number; done: number; n: number }>(
        `select count(*)::int as n, array[
             count(*) filter (where m <= -480), count(*) filter (where m > -480 and m <= -240), count(*) filter (where m > -240 and m <= 0),
             count(*) filter (where m > 0 and m <= 60), count(*) filter (where m > 60 and m <= 240),
             count(*) filter (where m > 240 and m <= 480), count(*) filter (where m > 480)]::int[] as bars,
           percentile_disc(0.5) within group (order by m) filter (where m > 0) as late,
           percentile_disc(0.5) within group (order by promised) as promised, percentile_disc(0.5) within group (order by done) as done
         from (select round(extract(epoch from ended - due_until) / 60, 6)::float8 as m,
             round(extract(epoch from due_until - said_at) / 60, 6)::float8 as promised,
             round(extract(epoch from ended - said_at) / 60, 6)::float8 as done
           from (${CLOSED}) c where state = 'kept') k`,
      )
      expect([report.lateness.n, report.lateness.counts]).toEqual([told.n, told.bars])
      expect(report.lateness.medianLate).toBeCloseTo(told.late, 4)
      expect(report.promisedAndDone.promised).toBeCloseTo(told.promised, 4)
      expect(report.promisedAndDone.done).toBeCloseTo(told.done, 4)
    })

    it("estimates the share done in time as a product of plain SQL does, with new dates followed to their end", async () => {
      const report = await readTrustReport(desk, workspaceId, MIDDLE)
      const minutes = report.untilDone.within.at(-1)?.minutes ?? 0
      const [told] = await desk.database.query<{ n: number; open: number; done: number }>(
        `with recursive chain as (
           select promise_id as first, said_at as begun, promise_id, state, successor_id, settled_at from promise_rows p
           where workspace_id = $1 and said_at >= $2 and said_at < $3 and state not in ('void', 'dismissed', 'proposed')
             and not exists (select 1 from promise_rows b where b.workspace_id = $1 and b.promise_id = p.predecessor_id and b.state = 'renegotiated')
           union all
           select c.first, c.begun, p.promise_id, p.state, p.successor_id, p.settled_at
           from chain c join promise_rows p on p.workspace_id = $1 and p.promise_id = c.successor_id where c.state = 'renegotiated'),
         ends as (select first, extract(epoch from coalesce(case when e.state in ('kept', 'released') then settled_at end, $4) - begun) / 60 as t,
             e.state = 'kept' as done from chain e
           where not exists (select 1 from chain n where n.first = e.first and n.promise_id = e.successor_id) and e.state not in ('void', 'dismissed')),
         times as (select t, count(*) filter (where done) as d, (select count(*) from ends r where r.t >= e.t) as at_risk
           from ends e group by t)
         select (select count(*)::int from ends) as n, (select count(*)::int from ends where not done) as open,
           (1 - exp(sum(ln(1 - d::float8 / at_risk)) filter (where d > 0)))::float8 as done from times where t <= $5`,
        [...values(), NOW, minutes],
      )
      expect([report.untilDone.n, report.untilDone.open]).toEqual([told?.n, told?.open])
      expect(report.untilDone.within.at(-1)?.share?.percent).toBe(Math.floor(100 * (told?.done ?? 0)))
    })

    it("opens the list behind each outcome with as many as it counts", async () => {
      const report = await readTrustReport(desk, workspaceId, MIDDLE)
      for (const outcome of OUTCOMES) {
        const { count, items } = await listBehindFigure(desk, workspaceId, { ...MIDDLE, figure: `outcome:${outcome}` })
        expect([outcome, count]).toEqual([outcome, report.outcomes[outcome]])
        expect(items.length).toBe(Math.min(count, 200))
      }
      for (const [bar, n] of report.lateness.counts.entries()) {
        expect((await listBehindFigure(desk, workspaceId, { ...MIDDLE, figure: `lateness:${bar}` })).count).toBe(n)
      }
      await expect(listBehindFigure(desk, workspaceId, { ...MIDDLE, figure: "outcome:best" })).rejects.toThrow(
        "no figure",
      )
    })

    it("writes a line a closed promise, and no name", async () => {
      const report = await readTrustReport(desk, workspaceId, MIDDLE)
      const lines = (await trustReportAsCsv(desk, workspaceId, MIDDLE)).trimEnd().split("\n")
      expect(lines.length - 1).toBe(report.closed)
      expect(lines.join("\n")).not.toContain("Customer ")
    })

    it("tells returning customers by the worst that happened to them, as plain SQL does", async () => {
      const report = await readTrustReport(desk, workspaceId, MIDDLE)
      const told = await desk.database.query<{ place: number; n: number; back: number }>(
        `select place, count(*)::int as n, count(*) filter (where back)::int as back from (
           select customer_id, place, exists (select 1 from conversations c where c.workspace_id = $1 and c.customer_id = w.customer_id
             and c.created_at > w.ended and c.created_at <= w.ended + interval '90 days') as back
           from (select customer_id, place, max(ended) as ended from (
               select c.*, case when state = 'broken' then 2 when ended > due_until then 1 else 0 end as place,
                 max(case when state = 'broken' then 2 when ended > due_until then 1 else 0 end) over (partition by customer_id) as worst
               from (${CLOSED}) c where state in ('kept', 'broken') and ended <= $4::timestamptz - interval '90 days') x
             where place = worst group by customer_id, place) w) y
         group by place order by place`,
        [...values(), NOW],
      )
      const names = ["in-time", "late", "broken"]
      expect(report.returning.map(({ treated, share }) => [treated, share.n, share.count])).toEqual(
        told.map(({ place, n, back }) => [names[place], n, back]),
      )
    })
  })
})
