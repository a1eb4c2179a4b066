import { countryOf } from "./country.ts"
import { invalid } from "./error.ts"

export const SALE_KINDS = ["goods", "service", "digital"] as const
export type SaleKind = (typeof SALE_KINDS)[number]

/** Why there is no right to withdraw: directive 2011/83/EU, article 16, by its letters. Not legal advice. */
export const EXCEPTIONS = [
  "performed",
  "price-moves",
  "made-to-order",
  "perishable",
  "sealed-hygiene",
  "mixed-for-good",
  "aged-drinks",
  "urgent-repair",
  "unsealed-recording",
  "newspaper",
  "auction",
  "booked-date",
  "digital-begun",
] as const
export type Exception = (typeof EXCEPTIONS)[number]

/** What each means, after "because": shown to members and to customers. */
export const EXCEPTION_WORDS: Readonly<Record<Exception, string>> = {
  performed: "the service was performed in full, with consent (article 16(a))",
  "price-moves": "its price depends on the financial market (article 16(b))",
  "made-to-order": "it was made to order (article 16(c))",
  perishable: "it spoils or expires quickly (article 16(d))",
  "sealed-hygiene": "it was sealed for health or hygiene and has been unsealed (article 16(e))",
  "mixed-for-good": "it is mixed with other things and cannot be separated (article 16(f))",
  "aged-drinks": "its price was agreed for a later delivery and depends on the market (article 16(g))",
  "urgent-repair": "an urgent repair at home was asked for (article 16(h))",
  "unsealed-recording": "the sealed recording or software has been unsealed (article 16(i))",
  newspaper: "it is a newspaper or magazine (article 16(j))",
  auction: "it was sold at a public auction (article 16(k))",
  "booked-date": "it was booked for a certain date: lodging, transport, car hire, catering, leisure (article 16(l))",
  "digital-begun": "its download or stream began with consent (article 16(m))",
}

/** One line of a workspace's rules: who may withdraw from what, until when. The most particular one that fits holds. */
export type WithdrawalRule = {
  /** ISO 3166-1, two letters; "EU": each of its members; "*": everywhere. */
  readonly country: string
  readonly kind: SaleKind
  /** Found in the product's name; empty: any product. */
  readonly product: string
  readonly days: number
  /** Goods: from the day of delivery (article 9(2)(b)). Services and digital content: from the day of the contract. */
  readonly from: "delivery" | "order"
  /** Everything is paid back within so many days of the customer's message (article 13(1)). */
  readonly refundDays: number
  /** There is no right to withdraw, and why. */
  readonly exception: Exception | null
  readonly source: string
}

export type AfterSaleSettings = {
  readonly withdrawal: readonly WithdrawalRule[]
  /** Whether customers are asked, once an order, if it did what they needed it for; how many days after delivery. */
  readonly outcome: { readonly on: boolean; readonly days: number }
}

const DIRECTIVE = "Directive 2011/83/EU, articles 9 to 16"
const IN_EU = { country: "EU", product: "", days: 14, refundDays: 14, exception: null, source: DIRECTIVE } as const

export const STANDARD_AFTER_SALE: AfterSaleSettings = {
  withdrawal: [
    { ...IN_EU, kind: "goods", from: "delivery" },
    { ...IN_EU, kind: "service", from: "order" },
    { ...IN_EU, kind: "digital", from: "order" },
  ],
  outcome: { on: false, days: 14 },
}

export const WITHDRAWAL_DAYS_MAX = 400 // days; a year and 14 days where nobody told the customer (article 10)
export const OUTCOME_DAYS_MAX = 365 // days; what is older nobody remembers

/** `invalid` for days out of range and for two rules of the same country, kind and product: one of them would be left out. */
export function assertAfterSale({ withdrawal, outcome }: AfterSaleSettings): void {
  if (outcome.days < 1 || outcome.days > OUTCOME_DAYS_MAX)
    throw invalid(`Customers are asked 1 to ${OUTCOME_DAYS_MAX} days after delivery.`, "afterSale")
  const seen = new Set<string>()
  for (const { country, kind, product } of withdrawal) {
    const key = JSON.stringify([country, kind, product.trim().toLowerCase()])
    if (seen.has(key))
      throw invalid(`There are two rules for ${country}, ${kind}, “${product}”. Keep one.`, "afterSale")
    seen.add(key)
  }
}

