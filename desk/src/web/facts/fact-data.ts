import type { z } from "zod"
import type { fact, listFacts, readFact } from "../../contract/facts.ts"
import { words } from "../words.ts"

export type Fact = z.output<typeof fact>
export type OpenFact = z.output<typeof readFact.answer>
export type FactVersion = OpenFact["versions"][number]
export type { FactFilter } from "../../ledger/fact-filter.ts"
export type FactList = z.output<typeof listFacts.answer>

const LOCALE = "en-GB"

/** "12 Nov", with the year when it is not that of `today`. */
export function shownDay(day: string, today: string): string {
  const date = Temporal.PlainDate.from(day)
  const short = `${date.day}\u00a0${date.toLocaleString(LOCALE, { month: "short" }).slice(0, 3)}`
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${date.year}`
}

const SOON_DAYS = 30

/** What its row says of how long it is sure, and whether that needs a look. */
export function endOf(
  fact: Fact,
  today: string,
): { readonly tone: "late" | "soon" | "calm" | "mute"; readonly text: string } {
  const told = words.facts
  const { standing, current, confirmBefore } = fact
  if (standing === "retired") return { tone: "mute", text: told.retired }
  if (standing === "proposed") return { tone: "soon", text: told.proposed }
  if (standing === "coming") return { tone: "calm", text: told.coming(shownDay(current.validFrom ?? today, today)) }
  if (standing === "expired") return { tone: "late", text: told.expired(shownDay(current.validUntil ?? today, today)) }
  if (standing === "stale") return { tone: "late", text: told.stale(shownDay(confirmBefore ?? today, today)) }
  const [end] = [current.validUntil, confirmBefore].filter((day) => day !== null).toSorted()
  if (end === undefined) return { tone: "mute", text: told.untilChanged }
  const days = Temporal.PlainDate.from(today).until(end, { largestUnit: "day" }).days
  const shown = shownDay(end, today)
  return days <= SOON_DAYS ? { tone: "soon", text: told.daysLeft(shown, days) } : { tone: "calm", text: shown }
}

export function shownScope(scope: Readonly<Record<string, string>>): string {
  return Object.entries(scope)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ")
}
