import { beforeAll, describe, expect, it } from "vitest"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { eachStore } from "../../../test/database.ts"
import { insertGeneratedYear } from "../../../test/generated-desk.ts"
import { reportBySql, rounded } from "../../../test/report-by-sql.ts"
import { figuresAndLists } from "../../../test/report-lists.ts"
import { listBehindFigure, listCasesBehind, trustReportAsCsv } from "./report-lists.ts"
import { readHeadlines, readTrustReport } from "./trust-report.ts"

const MIDDLE = { from: "2026-03-01T00:00:00Z", until: "2026-10-01T00:00:00Z" }
const NOW = "2027-01-15T00:00:00Z"

eachStore((store) => {
  describe("The trust report of a generated year", () => {
    let desk: ReturnType<typeof openTestDesk>
    let team: Awaited<ReturnType<typeof openTestWorkspace>>

    beforeAll(async () => {
      desk = openTestDesk(store.database(), NOW)
      team = await openTestWorkspace(desk)
      await insertGeneratedYear(desk.database, { ...team, ownerId: team.member.id, conversations: 3_000 })
    })

    it("says in every figure what plain SQL of its own says, and none of them is nought by chance", async () => {
      const report = await readTrustReport(desk, team.workspaceId, MIDDLE)
      const told = await reportBySql(desk.database, { workspaceId: team.workspaceId, ...MIDDLE, now: NOW })
      expect(rounded(report)).toEqual(told)
      const never = ["visit", "file", "low"] // evidence that the generated year does not have, and where a range begins
      expect(noughts(report).filter((name) => !never.some((each) => name.endsWith(each)))).toEqual([])
      const { void: _void, dismissed: _dismissed, ...whole } = report.outcomes
      expect(Object.values(whole).reduce((sum, each) => sum + each, 0)).toBe(report.closed)
    })

    it("opens behind each figure a list of as many as it counts", async () => {
      const report = await readTrustReport(desk, team.workspaceId, MIDDLE)
      for (const [figure, count, list] of figuresAndLists(report)) {
        const asked = { ...MIDDLE, figure }
        const behind =
          list === "promises"
            ? await listBehindFigure(desk, team.workspaceId, asked)
            : await listCasesBehind(desk, team.lead, { ...MIDDLE, figure: list })
        expect([figure, behind.count, behind.items.length]).toEqual([figure, count, Math.min(count, 200)])
      }
      const none = { ...MIDDLE, figure: "outcome:best" }
      await expect(listBehindFigure(desk, team.workspaceId, none)).rejects.toThrow("no figure")
    })

    it("has headlines that are the report's own figures, and the corrections that wait now", async () => {
      const { inTime, outcomes, lateness, reviewed } = await readTrustReport(desk, team.workspaceId, MIDDLE)
      const headlines = await readHeadlines(desk, team.workspaceId, MIDDLE)
      expect(headlines).toMatchObject({ inTime, late: { n: outcomes.late, median: lateness.medianLate } })
      expect(headlines).toMatchObject({ sent: reviewed.messages, overridden: reviewed.overridden })
      const waiting = await desk.database.query<{ people: number; notYet: number }>(
        `select count(*)::int as people, count(*) filter (where choice <> 'leave' and not exists (
             select from messages m where m.workspace_id = p.workspace_id and m.message_id = p.sent_message_id and m.delivery = 'accepted'))::int as "notYet"
         from correction_people p where workspace_id = $1
           and run_id in (select run_id from correction_runs where workspace_id = $1 and closed_at is null)`,
        [team.workspaceId],
      )
      expect([headlines.corrections]).toEqual(waiting)
    })

    it("shows why something was sent in spite of a hold to leads and admins alone", async () => {
      const asked = { ...MIDDLE, figure: "overridden" as const }
      await expect(listCasesBehind(desk, team.member, asked)).rejects.toMatchObject({ code: "forbidden" })
      const { items } = await listCasesBehind(desk, team.lead, asked)
      expect(items[0]).toMatchObject({ isSaid: true, words: expect.stringContaining("The list on the shelf") })
    })

    it("counts only promises of the kind and the channel that it is asked for", async () => {
      const asked = { ...MIDDLE, deed: "repair", channel: "call" }
      const report = await readTrustReport(desk, team.workspaceId, asked)
      const [row] = await desk.database.query<{ n: number }>(
        `select count(*)::int as n from promise_rows where workspace_id = $1 and deed = 'repair' and channel = 'call'
           and state in ('kept', 'renegotiated', 'released', 'broken')
           and (case when state = 'broken' then broken_at else settled_at end) between $2 and $3`,
        [team.workspaceId, MIDDLE.from, MIDDLE.until],
      )
      expect(report.closed).toBe(row?.n)
      expect(report.byDeed.map(({ deed }) => deed)).toEqual(["repair"])
      const all = await readTrustReport(desk, team.workspaceId, MIDDLE)
      const treated = (each: typeof all) => each.returning.reduce((sum, { share }) => sum + share.n, 0)
      expect(treated(report)).toBeLessThan(treated(all))
    })

    it("writes a line a closed promise, and no name", async () => {
      const report = await readTrustReport(desk, team.workspaceId, MIDDLE)
      const lines = (await trustReportAsCsv(desk, team.workspaceId, MIDDLE)).trimEnd().split("\n")
      expect(lines.length - 1).toBe(report.closed)
      expect(lines.join("\n")).not.toContain("Customer ")
    })
  })
})

/** The names of the figures that are 0 or empty. */
function noughts(value: unknown, name = ""): readonly string[] {
  if (value === 0 || value === null) return [name]
  if (typeof value !== "object") return []
  if (Array.isArray(value) && value.length === 0) return [name]
  return Object.entries(value ?? {}).flatMap(([key, each]) => noughts(each, `${name}.${key}`))
}
