import type { Calendar, WorkingHours } from "aboveboard-engine"
import { type AnswerCheckSettings, STANDARD_ANSWER_CHECK } from "./answer-check.ts"
import type { RuleSettings } from "./claim.ts"
import { type CustomerPageSettings, STANDARD_CUSTOMER_PAGE } from "./customer-page.ts"
import { type FollowThroughPolicy, STANDARD_FOLLOW_THROUGH } from "./follow-through-policy.ts"
import { invalid } from "./error.ts"
import { type AfterSaleSettings, STANDARD_AFTER_SALE } from "./withdrawal.ts"
import { type HolidaySettings, holidaysOff } from "./holidays.ts"
import type { Rules } from "./next-step.ts"

/** How a workspace works; admins change it. */
export type WorkspaceSettings = {
  readonly zone: string
  /** By ISO weekday, Monday = "1". */
  readonly hours: Readonly<Record<string, readonly WorkingHours[]>>
  readonly daysOff: readonly string[]
  /** Whose public holidays are days off as well; null: nobody's. */
  readonly holidays: HolidaySettings | null
  /** When what is said outside working hours counts as said, for "within 2 working days": then, or at the next opening. */
  readonly closedSays: "same-day" | "next-opening"
  /** What vague words are taken to mean, in working minutes. */
  readonly meanings: Readonly<Record<string, number>>
  /** Working minutes after due before a promise is marked broken. */
  readonly graceMinutes: number
  /** Who is reminded of a promise, and when. */
  readonly followThrough: FollowThroughPolicy
  /** Whether customers may see what was promised to them. */
  readonly customerPage: CustomerPageSettings
  /** Whether anybody may read the trust report of the last twelve months. Its method and lines are not for choosing. */
  readonly publicReport: { readonly on: boolean }
  /** Whether anybody may read what is promised to every customer, and what the record shows of it. */
  readonly publicProtocol: { readonly on: boolean }
  /** Whether there is a contact form for the shop's own site. */
  readonly contactForm: { readonly on: boolean }
  /** Until when customers may withdraw, and whether they are asked if what they bought helped. */
  readonly afterSale: AfterSaleSettings
  /** Whether customers are asked, after a conversation was closed, if the answer helped. */
  readonly answerCheck: AnswerCheckSettings
  /** By channel ("all": any), then rule: off, or another severity than its own. */
  readonly rules: RuleSettings
  /** Whether what a bot writes leaves by itself when the review finds nothing, or always waits for a person. */
  readonly bots: { readonly drafts: "send" | "wait" }
  /** Whether a password alone lets members in. */
  readonly access: { readonly secondFactor: "optional" | "required" }
  readonly deeds: readonly { readonly id: string; readonly name: string }[]
}

export const GRACE_MINUTES_STANDARD = 480 // one working day of eight hours

export function standardSettings(zone: string): WorkspaceSettings {
  const day = [{ from: "09:00", until: "17:00" }]
  return {
    zone,
    hours: { "1": day, "2": day, "3": day, "4": day, "5": day },
    daysOff: [],
    holidays: null,
    closedSays: "same-day",
    meanings: STANDARD_MEANINGS,
    graceMinutes: GRACE_MINUTES_STANDARD,
    followThrough: STANDARD_FOLLOW_THROUGH,
    customerPage: STANDARD_CUSTOMER_PAGE,
    publicReport: { on: false },
    publicProtocol: { on: false },
    contactForm: { on: false },
    afterSale: STANDARD_AFTER_SALE,
    answerCheck: STANDARD_ANSWER_CHECK,
    rules: {},
    bots: { drafts: "send" },
    access: { secondFactor: "optional" },
    deeds: [
      { id: "call-back", name: "Call back" },
      { id: "answer", name: "Answer" },
      { id: "refund", name: "Refund" },
      { id: "send", name: "Send" },
      { id: "repair", name: "Repair" },
      { id: "other", name: "Other" },
    ],
  }
}

/** Where a workspace has not said what a word means, we take the customer's likely reading, and the screens show it before anything is sent. */
const STANDARD_MEANINGS: Readonly<Record<string, number>> = {
  "right back": 60,
  "right away": 60,
  immediately: 60,
  shortly: 120,
  soon: 480,
  asap: 240,
  "as soon as possible": 240,
}

/**
 * When the workspace works. Equal settings give one calendar: the engine works out a calendar's months once for each object,
 * and settings are read anew for every step.
 */
export function calendarOf(settings: WorkingSettings): Calendar {
  const { zone, hours, daysOff, holidays, closedSays, meanings } = settings
  const name = JSON.stringify([zone, hours, daysOff, holidays, closedSays, meanings])
  const known = calendars.get(name)
  if (known !== undefined) return known
  if (calendars.size >= CALENDARS_KEPT_MAX) calendars.clear()
  const calendar = newCalendar(settings)
  calendars.set(name, calendar)
  return calendar
}

type WorkingSettings = Pick<WorkspaceSettings, "zone" | "hours" | "daysOff" | "holidays" | "closedSays" | "meanings">

const calendars = new Map<string, Calendar>()
const CALENDARS_KEPT_MAX = 200 // workspaces at work in one process

function newCalendar({ zone, hours, daysOff, holidays, closedSays, meanings }: WorkingSettings): Calendar {
  return { zone, hours: weekOf(hours), daysOff: [...daysOff, ...holidaysOff(holidays)], closedSays, meanings }
}

/** Hours as the calendar has them: a day that is not named is off. */
export function weekOf(hours: WorkspaceSettings["hours"]): Calendar["hours"] {
  const { "1": mon, "2": tue, "3": wed, "4": thu, "5": fri, "6": sat, "7": sun } = hours
  return { 1: mon ?? [], 2: tue ?? [], 3: wed ?? [], 4: thu ?? [], 5: fri ?? [], 6: sat ?? [], 7: sun ?? [] }
}

/** What follow-through goes by. */
export function rulesOf(settings: WorkspaceSettings): Rules {
  return { calendar: calendarOf(settings), graceMinutes: settings.graceMinutes, policy: settings.followThrough }
}

/** As `assertHours`; and `invalid` for a week without work: who never works could never be told of a promise. */
export function assertOwnHours(hours: WorkspaceSettings["hours"]): void {
  assertHours(hours)
  if (Object.values(hours).every((shifts) => shifts.length === 0)) {
    throw invalid("Name the hours of one day at least. To be told of nothing for a while, set an away time.", "hours")
  }
}

/** `invalid` for a shift that ends before it begins, and for two of a day that overlap: the calendar would leave one out. */
export function assertHours(hours: WorkspaceSettings["hours"]): void {
  for (const shifts of Object.values(hours)) {
    const inOrder = shifts.toSorted((one, other) => (one.from < other.from ? -1 : 1))
    for (const [index, { from, until }] of inOrder.entries()) {
      if (from >= until) {
        throw invalid(
          `${from} to ${until} is no time. Work over midnight is two shifts, until 24:00 and from 00:00.`,
          "hours",
        )
      }
      const before = inOrder[index - 1]
      if (before !== undefined && before.until > from) {
        throw invalid(`${before.from} to ${before.until} and ${from} to ${until} overlap.`, "hours")
      }
    }
  }
}
