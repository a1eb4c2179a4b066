import { type FoundPromise, review } from "aboveboard-engine"
import { useEffect, useState } from "react"
import { useEdge } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useUndertakings } from "../undertakings/use-undertakings.ts"

const TYPING_PAUSE = 400 // milliseconds; marks that come and go with each letter would distract

/** The promises in a note, shortly after typing stops; a note is read as `note`: what is said there was not done on the spot. */
export function useFoundPromises(text: string): readonly FoundPromise[] {
  const { clock } = useEdge()
  const { calendar, zone } = useHere()
  const model = useUndertakings()
  const [found, setFound] = useState<readonly FoundPromise[]>([])
  useEffect(() => {
    const timer = setTimeout(() => {
      const input = { text, channel: "note", author: "member", now: clock.now().toString(), zone } as const
      const read = review(input, { calendar, ...model })
      setFound(read.promises.filter(({ kind }) => kind !== "now"))
    }, TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [text, clock, calendar, zone, model])
  return found
}