const EU = new Set("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "))

export type Sold = { readonly country: string | null; readonly kind: SaleKind; readonly product: string }

/** The rule for a sale: one that names the product before one that does not, a country before the EU, that before everywhere. */
export function ruleFor(
  rules: readonly WithdrawalRule[],
  { country: sold, kind, product }: Sold,
): WithdrawalRule | null {
  const country = countryOf(sold ?? "")
  const fitting = rules.filter(
    (rule) =>
      rule.kind === kind &&
      (rule.country === "*" ||
        (country !== null && countryOf(rule.country) === country) ||
        (rule.country === "EU" && EU.has(country ?? ""))) &&
      product.toLowerCase().includes(rule.product.trim().toLowerCase()),
  )
  const rank = (rule: WithdrawalRule) =>
    (rule.product.trim() === "" ? 0 : 10) + (rule.country === "*" ? 0 : rule.country === "EU" ? 1 : 2)
  return fitting.toSorted((one, other) => rank(other) - rank(one))[0] ?? null
}

export type Order = {
  readonly country: string | null
  readonly orderedOn: string
  readonly deliveredOn: string | null
  readonly rule: WithdrawalRule | null
  readonly exception: Exception | null
}

/** The customer's right to withdraw from an order, as it stands. Days are whole calendar days; `until` is the last moment. */
export type Window =
  | { readonly state: "none"; readonly exception: Exception }
  /** No rule of the workspace fits: nothing is said about it. */
  | { readonly state: "no-rule" }
  /** It begins with the delivery; the customer may withdraw already. */
  | { readonly state: "not-begun"; readonly days: number }
  | { readonly state: "open"; readonly until: string; readonly daysLeft: number }
  | { readonly state: "ended"; readonly until: string }

/**
 * How long the customer may still withdraw. The day of delivery does not count, and the period ends with the last hour of its
 * last day; in the EU, if that is a Saturday, a Sunday or one of `holidays`, with the next working day (Regulation (EEC, Euratom)
 * No 1182/71, article 3, which the directive's recital 41 refers to). Not legal advice.
 */
export function windowOf(
  order: Order,
  {
    now,
    zone,
    holidays,
  }: { readonly now: Temporal.Instant; readonly zone: string; readonly holidays: readonly string[] },
): Window {
  const { rule } = order
  const exception = order.exception ?? rule?.exception ?? null
  if (exception !== null) return { state: "none", exception }
  if (rule === null) return { state: "no-rule" }
  const start = rule.from === "order" ? order.orderedOn : order.deliveredOn
  if (start === null) return { state: "not-begun", days: rule.days }
  const counted = Temporal.PlainDate.from(start).add({ days: rule.days })
  const last = EU.has(order.country ?? "") ? onWorkingDay(counted, holidays) : counted
  const end = last.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  const until = end.subtract({ seconds: 1 }).toString()
  if (Temporal.Instant.compare(now, end) >= 0) return { state: "ended", until }
  const daysLeft = now.toZonedDateTimeISO(zone).toPlainDate().until(last, { largestUnit: "days" }).days
  return { state: "open", until, daysLeft }
}

function onWorkingDay(day: Temporal.PlainDate, holidays: readonly string[]): Temporal.PlainDate {
  let on = day
  while (on.dayOfWeek > 5 || holidays.includes(on.toString())) on = on.add({ days: 1 })
  return on
}

/** Whether a customer who writes now may have everything paid back by law. */
export function mayWithdraw(window: Window): boolean {
  return window.state === "open" || window.state === "not-begun"
}

/** Until when everything must be paid back: the end of the last day, counted from the day on which the customer told us. */
export function refundDueOf(at: string, refundDays: number, zone: string): string {
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().add({ days: refundDays })
  return day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ seconds: 1 }).toString()
}

/** When the customer is asked whether it helped: the beginning of a day, moved into working hours when it comes. */
export function checkDayOf(
  {
    kind,
    orderedOn,
    deliveredOn,
  }: { readonly kind: SaleKind; readonly orderedOn: string; readonly deliveredOn: string | null },
  days: number,
): string | null {
  const start = deliveredOn ?? (kind === "goods" ? null : orderedOn)
  return start === null ? null : Temporal.PlainDate.from(start).add({ days }).toString()
}
