import type { NoticeStep } from "../../ledger/next-step.ts"
import { type WorkingPattern, nextTellable } from "../../ledger/recipients.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import type { Queries } from "../database/database.ts"
import type { PromiseKey } from "../database/entries.ts"
import { insertNotice } from "../database/notices.ts"
import { readSettings } from "../database/settings.ts"
import { readWorkingPattern } from "../database/team.ts"
import type { Desk } from "./desk.ts"

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
  const showAt = pattern === null ? null : nextTellable(pattern, desk.now()).toString()
  await write(queries, desk, telling, showAt)
}

/** Writes down that a step was passed over, so that it is not taken again. */
export async function passOver(queries: Queries, desk: Desk, telling: Telling): Promise<void> {
  await write(queries, desk, telling, null)
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

async function write(queries: Queries, desk: Desk, telling: Telling, showAt: string | null): Promise<void> {
  const { key, step, round, memberId, isOwnerAgain } = telling
  const at = desk.now().toString()
  await insertNotice(queries, {
    ...key,
    noticeId: desk.newId(),
    step,
    round,
    memberId,
    isOwnerAgain,
    createdAt: at,
    showAt,
  })
}
