import type { Review } from "aboveboard-engine"
import { plainOf, reviewInSource } from "../../../ledger/markup/plain.ts"
import { SENT_BY } from "../../facts/use-fact-policy.ts"
import { call } from "../../api.ts"
import { createReview, review } from "../../../contract/reviews.ts"

type Draft = { readonly text: string; readonly scope: Record<string, string> }

/** The desk's own review of a draft; null when it could not be had. */
export async function reviewByDesk(slug: string, draft: Draft): Promise<Review | null> {
  try {
    const plain = plainOf(draft.text)
    const body = { ...draft, text: plain.text, channel: SENT_BY, author: "member" as const }
    const answer: unknown = await call(createReview, { body }, { slug })
    return isReview(answer) ? reviewInSource(answer, plain) : null
  } catch {
    return null // the refusal itself says enough
  }
}

function isReview(answer: unknown): answer is Review {
  return review.safeParse(answer).success
}
