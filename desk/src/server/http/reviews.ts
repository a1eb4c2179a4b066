import { type ReviewInput, review } from "aboveboard-engine"
import { createReview } from "../../contract/reviews.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { readSettings } from "../database/settings.ts"
import { type Door, serveMember } from "./serve.ts"
import { withoutUndefined } from "./without-undefined.ts"

/** Reviews a text and stores nothing, so a repeated call needs no key. */
export function serveReviews(door: Door): void {
  serveMember(
    door,
    createReview,
    async ({ desk, actor, body: { id, ...text } }) => {
      const settings = await readSettings(desk.database, actor.workspaceId)
      const input: ReviewInput = { now: desk.now().toString(), zone: settings.zone, ...withoutUndefined(text) }
      return withoutUndefined({ ...review(input, { calendar: calendarOf(settings) }), id })
    },
    { keeps: "unrepeatable" },
  )
}
