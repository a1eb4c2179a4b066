import { type Calendar, isWorking, nextWorkingInstant } from "aboveboard-engine"
import type { NoticeStep } from "./next-step.ts"
import { type WorkspaceSettings, weekOf } from "./workspace-settings.ts"

/** A member who is here, as follow-through sees them; `isAway` says whether they are away now, `sees` whether they may see the promise. */
export type Teammate = {
  readonly id: string
  readonly role: "admin" | "lead" | "member"
  readonly standInId: string | null
  readonly isAway: boolean
  readonly sees: boolean
}

export type Recipients = {
  readonly ids: readonly string[]
  /** The step was for others, and there is nobody else: the owner is reminded again, more urgently. */
  readonly isOwnerAgain: boolean
}

/**
 * Whom a step tells: of those whom it is for, those who may see the promise. Where none of them may, it goes on to the next
 * step at once; admins see everything. Never nobody while there is an owner: what finds nobody else comes back to them.
 */
export function recipientsOf(step: NoticeStep, ownerId: string, team: readonly Teammate[]): Recipients {
  const others = team.filter(({ id, isAway }) => id !== ownerId && !isAway)
  const blind = new Set(team.filter(({ sees }) => !sees).map(({ id }) => id))
  const meant = told(step, ownerId, { team, others })
  const those = meant.filter((id) => id === ownerId || !blind.has(id))
  const next = AFTER[step]
  const isForBlind = meant.some((id) => id !== ownerId) && those.every((id) => id === ownerId)
  if (isForBlind && next !== undefined) {
    const { ids, isOwnerAgain } = recipientsOf(next, ownerId, team)
    return isOwnerAgain
      ? { ids: [ownerId], isOwnerAgain: step in FOR_OTHERS }
      : { ids: [...those, ...ids], isOwnerAgain }
  }
  return those.length > 0 ? { ids: those, isOwnerAgain: false } : { ids: [ownerId], isOwnerAgain: step in FOR_OTHERS }
}

/** Whether telling the owner alone would say nothing new, because a later step tells them in the same moment. */
export function isOvertaken(
  { ids }: Recipients,
  then: readonly NoticeStep[],
  ownerId: string,
  team: readonly Teammate[],
): boolean {
  const isOwnerAlone = ids.every((id) => id === ownerId)
  return isOwnerAlone && then.some((step) => recipientsOf(step, ownerId, team).ids.includes(ownerId))
}

const AFTER: Readonly<Partial<Record<NoticeStep, NoticeStep>>> = {
  "stand-in": "leads",
  leads: "admins",
  broken: "admins",
}

const FOR_OTHERS: Readonly<Partial<Record<NoticeStep, true>>> = { "stand-in": true, leads: true, admins: true }

type Team = { readonly team: readonly Teammate[]; readonly others: readonly Teammate[] }

function told(step: NoticeStep, ownerId: string, { team, others }: Team): readonly string[] {
  const withRole = (role: Teammate["role"]) => others.filter((one) => one.role === role).map(({ id }) => id)
  switch (step) {
    case "half":
    case "soon":
    case "due":
    case "handed":
    case "disputed":
    case "chased":
      return [ownerId]
    case "stand-in":
      return [standInOf(ownerId, team)].filter((id) => id !== null)
    case "leads":
      return withRole("lead")
    case "admins":
      return withRole("admin")
    case "broken":
      return [ownerId, ...withRole("lead")]
    default:
      throw new Error(`unknown step ${step satisfies never}`)
  }
}

/** The stand-in who is here: when that one is away too, theirs, and so on. Null at the end of the chain or in a circle. */
export function standInOf(memberId: string, team: readonly Teammate[]): string | null {
  const seen = new Set([memberId])
  let next = team.find(({ id }) => id === memberId)?.standInId ?? null
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const candidate = team.find(({ id }) => id === next)
    if (candidate === undefined) return null
    if (!candidate.isAway) return candidate.id
    next = candidate.standInId
  }
  return null
}

/** What decides when somebody may be told: their own hours or the team's, on their own clock, and when they are away. */
export type WorkingPattern = {
  readonly calendar: Calendar
  /** Null: as the team. */
  readonly zone: string | null
  readonly hours: WorkspaceSettings["hours"] | null
  readonly away: readonly { readonly from: string; readonly until: string }[]
}

/** The next instant, `at` itself included, at which the member works. `at` when they never do. */
export function nextTellable(pattern: WorkingPattern, at: Temporal.Instant): Temporal.Instant {
  const { away } = pattern
  const own = ownCalendar(pattern)
  let candidate = nextWorkingInstant(own, at)
  for (let turn = 0; turn <= away.length && candidate !== null; turn += 1) {
    const within = awayAt(away, candidate)
    if (within === null) return candidate
    candidate = nextWorkingInstant(own, within)
  }
  return candidate ?? at
}

/** `minutes` after `shown`, so that what comes together goes into one mail; at once where work ends before that. */
export function mailAt(pattern: WorkingPattern, shown: Temporal.Instant, minutes: number): Temporal.Instant {
  const gathered = shown.add({ minutes })
  return isWorking(ownCalendar(pattern), gathered) && awayAt(pattern.away, gathered) === null ? gathered : shown
}

/** The team's days off are everybody's. */
function ownCalendar({ calendar, zone, hours }: WorkingPattern): Calendar {
  if (zone === null && hours === null) return calendar
  return { ...calendar, zone: zone ?? calendar.zone, hours: hours === null ? calendar.hours : weekOf(hours) }
}

function awayAt(away: WorkingPattern["away"], at: Temporal.Instant): Temporal.Instant | null {
  const within = away.find(
    ({ from, until }) => Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0,
  )
  return within === undefined ? null : Temporal.Instant.from(within.until)
}
