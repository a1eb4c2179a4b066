import { countryCode } from "./places.ts"

/** What is known of whom a message is about. */
export type Known = Readonly<Record<string, string>>

/** The values of a dimension that are known to hold for whom the message is about; null where nothing is known. */
export function knownValue(dimension: string, values: readonly string[], known: Known): readonly string[] | null {
  const entry = Object.entries(known).find(([name]) => name.toLowerCase() === dimension.toLowerCase())
  if (entry === undefined) return null
  const wanted = entry[1].toLowerCase()
  return values.filter(
    (value) =>
      value.toLowerCase() === wanted ||
      (countryCode(value) === countryCode(entry[1].toUpperCase()) && countryCode(value) !== null),
  )
}
