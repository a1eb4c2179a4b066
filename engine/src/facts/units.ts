import type { Scale } from "./value.ts"

/** ISO code of what a word or sign says, "$" of a dollar of whichever country; null where it is no currency. */
export function currencyOf(word: string): string | null {
  return CURRENCIES.get(word) ?? null
}

const CURRENCIES: ReadonlyMap<string, string> = table(
  "€ euro euros eur:EUR $ dollar dollars buck bucks:$ usd us$:USD £ pound pounds gbp quid:GBP chf franc francs sfr fr:CHF ¥ yen jpy:JPY " +
    "sek kronor krona:SEK dkk kroner krone:DKK nok:NOK pln zł zloty:PLN czk koruna:CZK huf forint:HUF inr ₹ rupee rupees:INR cad:CAD aud:AUD nzd:NZD " +
    "sgd:SGD rs:INR aed dirham dirhams:AED sar riyal riyals:SAR omr:OMR qar:QAR kwd:KWD thb baht:THB myr ringgit:MYR idr:IDR php:PHP ils shekel shekels:ILS egp:EGP hkd:HKD twd:TWD rand:ZAR brl:BRL zar:ZAR mxn:MXN cny yuan rmb:CNY krw won:KRW try lira:TRY isk:ISK ron:RON bgn:BGN",
)

/** Whether two currencies may be one: "$" is said of any dollar. */
export function isSameCurrency(one: string, other: string): boolean {
  return one === other || (one === "$" && DOLLARS.test(other)) || (other === "$" && DOLLARS.test(one))
}

const DOLLARS = /^(?:\$|USD|CAD|AUD|NZD|SGD|HKD|TWD)$/

/** Hundredths: "99 cents". */
export const HUNDREDTHS: ReadonlyMap<string, string> = table("cent cents ct:c pence p penny:GBP rappen:CHF")

function table(lines: string): ReadonlyMap<string, string> {
  const entries: [string, string][] = []
  let words: string[] = []
  for (const part of lines.split(" ")) {
    const [word = "", code] = part.split(":")
    words.push(word)
    if (code === undefined) continue
    for (const each of words) entries.push([each, code])
    words = []
  }
  return new Map(entries)
}

export type TimeUnit = { readonly scale: Scale; readonly size: number }

/** A unit of time in its scale: "weeks" is 168 hours. */
export function timeUnitOf(word: string): TimeUnit | null {
  return TIME_UNITS.get(word) ?? null
}

const TIME_UNITS: ReadonlyMap<string, TimeUnit> = new Map(
  (
    [
      ["second seconds sec secs", "hours", 1 / 3600],
      ["minute minutes min mins", "hours", 1 / 60],
      ["hour hours hr hrs h", "hours", 1],
      ["day days night nights", "hours", 24],
      ["week weeks wk wks", "hours", 168],
      ["fortnight fortnights", "hours", 336],
      ["month months mth mths mo", "months", 1],
      ["year years yr yrs", "months", 12],
    ] as const
  ).flatMap(([words, scale, size]) => words.split(" ").map((word): [string, TimeUnit] => [word, { scale, size }])),
)

/** "business days", "working hours": the word before the unit. */
export const WORKING: ReadonlySet<string> = new Set(
  "business working work bank banking trading weekday week".split(" "),
)

/** A measure in its base unit: "kg" is 1,000 g. */
export function measureOf(word: string): { readonly of: string; readonly size: number } | null {
  return MEASURES.get(word) ?? null
}

const MEASURES: ReadonlyMap<string, { readonly of: string; readonly size: number }> = new Map(
  (
    [
      ["mg milligram milligrams", "gram", 0.001],
      ["g gram grams gramme grammes gr", "gram", 1],
      ["kg kilo kilos kilogram kilograms kgs", "gram", 1_000],
      ["tonne tonnes", "gram", 1_000_000],
      ["lb lbs", "lb", 1],
      ["stone", "lb", 14],
      ["oz ounce ounces", "oz", 1],
      ["mm millimetre millimetres millimeter millimeters", "metre", 0.001],
      ["cm centimetre centimetres centimeter centimeters", "metre", 0.01],
      ["m metre metres meter meters", "metre", 1],
      ["km kilometre kilometres kilometer kilometers kms", "metre", 1_000],
      ["inch inches", "inch", 1],
      ["ft foot feet", "inch", 12],
      ["mile miles mi", "mile", 1],
      ["yard yards yd", "inch", 36],
      ["ml millilitre millilitres milliliter milliliters", "litre", 0.001],
      ["cl", "litre", 0.01],
      ["l litre litres liter liters", "litre", 1],
      ["kb", "byte", 1e3],
      ["mb megabyte megabytes", "byte", 1e6],
      ["gb gig gigs gigabyte gigabytes", "byte", 1e9],
      ["tb terabyte terabytes", "byte", 1e12],
      ["kbit kbps kilobit kilobits", "bit", 1e3],
      ["mbit mbps mbits megabit megabits meg megs", "bit", 1e6],
      ["gbit gbps gbits gigabit gigabits", "bit", 1e9],
      ["w watt watts", "watt", 1],
      ["kw", "watt", 1_000],
      ["wh", "watt-hour", 1],
      ["kwh", "watt-hour", 1_000],
      ["degree degrees °", "degree", 1],
      ["hp horsepower", "horsepower", 1],
      ["pixel pixels px", "pixel", 1],
      ["dpi", "dot per inch", 1],
      ["sqm m2 m²", "square metre", 1],
      ["sqft", "square metre", 0.0929],
      ["cbm m3 m³", "cubic metre", 1],
      ["gsm", "gsm", 1],
      ["amp amps ampere amperes a", "ampere", 1],
      ["volt volts v", "volt", 1],
    ] as const
  ).flatMap(([words, of, size]) => words.split(" ").map((word) => [word, { of, size }] as const)),
)

const MEASURED: ReadonlySet<string> = new Set([...MEASURES.values()].map(({ of }) => of))

/** How many of one unit are in another of the same kind, "lb" in grams; null where they measure different things. */
export function unitsIn(one: string, other: string): number | null {
  if (one === other) return 1
  const [from, to] = [BASES.get(one), BASES.get(other)]
  return from === undefined || to === undefined || from.of !== to.of ? null : from.size / to.size
}

const BASES: ReadonlyMap<string, { readonly of: string; readonly size: number }> = new Map(
  (
    [
      ["gram", "gram", 1],
      ["lb", "gram", 453.592],
      ["oz", "gram", 28.3495],
      ["metre", "metre", 1],
      ["inch", "metre", 0.0254],
      ["mile", "metre", 1_609.34],
    ] as const
  ).map(([unit, of, size]) => [unit, { of, size }] as const),
)

/** Whether a count is of a unit of measure rather than of things. */
export function isMeasured(of: string): boolean {
  return MEASURED.has(of)
}
