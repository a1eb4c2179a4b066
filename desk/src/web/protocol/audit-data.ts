import type { readAudit, readAuditDocument } from "../../contract/audit.ts"
import type { AnswerOf } from "../api.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { dateIn, dayAndMonth, instantOf, moment } from "../ui/time.ts"

export type Audit = AnswerOf<typeof readAudit>
export type AuditLine = Audit["documents"][number]
export type AuditDocument = AnswerOf<typeof readAuditDocument>
export type Finding = AuditDocument["findings"][number]

export const SEVERITIES = ["hold", "confirm", "remark"] as const

export function openIn({ hold, confirm, remark }: { hold: number; confirm: number; remark: number }): number {
  return hold + confirm + remark
}

/** A moment as the member reads it: "10:52" today, "Wed 16:40" within a week, else "3 Nov". */
export function useMomentText(): (at: string) => string {
  const { zone } = useHere()
  const now = useNow()
  return (at) => {
    const instant = instantOf(at)
    return instant === null ? "" : moment(instant, { zone, now })
  }
}

/** "7 Jan 2027"; without the year when it is this one. */
export function useDayText(): (day: string) => string {
  const { zone } = useHere()
  const today = dateIn(useNow(), zone)
  return (day) => dayAndMonth(Temporal.PlainDate.from(day), today)
}
