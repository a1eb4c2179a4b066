import type { Review } from "aboveboard-engine"
import { call } from "../../api.ts"
import { createReview } from "../../../contract/reviews.ts"

/** A boundary: JSON holds no `undefined`, so what the contract calls optional is either there or absent. */

/** The desk's own review of a draft; null when it could not be had. */
export async function reviewByDesk(slug: string, text: string, channel: "chat" | "mail"): Promise<Review | null> {
  try {
    return (await call(createReview, { body: { text, channel, author: "member" } }, { slug })) as Review
  } catch {
    return null // the refusal itself says enough
  }
}
