/** A typed value as words or a fact say it. Amounts of one thing are `min` = `max`. */

/** How the words limit it: "up to 5", "at least 5", "under 5", "over 5", "about 5". */
export type Bound = "exact" | "most" | "least" | "under" | "over" | "about"

/** Units of time that can be turned into one another; working days and months cannot be turned into days. */
export type Scale = "hours" | "working days" | "months"

export type Money = {
  readonly kind: "money"
  readonly min: number
  readonly max: number
  /** ISO 4217; "$" where only a dollar is named, "" where nothing is. */
  readonly currency: string
  /** What it is paid for each time: "month", "person", a concept; "" where not said. */
  readonly per: string
  readonly bound: Bound
  /** Said without a figure: "free", "costs nothing". */
  readonly isFree?: boolean
}
export type Percent = { readonly kind: "percent"; readonly min: number; readonly max: number; readonly bound: Bound }
export type Duration = {
  readonly kind: "duration"
  readonly min: number
  readonly max: number
  readonly scale: Scale
  readonly bound: Bound
}
export type Count = {
  readonly kind: "count"
  readonly min: number
  readonly max: number
  /** A unit ("kg" as grams: "g") or the concept of what is counted; "" for a bare number. */
  readonly of: string
  /** In how many hours: "120 requests a minute"; absent where not said. */
  readonly every?: number
  readonly bound: Bound
}
/** Parts that were not said are absent. `edge` says on which side of it something holds. */
export type DateValue = {
  readonly kind: "date"
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly edge: "on" | "until" | "from"
}
export type Value = Money | Percent | Duration | Count | DateValue

/** A value and the tokens that say it, `to` exclusive. */
export type Said<Kind extends Value = Value> = { readonly value: Kind; readonly from: number; readonly to: number }

/** A price of nought, said in words. */
export function saysFree(value: Value): boolean {
  return value.kind === "money" && value.isFree === true
}
