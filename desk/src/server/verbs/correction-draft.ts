import { correctionText } from "../../ledger/correction.ts"
import type { PersonRow, RunRow } from "../database/corrections.ts"
import type { FactVersionRow } from "../database/facts.ts"

/** What a customer would be written: their own words, or those of the run with what they were told in their places. */
export function draftFor(run: RunRow, person: PersonRow, to: FactVersionRow, zone: string): string {
  if (person.words !== null) return person.words
  const date = Temporal.Instant.from(person.toldAt).toZonedDateTimeISO(zone).toPlainDate()
  const places = {
    name: person.ownName,
    date: date.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
    told: person.told ?? "",
    fact: to.statement,
  }
  return correctionText(person.choice === "honour" ? run.honourWords : run.words, places)
}
