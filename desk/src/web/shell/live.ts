import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { change } from "../../contract/today.ts"
import { useEdge } from "../edge.tsx"
import { type Change, concernedBy } from "./concerned.ts"

const GATHER = 150 // milliseconds: one step of work often changes several things
/** Keeps the pages of a workspace fresh while they are open. The answer: since when there is no connection, or null. */
export function useLive(slug: string): Temporal.Instant | null {
  const client = useQueryClient()
  const { clock } = useEdge()
  const [lostAt, setLostAt] = useState<Temporal.Instant | null>(null)
  useEffect(() => {
    const source = new EventSource(`/api/v1/changes?workspace=${encodeURIComponent(slug)}`)
    let gathered: Change[] = []
    let timer: ReturnType<typeof setTimeout> | null = null
    const refresh = () => {
      const concerned = concernedBy(gathered)
      timer = null
      gathered = []
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === slug && concerned(queryKey) })
    }
    source.addEventListener("message", (event: MessageEvent<string>) => {
      const told = change.safeParse(read(event.data))
      gathered.push(told.success ? told.data : { kind: "workspace", id: null })
      timer ??= setTimeout(refresh, GATHER)
    })
    source.addEventListener("open", () => {
      // What changed before it was open was told to nobody here: after the connection was lost, and while a page was opening.
      void client.invalidateQueries({ queryKey: [slug] })
      setLostAt(null)
    })
    source.addEventListener("error", () => setLostAt((lost) => lost ?? clock.now()))
    return () => {
      source.close()
      if (timer !== null) clearTimeout(timer)
    }
  }, [client, clock, slug])
  return lostAt
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
