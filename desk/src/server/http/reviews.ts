import type { ReviewInput } from "aboveboard-engine"
import { createReview } from "../../contract/reviews.ts"
import { reviewText } from "../verbs/review-text.ts"
import { type Door, serveMember } from "./serve.ts"
import { withoutUndefined } from "./without-undefined.ts"

/** Reviews a text and stores nothing, so a repeated call needs no key. */
export function serveReviews(door: Door): void {
  serveMember(
    door,
    createReview,
    async ({ desk, actor, body: { id, ...text } }) => {
      const input: ReviewInput = withoutUndefined(text)
      return withoutUndefined({ ...(await reviewText(desk.database, desk, actor.workspaceId, input)), id })
    },
    { keeps: "unrepeatable" },
  )
}
