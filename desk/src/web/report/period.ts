import { words } from "../words.ts"

/** The periods that the report offers, in days. */
export const PERIODS = ["30", "91", "365"] as const
export type PeriodDays = (typeof PERIODS)[number]

/** What the address of the report says. */
export type ReportSearch = {
  readonly days?: PeriodDays | undefined
  readonly deed?: string | undefined
  readonly channel?: "mail" | "chat" | "call" | "visit" | "form" | "api" | undefined
}

const CHANNELS = ["mail", "chat", "call", "visit", "form", "api"] as const

export function readReportSearch(search: Record<string, unknown>): ReportSearch {
  const days = PERIODS.find((each) => each === String(search["days"]))
  const channel = CHANNELS.find((each) => each === search["channel"])
  return {
    ...(days === undefined ? {} : { days }),
    ...(typeof search["deed"] === "string" ? { deed: search["deed"] } : {}),
    ...(channel === undefined ? {} : { channel }),
  }
}

/** Whole days of the reader's zone, today the last: the same all day, so that the report is not asked for again each minute. */
export function periodUntilToday(days: PeriodDays, now: Temporal.Instant, zone: string) {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const first = today.subtract({ days: Number(days) - 1 })
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).toInstant().toString()
  return { first, last: today, from: startOf(first), until: startOf(today.add({ days: 1 })) }
}

/** "1 September to 18 November 2026", the first year only where it differs. */
export function dayText(date: Temporal.PlainDate, other: Temporal.PlainDate | null): string {
  const month = date.toLocaleString("en-GB", { month: "long" })
  return other !== null && other.year === date.year ? `${date.day} ${month}` : `${date.day} ${month} ${date.year}`
}

/** What stands beside the title of a section that the filters do not touch: that it is of everything. */
export function unfiltered({ deed, channel }: ReportSearch, note?: string): string | undefined {
  if (deed === undefined && channel === undefined) return note
  return note === undefined ? words.report.unfiltered : `${note}, ${words.report.unfiltered}`
}
