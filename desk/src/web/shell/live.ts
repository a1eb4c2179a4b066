import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { readDraft } from "../../contract/drafts.ts"
import { change } from "../../contract/today.ts"
import { useEdge } from "../edge.tsx"

const GATHER = 150 // milliseconds: one step of work often changes several things
/** The Fact Book is large and read by every draft: fetched again when it changed, not with each change of anything. */
const FACTS = new Set(["facts", "fact-book", "dismissals"])
/** Somebody types: every few seconds, and nothing but drafts is to be fetched for it. */
const WRITING = new Set(["draft"])
const SLOW = new Set(["me", "members", "workspace", "mail-settings", "mailboxes", "invitations", "api-keys"])

/** Keeps the pages of a workspace fresh while they are open. The answer: since when there is no connection, or null. */
export function useLive(slug: string): Temporal.Instant | null {
  const client = useQueryClient()
  const { clock } = useEdge()
  const [lostAt, setLostAt] = useState<Temporal.Instant | null>(null)
  useEffect(() => {
    const source = new EventSource(`/api/v1/changes?workspace=${encodeURIComponent(slug)}`)
    const gathered = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const refresh = () => {
      timer = null
      const team = gathered.has("member") || gathered.has("workspace")
      const facts = gathered.has("fact") || gathered.has("workspace")
      const more = [...gathered].some((kind) => !WRITING.has(kind))
      const drafts = gathered.has("draft")
      gathered.clear()
      void client.invalidateQueries({
        predicate: ({ queryKey: [of, noun, path] }) =>
          of === slug &&
          (more
            ? (team || !SLOW.has(String(noun))) && (facts || !FACTS.has(String(noun)))
            : drafts && path === readDraft.path),
      })
    }
    source.addEventListener("message", (event: MessageEvent<string>) => {
      const told = change.safeParse(read(event.data))
      gathered.add(told.success ? told.data.kind : "workspace")
      timer ??= setTimeout(refresh, GATHER)
    })
    source.addEventListener("open", () => {
      setLostAt((lost) => {
        if (lost !== null) void client.invalidateQueries({ queryKey: [slug] }) // what changed meanwhile was not told
        return null
      })
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
