import { countryOf } from "./places.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** Things of which lists are made in every trade, so that one of them is known where the list does not name it. */
export type ListKind = "payment" | "language" | "country" | "format"

/** One of a kind that the tokens name: what it is, and which tokens say it, `to` exclusive. */
export type Named = { readonly what: string; readonly from: number; readonly to: number }

/** The things of a kind that tokens name: "Visa", "bank transfer"; "Dutch"; "Norway". */
export function namedOf(kind: ListKind, tokens: readonly Token[]): readonly Named[] {
  const found: Named[] = []
  for (let at = 0; at < tokens.length;) {
    const named = namedAt(kind, tokens, at)
    if (named !== null) found.push(named)
    at = named?.to ?? at + 1
  }
  return found
}

function namedAt(kind: ListKind, tokens: readonly Token[], at: number): Named | null {
  const { text = "", capital = false } = tokens[at] ?? {}
  if (kind === "country") {
    const code = countryOf(text, capital)
    return code === null ? null : { what: code, from: at, to: at + 1 }
  }
  if (kind === "format")
    return FORMATS.has(text) && (capital || text !== "word")
      ? { what: FORMATS.get(text) ?? text, from: at, to: at + 1 }
      : null
  if (kind === "language") return capital && LANGUAGES.has(text) ? { what: text, from: at, to: at + 1 } : null
  const way = PAYMENTS.get(text)?.find(({ words }) => words.every((word, place) => textAt(tokens, at + place) === word))
  // "pay the invoice", "we can discover why", "Friday is ideal": only a way of paying where it is said as one.
  const isBeside = tokens.length > 2 && DOUBTFUL.has(text) && !BY.test(textAt(tokens, at - 1))
  return way === undefined || isBeside ? null : { what: way.what, from: at, to: at + way.words.length }
}

/** The kind of which most items of a list are. */
export function kindOfItems(items: readonly (readonly Token[])[]): ListKind | null {
  return KINDS.find((kind) => items.filter((item) => namedOf(kind, item).length > 0).length > items.length / 2) ?? null
}

const KINDS: readonly ListKind[] = ["payment", "language", "country", "format"]

/** Kinds of files. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ..."pdf tiff png gif svg eps ai psd indesign illustrator photoshop canva publisher csv xml json zip mp3 mp4 wav heic"
    .split(" ")
    .map((word): [string, string] => [word, word]),
  ["tif", "tiff"],
  ["jpg", "jpeg"],
  ["jpeg", "jpeg"],
  ["jpegs", "jpeg"],
  ["jpgs", "jpeg"],
  ["pdfs", "pdf"],
  ["word", "word"],
  ["docx", "word"],
  ["excel", "excel"],
  ["xlsx", "excel"],
  ["powerpoint", "powerpoint"],
])

const LANGUAGES: ReadonlySet<string> = new Set(
  (
    "english german french spanish italian portuguese dutch polish czech slovak hungarian romanian bulgarian greek turkish arabic hebrew " +
    "russian ukrainian swedish danish norwegian finnish icelandic estonian latvian lithuanian croatian serbian slovenian albanian chinese " +
    "mandarin cantonese japanese korean hindi urdu punjabi bengali welsh irish catalan basque galician persian farsi vietnamese thai swahili"
  ).split(" "),
)

/** What is paid with: what it is, then how it is said. */
const WAYS = `
visa: visa
mastercard: mastercard|master card
amex: amex|american express
maestro: maestro
girocard: girocard|ec card|giro card
debit card: debit card|debit cards|debit
credit card: credit card|credit cards|credit
card: card|cards|plastic
gift card: gift card|gift cards|gift voucher|gift vouchers|voucher|vouchers
cash: cash
cheque: cheque|cheques|check|checks
paypal: paypal
klarna: klarna
apple pay: apple pay
google pay: google pay
direct debit: direct debit|direct debits|sepa
bank transfer: bank transfer|bank transfers|transfer|transfers|wire
invoice: invoice|invoices
crypto: crypto|bitcoin|cryptocurrency
instalments: instalments|installments
ideal: ideal
bancontact: bancontact
twint: twint
revolut: revolut
venmo: venmo
zelle: zelle
stripe: stripe
diners: diners|diners club
discover: discover
`

const DOUBTFUL: ReadonlySet<string> = new Set(
  "invoice invoices voucher vouchers transfer transfers check checks credit debit wire discover ideal stripe diners".split(
    " ",
  ),
)
const BY = /^(?:by|via|with|per|on|through|in|a|an|take|takes|accept|accepts|and|or|bank|,)$/

type Way = { readonly words: readonly string[]; readonly what: string }

/** By their first word, the longer first. */
const PAYMENTS: ReadonlyMap<string, readonly Way[]> = Map.groupBy(
  WAYS.trim()
    .split("\n")
    .flatMap((line): readonly Way[] => {
      const [what = "", ways = ""] = line.split(": ")
      return ways.split("|").map((words) => ({ what, words: words.split(" ") }))
    })
    .sort((one, other) => other.words.length - one.words.length),
  ({ words }) => words[0] ?? "",
)

/** "card" is any card; a list that has credit cards takes Visa for all we know. */
export function mayBeOf(one: string, other: string): boolean {
  if (one === other) return true
  const isCard = (what: string): boolean => CARDS.has(what)
  if (one === "card" || other === "card") return isCard(one === "card" ? other : one)
  return (one === "credit card" && BRANDS.has(other)) || (other === "credit card" && BRANDS.has(one))
}

const BRANDS: ReadonlySet<string> = new Set("visa mastercard amex diners discover".split(" "))
const CARDS: ReadonlySet<string> = new Set([...BRANDS, "maestro", "girocard", "debit card", "credit card"])
