import type { NoticeStep } from "../../ledger/next-step.ts"
import { type WorkingPattern, mailAt, nextTellable } from "../../ledger/recipients.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import type { PromiseKey } from "../database/entries.ts"
import { type NoticeRow, writeLooks } from "../database/looks.ts"
import { readSettings } from "../database/settings.ts"
import { readWorkingPattern } from "../database/team.ts"
import type { Desk } from "./desk.ts"

/** What comes within these minutes goes into one mail. */
export const GATHER_MINUTES = 3

export type Telling = {
  readonly key: PromiseKey
  readonly step: NoticeStep
  readonly round: number
  readonly memberId: string
  readonly isOwnerAgain: boolean
}

/** Has a member told of a promise when they next work, once for each step and round; in the caller's transaction. */
export async function tell(queries: Queries, desk: Desk, telling: Telling): Promise<void> {
  const pattern = await patternOf(queries, telling.key.workspaceId, telling.memberId, desk.now())
  await writeLooks(queries, { notices: [noticeFor(desk, telling, pattern)], looks: [] })
}

/** When a member may be told; null when they are no longer here. */
export async function patternOf(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  now: Temporal.Instant,
): Promise<WorkingPattern | null> {
  const own = await readWorkingPattern(queries, workspaceId, memberId, now.toString())
  if (own === null) return null
  return { calendar: calendarOf(await readSettings(queries, workspaceId)), ...own }
}

/** Shown at once while the member works, otherwise when they next do. Without a pattern the step is passed over. */
export function noticeFor(desk: Desk, { key, ...telling }: Telling, pattern: WorkingPattern | null): NoticeRow {
  const now = desk.now()
  const row = { ...key, ...telling, noticeId: desk.newId(), createdAt: now.toString() }
  if (pattern === null) return { ...row, showAt: null, shownAt: null, mailAt: null }
  const at = nextTellable(pattern, now)
  if (Temporal.Instant.compare(at, now) > 0) return { ...row, showAt: at.toString(), shownAt: null, mailAt: null }
  const minutes = telling.isOwnerAgain ? 0 : GATHER_MINUTES
  return { ...row, showAt: null, shownAt: now.toString(), mailAt: mailAt(pattern, now, minutes).toString() }
}
