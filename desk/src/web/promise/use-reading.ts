import { useMemo } from "react"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import type { Reading } from "./read-due.ts"

/** How words about time are read here and now. */
export function useReading(): Reading {
  const now = useNow()
  const { zone, calendar } = useHere()
  return useMemo(() => ({ now, zone, calendar }), [now, zone, calendar])
}
