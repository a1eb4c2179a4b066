import { invalid } from "./error.ts"

/** When a workspace reminds whom of a promise; all minutes are working minutes. Admins change it. */
export type FollowThroughPolicy = {
  /** Before due: the owner's second reminder. A quarter of the working time when that is less. */
  readonly beforeDueMinutes: number
  /** After due: the owner's stand-in is told, then the leads, then the admins. */
  readonly standInMinutes: number
  readonly leadsMinutes: number
  readonly adminsMinutes: number
  /** Before an away time begins: what is due meanwhile is handed to the stand-in. */
  readonly awayMinutes: number
  /** Whether notices also go to the members' own mail addresses. */
  readonly byMail: boolean
}

export const STANDARD_FOLLOW_THROUGH: FollowThroughPolicy = {
  beforeDueMinutes: 60,
  standInMinutes: 60,
  leadsMinutes: 120,
  adminsMinutes: 240,
  awayMinutes: 60,
  byMail: true,
}

export const POLICY_MINUTES_MAX = 10_000 // a month of working time; what is told later helps nobody

/** `invalid` when a later step would come before an earlier one. */
export function assertPolicy(policy: FollowThroughPolicy): void {
  if (policy.leadsMinutes < policy.standInMinutes) {
    throw invalid("The leads are told after the stand-in: give them as many minutes or more.", "leadsMinutes")
  }
  if (policy.adminsMinutes < policy.leadsMinutes) {
    throw invalid("The admins are told after the leads: give them as many minutes or more.", "adminsMinutes")
  }
}

/** What the policy does, a sentence each, in the order in which it happens. */
export function policyInWords(policy: FollowThroughPolicy, graceMinutes: number): readonly string[] {
  return [
    "The owner is reminded when half of the working time is left.",
    `The owner is reminded again ${time(policy.beforeDueMinutes)} before it is due, or when a quarter of the working time is left if that is later.`,
    "The owner is told when it is due.",
    `Still open ${time(policy.standInMinutes)} after that, the owner’s stand-in is told.`,
    `After ${time(policy.leadsMinutes)}, the leads are told; after ${time(policy.adminsMinutes)}, the admins.`,
    "Where a step finds nobody else, because the team is one person or everybody else is away, the owner is reminded again, more urgently.",
    `${graceMinutes === 0 ? "Once it is due" : `After ${time(graceMinutes)}`} it is marked broken. It then comes up every working morning, for its owner and the leads, until it is settled.`,
    "A promise whose condition is not met yet reminds nobody.",
    `${time(policy.awayMinutes, "start")} before somebody is away, what they owe and what is due before they are back for a day goes to their stand-in. It does not come back by itself.`,
    policy.byMail
      ? "Notices are shown in the desk and sent by mail, to members only and within their working hours."
      : "Notices are shown in the desk, within the member’s working hours. They are not sent by mail.",
    "Customers get none of this.",
  ]
}

/** "1 working hour", "90 working minutes" */
function time(minutes: number, place: "start" | "middle" = "middle"): string {
  if (minutes === 0) return place === "start" ? "Immediately" : "no working time"
  if (minutes % 60 === 0) return counted(minutes / 60, "working hour")
  return counted(minutes, "working minute")
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString("en-GB")} ${what}${count === 1 ? "" : "s"}`
}
