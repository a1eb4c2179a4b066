import { type Calendar, addWorkingTime, nextWorkingInstant, workingMinutesBetween } from "aboveboard-engine"
import type { CustomerPromise } from "./customer-promise.ts"
import type { FollowThroughPolicy } from "./follow-through-policy.ts"

/**
 * Whom a notice is for follows from its step, see recipients.ts. The last three come with an entry, by no clock: to its new
 * owner when it is handed over, to its owner when the customer says that it is not done, or asks where it stays.
 */
export type NoticeStep =
  | "half"
  | "soon"
  | "due"
  | "stand-in"
  | "leads"
  | "admins"
  | "broken"
  | "handed"
  | "disputed"
  | "chased"

/** What was told already: the latest round of each step. A step without rounds has round 0. */
export type Given = { readonly step: NoticeStep; readonly round: number }

export type Step =
  | { readonly kind: "notice"; readonly at: Temporal.Instant; readonly step: NoticeStep; readonly round: number }
  | { readonly kind: "break"; readonly at: Temporal.Instant }

/** What the workspace has set. */
export type Rules = {
  readonly calendar: Calendar
  readonly graceMinutes: number
  readonly policy: FollowThroughPolicy
}

/** What follow-through reads of a promise. */
export type Followed = Pick<
  CustomerPromise,
  "state" | "runsFrom" | "dueUntil" | "conditional" | "conditionMet" | "brokenAt"
>

/** When an open or broken promise must be looked at again. Null when nothing is to come: settled, or its condition is unmet. */
export function nextLook(promise: Followed, rules: Rules, given: readonly Given[]): Temporal.Instant | null {
  return stepsAhead(promise, rules, given)[0]?.at ?? null
}

/** What to do at a look, and the notices that are due after it at the same look: after a pause there may be several. */
export type DueStep = { readonly step: Step; readonly following: readonly NoticeStep[] }

/** What to do at a look at `now`: the earliest step that is due and was not taken. Null when there is none. */
export function nextStep(
  promise: Followed,
  rules: Rules,
  given: readonly Given[],
  now: Temporal.Instant,
): DueStep | null {
  const due = stepsAhead(promise, rules, given).filter(({ at }) => at.epochNanoseconds <= now.epochNanoseconds)
  const [first, ...rest] = due
  if (first === undefined) return null
  const isMorning = first.kind === "notice" && first.step === "broken"
  return {
    step: isMorning ? morningUpTo(now, rules.calendar) : first,
    following: rest.flatMap((step) => (step.kind === "notice" ? [step.step] : [])),
  }
}

/** Every step not taken yet, in the order in which they are due. Of mornings without end, the next one. */
function stepsAhead(promise: Followed, rules: Rules, given: readonly Given[]): readonly Step[] {
  if (promise.state === "broken")
    return inOrder([...afterDue(promise, rules), ...mornings(promise, rules, given)], given)
  if (promise.state !== "open" || promise.dueUntil === null) return []
  if (promise.conditional && !promise.conditionMet) return []
  const due = Temporal.Instant.from(promise.dueUntil)
  return inOrder(
    [
      ...beforeDue(promise, due, rules),
      notice("due", due),
      ...afterDue(promise, rules),
      { kind: "break", at: later(rules.calendar, due, rules.graceMinutes) },
    ],
    given,
  )
}

function inOrder(steps: readonly Step[], given: readonly Given[]): readonly Step[] {
  const isGiven = (step: Step) =>
    step.kind === "notice" && given.some((one) => one.step === step.step && one.round >= step.round)
  return steps.filter((step) => !isGiven(step)).toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}

const TIME_LEFT_MIN = 8 // working minutes; reminding of less within it only interrupts

/** Half of the working time left, and shortly before due. Nothing when there was no working time to speak of. */
function beforeDue({ runsFrom }: Followed, due: Temporal.Instant, { calendar, policy }: Rules): readonly Step[] {
  const from = Temporal.Instant.from(runsFrom)
  const minutes = workingMinutesBetween(calendar, from, due)
  if (minutes < TIME_LEFT_MIN) return []
  const soon = Math.min(policy.beforeDueMinutes, minutes / 4)
  return [
    notice("half", later(calendar, from, minutes / 2)),
    ...(soon > 0 ? [notice("soon", later(calendar, from, minutes - soon))] : []),
  ]
}

function afterDue({ dueUntil }: Followed, { calendar, policy }: Rules): readonly Step[] {
  if (dueUntil === null) return []
  const due = Temporal.Instant.from(dueUntil)
  return [
    notice("stand-in", later(calendar, due, policy.standInMinutes)),
    notice("leads", later(calendar, due, policy.leadsMinutes)),
    notice("admins", later(calendar, due, policy.adminsMinutes)),
  ]
}

function mornings({ brokenAt }: Followed, { calendar }: Rules, given: readonly Given[]): readonly Step[] {
  if (brokenAt === null) return []
  const last = given.find(({ step }) => step === "broken")
  const broken = Temporal.Instant.from(brokenAt).toZonedDateTimeISO(calendar.zone)
  const onDay = morningOf(broken.toPlainDate(), calendar)
  if (last !== undefined) return [morningOf(dateOf(last.round).add({ days: 1 }), calendar)]
  if (Temporal.Instant.compare(onDay.at, broken.toInstant()) > 0) return [onDay]
  return [morningOf(broken.toPlainDate().add({ days: 1 }), calendar)]
}

/** The latest working morning that is not after `now`: mornings that nobody saw are made up for once. */
function morningUpTo(now: Temporal.Instant, calendar: Calendar): Step & { readonly kind: "notice" } {
  let date = now.toZonedDateTimeISO(calendar.zone).toPlainDate()
  for (let days = 0; days < DAYS_BACK_MAX; days += 1) {
    const morning = morningOf(date, calendar)
    if (morning.at.epochNanoseconds <= now.epochNanoseconds) return morning
    date = date.subtract({ days: 1 })
  }
  return morningOf(date, calendar)
}

const DAYS_BACK_MAX = 400 // a year without a working day is no working week

/** When work begins on this date, or on the first one after it with work. Its round is the date as a number. */
function morningOf(date: Temporal.PlainDate, calendar: Calendar): Step & { readonly kind: "notice" } {
  const start = date.toZonedDateTime(calendar.zone).toInstant()
  const at = nextWorkingInstant(calendar, start) ?? start
  const day = at.toZonedDateTimeISO(calendar.zone)
  return { kind: "notice", step: "broken", at, round: day.year * 10_000 + day.month * 100 + day.day }
}

function dateOf(round: number): Temporal.PlainDate {
  return new Temporal.PlainDate(Math.trunc(round / 10_000), Math.trunc(round / 100) % 100, round % 100)
}

function notice(step: NoticeStep, at: Temporal.Instant): Step {
  return { kind: "notice", step, at, round: 0 }
}

/** A calendar without any working time counts every minute. */
function later(calendar: Calendar, from: Temporal.Instant, minutes: number): Temporal.Instant {
  return addWorkingTime(calendar, from, minutes) ?? from.add({ milliseconds: Math.round(minutes * 60_000) })
}
