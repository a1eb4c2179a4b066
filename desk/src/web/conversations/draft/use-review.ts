import { review, type Calendar, type Review } from "aboveboard-engine"
import { useCallback, useEffect, useState } from "react"
import { useEdge } from "../../edge.tsx"

const TYPING_PAUSE = 400 // milliseconds; underlines while a word is being typed would flicker

export type Reviewed = { readonly text: string; readonly review: Review }

export type ReadsDraft = {
  readonly channel: "mail" | "chat"
  readonly previous: string | null
  readonly calendar: Calendar
}

/** The review of a draft, shortly after typing stops, and a way to have it at once. The server's own word counts. */
export function useReview(
  text: string,
  reading: ReadsDraft,
): { latest: Reviewed | null; reviewNow: (text: string) => Review } {
  const { clock } = useEdge()
  const [latest, setLatest] = useState<Reviewed | null>(null)
  const { channel, previous, calendar } = reading
  const reviewNow = useCallback(
    (words: string) => {
      const now = clock.now().toString()
      const said = previous === null ? {} : { previous: `CUSTOMER: ${previous}` }
      const made = review({ text: words, channel, author: "member", now, zone: calendar.zone, ...said }, { calendar })
      setLatest({ text: words, review: made })
      return made
    },
    [clock, channel, previous, calendar],
  )
  useEffect(() => {
    const timer = setTimeout(() => reviewNow(text), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [text, reviewNow])
  return { latest, reviewNow }
}
