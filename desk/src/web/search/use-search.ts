import { useEffect, useState } from "react"
import type { z } from "zod"
import { searchEverything } from "../../contract/today.ts"
import { useRead } from "../queries.ts"

export type SearchHit = z.output<typeof searchEverything.answer>["items"][number]

const TYPING_PAUSE = 150 // milliseconds

/** What fits the words typed, a moment after typing stops. */
export function useSearch(typed: string) {
  const [q, setQ] = useState("")
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  const read = useRead(searchEverything, { query: { q } }, { enabled: q !== "" })
  const items = q === "" ? [] : (read.data?.items ?? [])
  const isLoading = q !== typed.trim() || read.isFetching
  return {
    items,
    isLoading,
    isEmpty: !isLoading && q !== "" && read.isSuccess && items.length === 0,
    error: read.error,
    retry: () => void read.refetch(),
  }
}
