import { standardCalendar, undertakings } from "../src/index.ts"
import type { Policy } from "../src/index.ts"

/** How texts are read here: as the command line and the desk read them. */
export function readingIn(zone: string): Pick<Policy, "calendar" | "undertakings"> {
  return { calendar: standardCalendar(zone), undertakings }
}
