import { useQuery } from "@tanstack/react-query"
import type { OwnRule, Rule } from "aboveboard-engine"
import { useMemo } from "react"

const NONE: readonly OwnRule[] = []

/** What reads own rules; null until it was fetched. */
export function useRuleReader(enabled: boolean) {
  const { data } = useQuery({
    queryKey: ["what reads own rules"],
    queryFn: () => import("./read-own-rules.ts"),
    enabled,
    staleTime: Infinity,
    structuralSharing: false,
  })
  return data ?? null
}

/** The rules that drafts are read by here; null where they are the program's own alone, and until the others were fetched. */
export function useOwnRules(own: readonly OwnRule[] = NONE): readonly Rule[] | null {
  const reader = useRuleReader(own.length > 0)
  return useMemo(() => (reader === null || own.length === 0 ? null : reader.withOwnRules(own)), [reader, own])
}
