import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { change } from "../../contract/today.ts"
import { hearFrom, onOlderReading } from "../api/readings.ts"
import { useEdge } from "../edge.tsx"
import { type Change, concernedBy } from "./concerned.ts"

const GATHER = 150 // milliseconds: one step of work often changes several things
/** Keeps the pages of a workspace fresh while they are open. The answer: since when there is no connection, or null. */
export function useLive(slug: string): Temporal.Instant | null {
  const client = useQueryClient()
  const { clock } = useEdge()
  const [lostAt, setLostAt] = useState<Temporal.Instant | null>(null)
  useEffect(() => {
    const after = hearFrom(slug)
    const search = new URLSearchParams({ workspace: slug, ...(after === undefined ? {} : { after: String(after) }) })
    const source = new EventSource(`/api/v1/changes?${search.toString()}`)
    let isKnown = after !== undefined // what changed since the page read it is told first
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
    const readAgain = () => void client.invalidateQueries({ queryKey: [slug] })
    source.addEventListener("open", () => {
      if (!isKnown) readAgain() // the connection was lost, and what was asked meanwhile may have failed
      setLostAt(null)
    })
    const end = onOlderReading(slug, readAgain) // what changed since then was told to nobody here
    source.addEventListener("error", () => {
      isKnown = false
      setLostAt((lost) => lost ?? clock.now())
    })
    return () => {
      end()
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
