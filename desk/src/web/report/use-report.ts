import type { AnswerOf } from "../api.ts"
import { readTrustReport } from "../../contract/trust-report.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { type ReportSearch, periodUntilToday } from "./period.ts"

export type Report = AnswerOf<typeof readTrustReport>

/** What is asked for, from what the address says. */
export function useAsked({ days = "91", deed, channel }: ReportSearch) {
  const { zone } = useHere()
  const period = periodUntilToday(days, useNow(), zone)
  const query = { from: period.from, until: period.until, ...(deed ? { deed } : {}), ...(channel ? { channel } : {}) }
  return { ...period, query }
}

export function useReport(search: ReportSearch) {
  const asked = useAsked(search)
  return { ...asked, read: useRead(readTrustReport, { query: asked.query }) }
}

export function useDeedName(): (deed: string) => string {
  const { settings } = useHere()
  return (deed) => settings.deeds.find(({ id }) => id === deed)?.name ?? deed
}
