import { review, type Calendar, type Review } from "aboveboard-engine"
import { useCallback, useEffect, useState } from "react"
import { plainOf, reviewInSource } from "../../../ledger/markup/plain.ts"
import { useEdge } from "../../edge.tsx"
import { type FactPolicy, SENT_BY, seenReview } from "../../facts/use-fact-policy.ts"

const TYPING_PAUSE = 400 // milliseconds; underlines while a word is being typed would flicker

export type Reviewed = { readonly text: string; readonly review: Review }

export type ReadsDraft = {
  readonly previous: string | null
  readonly calendar: Calendar
  /** The Fact Book, the workspace's rules, and what was dismissed here. */
  readonly facts: FactPolicy
  /** What is known of the customer: plan, country, group. */
  readonly scope: Readonly<Record<string, string>>
}

/** The review of a draft, shortly after typing stops, and a way to have it at once. The server's own word counts. */
export function useReview(
  text: string,
  reading: ReadsDraft,
): { latest: Reviewed | null; reviewNow: (text: string) => Review } {
  const { clock } = useEdge()
  const [latest, setLatest] = useState<Reviewed | null>(null)
  const { previous, calendar, facts, scope } = reading
  const reviewNow = useCallback(
    (words: string) => {
      const now = clock.now().toZonedDateTimeISO(calendar.zone).toString({ timeZoneName: "never" })
      const said = previous === null ? {} : { previous: `CUSTOMER: ${previous}` }
      const plain = plainOf(words)
      const input = {
        text: plain.text,
        channel: SENT_BY,
        author: "member" as const,
        now,
        zone: calendar.zone,
        scope,
        ...said,
      }
      const seen = seenReview(review(input, { calendar, ...facts.policy }), plain.text, facts)
      const made = reviewInSource(seen, plain)
      setLatest({ text: words, review: made })
      return made
    },
    [clock, previous, calendar, facts, scope],
  )
  useEffect(() => {
    const timer = setTimeout(() => reviewNow(text), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [text, reviewNow])
  return { latest, reviewNow }
}
