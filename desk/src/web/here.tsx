import { type Calendar } from "aboveboard-engine"
import { createContext, useContext, useMemo } from "react"
import type { ReactNode } from "react"
import type { z } from "zod"
import type { me } from "../contract/session.ts"
import { calendarOf } from "../ledger/workspace-settings.ts"

export type Me = z.output<typeof me>
type Current = NonNullable<Me["current"]>

/** The workspace that a page is in, who looks at it, and how it reckons time. */
export type Here = {
  readonly slug: string
  readonly me: Me
  readonly workspace: Current["workspace"]
  readonly settings: Current["settings"]
  readonly member: Current["member"]
  readonly canSend: boolean
  readonly addresses: readonly string[]
  /** What they are shown is counted without the mail of addresses that they may not see. */
  readonly hidesMail: boolean
  readonly listener: Current["listener"]
  readonly calendar: Calendar
  /** The zone that times are shown in: the member's own, else the workspace's. */
  readonly zone: string
}

const HereContext = createContext<Here | null>(null)

export function HereProvider({ me, current, children }: { me: Me; current: Current; children: ReactNode }) {
  const here = useMemo(
    () => ({
      ...current,
      slug: current.workspace.slug,
      me,
      calendar: calendarOf(current.settings),
      zone: current.member.zone,
    }),
    [me, current],
  )
  return <HereContext.Provider value={here}>{children}</HereContext.Provider>
}

export function useHere(): Here {
  const here = useContext(HereContext)
  if (here === null) throw new Error("this page belongs inside a workspace")
  return here
}

const SlugContext = createContext<string | null>(null)
export const SlugProvider = SlugContext.Provider

/** The workspace in the address; null on sign-in and set-up. */
export function useSlug(): string | null {
  return useContext(SlugContext)
}
