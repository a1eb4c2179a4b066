import { wordSet } from "../words.ts"
import { innerTable, readPhrase } from "./phrase-table.ts"
import { tokenAt, tokensFrom } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"

const AFTER_CLOCK = innerTable<string>([
  ["America/Los_Angeles", "pt|pst|pdt|pacific|pacific time|us pacific|p.t.|p.s.t."],
  ["America/Denver", "mst|mdt|mountain time|us mountain"],
  ["America/Chicago", "ct|cst|cdt|central time|us central"],
  ["America/New_York", "et|est|edt|eastern|eastern time|us eastern|new york time|e.t.|e.s.t."],
  ["Europe/London", "bst|uk|gmt/bst|bst/gmt|uk time|london time|british time"],
  ["UTC", "utc|gmt|z"],
  ["Europe/Dublin", "irish time|dublin time"],
  ["Europe/Paris", "cet|cest|central european time|paris time|french time"],
  ["Europe/Berlin", "berlin time|german time"],
  ["Europe/Helsinki", "eet|eest"],
  ["Asia/Tokyo", "jst|japan time|tokyo time"],
  ["Asia/Singapore", "sgt|singapore time"],
  ["Asia/Hong_Kong", "hkt|hong kong time"],
  ["Australia/Sydney", "aest|aedt|sydney time"],
  ["Pacific/Auckland", "nzst|nzdt|nz time"],
  ["unknown", "your time|your local time|local time|our time|my time"],
])
const OWN = new Set(["our time", "my time"])

const US_ZONES = wordSet(
  "New_York Chicago Denver Los_Angeles Phoenix Anchorage Detroit Boise Juneau Sitka Nome Adak Metlakatla Yakutat Menominee Shiprock",
)

/**
 * The zone named after a time of the clock, if any: "PT", "(CET)". Summer and winter names both mean the wall clock there
 * ("PST" in July is what the clock in Los Angeles shows). "our time" is the author's own: no zone.
 */
export function readZone(tokens: Tokens, index: number): Read<string | undefined> | null {
  const bracket = tokenAt(tokens, index).text === "("
  const zone = readPhrase(AFTER_CLOCK, tokens, bracket ? index + 1 : index)
  if (zone === null || (bracket && tokenAt(tokens, zone.next).text !== ")")) return null
  const said = tokensFrom(tokens, index, zone.next)
    .map((token) => token.text)
    .join(" ")
  return { value: OWN.has(said) ? undefined : zone.value, next: bracket ? zone.next + 1 : zone.next }
}

/** Where 5/3 is read as May 3rd: the zones of the United States. Everywhere else it is the 5th of March. */
export function monthComesFirst(zone: string): boolean {
  const [region, city] = zone.split("/")
  if (region === "US" || zone === "Pacific/Honolulu") return true
  if (region !== "America" || city === undefined) return false
  return US_ZONES.has(city) || ["Indiana", "Kentucky", "North_Dakota"].includes(city)
}
