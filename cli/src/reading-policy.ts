import { standardCalendar, undertakings } from "aboveboard-engine"
import type { Calendar, Policy } from "aboveboard-engine"

/** How the command line reads a text: by this calendar, and with what finds undertakings of which no rule knows the form. */
export function readingPolicy(calendar: Calendar = standardCalendar("UTC")): Pick<Policy, "calendar" | "undertakings"> {
  return { calendar, undertakings }
}
