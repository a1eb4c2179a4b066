import type { SaleRequestKind } from "aboveboard-engine"
import { greeting } from "./greeting.ts"

export type Acknowledged = {
  readonly customer: string | null
  readonly kind: SaleRequestKind
  /** Their own sentence. */
  readonly words: string
  /** When it came in. */
  readonly at: string
  readonly zone: string
  readonly order: { readonly number: string | null; readonly product: string | null } | null
  /** By law, until when everything is paid back; null where no rule of the workspace says so. */
  readonly refundUntil: string | null
  /** By law, until when goods that were delivered are to be sent back; null where nothing was, or no rule says so. */
  readonly sendBackUntil: string | null
}

const NOUN: Readonly<Record<SaleRequestKind, string>> = {
  withdrawal: "withdrawal",
  cancellation: "cancellation",
  return: "wish to return it",
  refund: "request for a refund",
}

/**
 * That it came in, with its content, date and time (directive 2011/83/EU, articles 11(3) and 11a), to edit and send. It
 * says what the law sets and promises nothing by itself: that is for whoever confirms the proposed promise.
 */
export function acknowledgementText(about: Acknowledged): string {
  const { customer, kind, words, at, zone, order, refundUntil, sendBackUntil } = about
  const what = order === null ? "" : `, for ${orderName(order)}`
  const lines = [
    greeting(customer),
    "",
    `Your ${NOUN[kind]} came in on ${moment(at, zone)}${what}. You wrote: “${words.trim()}”`,
  ]
  if (refundUntil !== null) {
    lines.push("", `The last day that the law sets for paying back what you paid is ${day(refundUntil, zone)}.`)
    if (sendBackUntil !== null)
      lines.push(
        `The last day for sending the goods back is ${day(sendBackUntil, zone)}. Paying back may wait for them, or for proof that they are on their way.`,
      )
  }
  return lines.join("\n")
}

export function orderName({
  number,
  product,
}: {
  readonly number: string | null
  readonly product: string | null
}): string {
  if (number === null) return product ?? "your order"
  return product === null ? `order ${number}` : `order ${number} (${product})`
}

function moment(at: string, zone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const time = local.toPlainTime().toString({ smallestUnit: "minute" })
  return `${longDay(local.toPlainDate())} at ${time} (${zone.replaceAll("_", " ")})`
}

function day(at: string, zone: string): string {
  return longDay(Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate())
}

function longDay(date: Temporal.PlainDate): string {
  return date.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" })
}

export const OUTCOMES = ["yes", "partly", "no"] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What asks the customer, once, whether it helped. */
export function outcomeQuestion(
  order: { readonly number: string | null; readonly product: string | null },
  url: string,
): string {
  return [
    "Hello,",
    "",
    `you bought ${order.product ?? orderName(order)} from us. Did it do what you needed it for? You can tell us here with one press, and add a line if you like:`,
    url,
    "",
    "This mail was sent automatically and we ask once only. An answer to it reaches a person.",
  ].join("\n")
}
