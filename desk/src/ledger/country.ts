/** Countries as people write them, and as ISO 3166-1 does. */

const NAMES = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" })
/** What is written for a country and is not its code: exceptional reservations that everybody uses. */
const ALSO: Readonly<Record<string, string>> = { UK: "GB", EL: "GR" }
/** Codes with a name that are no country where somebody buys. */
const NO_COUNTRY: ReadonlySet<string> = new Set(["EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"])

/** "uk" and "GB" as "GB"; null where no country has the code. */
export function countryOf(written: string): string | null {
  const code = written.trim().toUpperCase()
  const known = ALSO[code] ?? code
  return /^[A-Z]{2}$/.test(known) && !NO_COUNTRY.has(known) && countryName(known) !== null ? known : null
}

/** "United Kingdom"; null for what is no code of a country. */
export function countryName(code: string): string | null {
  return /^[A-Z]{2}$/.test(code) ? (NAMES.of(code) ?? null) : null
}
