import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { compileFacts, factBookOf, review, standardCalendar } from "../src/index.ts"
import type { CompiledFacts } from "../src/index.ts"
import { readingOf } from "../src/facts/check-claims.ts"
import { comparisonClaim } from "../src/facts/comparison-claim.ts"
import { evidenceClaim } from "../src/facts/evidence-claim.ts"
import { placesIn } from "../src/facts/find-claims.ts"
import type { Place } from "../src/facts/find-claims.ts"
import { rowsOf, textIn } from "./rows.ts"

/** A clause of a labelled message, with the labels that overlap it. */
export type LabelledPlace = {
  readonly business: string
  /** Whose fact book it was read with: another's than the business's has no fact that is meant. */
  readonly book: string
  readonly id: string
  readonly place: Place
  readonly labels: readonly Label[]
}
export type Label = { readonly start: number; readonly end: number; readonly verdict: string; readonly factId?: string }

/**
 * Every clause of the labelled messages of a folder that is read as a claim of amounts or of form; of every so many messages
 * also as read with each other business's book.
 */
export function placesOf(folder: string, set: string, strangerEvery = 0): readonly LabelledPlace[] {
  const books = new Map(
    readdirSync(join(folder, "facts")).map((name) => {
      const { book } = factBookOf(JSON.parse(readFileSync(join(folder, "facts", name), "utf8")))
      return [name.replace(".json", ""), compileFacts(book)] as const
    }),
  )
  return rowsOf(folder, set).flatMap((row, index) => {
    const business = textIn(row, "business")
    const labels: readonly Label[] = Array.isArray(row["claims"]) ? row["claims"] : []
    return [...books].flatMap(([name, facts], at) => {
      const isOwn = name === business
      if (!isOwn && (strangerEvery === 0 || (index + at) % strangerEvery !== 0)) return []
      return placesRead(textIn(row, "text"), `${textIn(row, "asOf")}T12:00:00Z`, facts).map((place) => ({
        business,
        book: name,
        id: textIn(row, "id"),
        place,
        labels: isOwn ? labels.filter(({ start, end }) => start < place.clause.end && place.clause.start < end) : [],
      }))
    })
  })
}

function placesRead(text: string, now: string, facts: CompiledFacts): readonly Place[] {
  let places: readonly Place[] = []
  const listening: CompiledFacts = {
    ...facts,
    check: (message, findings) => {
      places = placesIn(readingOf(message, findings, facts)).filter(
        (place) => evidenceClaim(place) === null && comparisonClaim(place) === undefined,
      )
      return { claims: [], findings: [] }
    },
  }
  review({ text, now, zone: "UTC" }, { calendar: standardCalendar("UTC"), facts: listening })
  return places
}
