/** What a time expression says, before a calendar and a "now" turn it into instants. */
export type When = Moment | Period | Span | Range | Vague | Gone

/** A day, a part of it, a time of the clock, or several of these together. */
export type Moment = {
  readonly shape: "moment"
  readonly edge: Edge
  readonly day?: Day
  readonly part?: Part
  readonly clock?: Clock
  /** With it, `clock` begins a window: "between 2 and 4". */
  readonly clockUntil?: Clock
  /** IANA name; "unknown" where the words name a place that we do not know ("your time"). */
  readonly zone?: string
  /** The edge said of the clock alone: "tomorrow after ten". */
  readonly clockEdge?: Edge
}

export type Edge = "on" | "by" | "before" | "after" | "just-after" | "from" | "since"

export type Day =
  | { readonly kind: "offset"; readonly days: number }
  | { readonly kind: "working"; readonly days: number }
  | { readonly kind: "weekday"; readonly weekday: number; readonly week: "coming" | "this" | "next" | "after" }
  | { readonly kind: "date"; readonly date: DateWords; readonly weekday?: number }
  /** Numbers whose order depends on the country: 5/3. */
  | {
      readonly kind: "pair"
      readonly first: number
      readonly second: number
      readonly year?: number
      readonly weekday?: number
    }
  | { readonly kind: "easter"; readonly days: number }
  /** A day by a distance from another: "a week on Friday", "3 days after 12 January". */
  | {
      readonly kind: "shifted"
      readonly day: Day
      readonly months: number
      readonly days: number
      readonly workingDays: number
    }
  /** Over, or of every week; with the day that it was, where the words name one. */
  | { readonly kind: "gone"; readonly was?: Day }

/** A day of a month; the coming one when the month is not said. */
export type DateWords = {
  /** Of several days the first; `day` is the last: "9 to 12 June". */
  readonly firstDay?: number
  readonly day: number
  readonly month?: number
  readonly monthShift?: number
  readonly year?: number
}

export type Part =
  | "first-thing"
  | "early-morning"
  | "morning"
  | "midday"
  | "early-afternoon"
  | "afternoon"
  | "evening"
  | "night"
  | "overnight"
  | "end"

/** Hours as said; `half` tells what is known of the half of the day. */
export type Clock = {
  readonly hour: number
  readonly minute: number
  readonly half: "am" | "pm" | "unknown" | "none"
  /** Only digits or a number word, which needs "at", "by" or a day beside it to be a time. */
  readonly bare: boolean
}

export type Period = {
  readonly shape: "period"
  readonly edge: Edge
  readonly unit: "week" | "month" | "quarter" | "year" | "weekend"
  /** 0 this, 1 next; of named months, quarters and years the coming one. */
  readonly shift: number
  /** Number of a named month or quarter. */
  readonly named?: number
  readonly year?: number
  /** The week that holds this day: "w/c 9th". */
  readonly holding?: Day
  readonly stretch: "whole" | "start" | "middle" | "end"
}

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year"

export type Span = {
  readonly shape: "span"
  readonly least: number
  readonly most: number
  readonly unit: Unit
  readonly working: boolean
  /** "a couple of". */
  readonly loose: boolean
  /** From which moment it runs; "elsewhere" for one that is not said or not known ("within 30 days of purchase"). */
  readonly since: "now" | "elsewhere"
}

/** From the beginning of one to the end of the other: "Tuesday or Wednesday", "from May to July". */
export type Range = { readonly shape: "range"; readonly first: Moment | Period; readonly last: Moment | Period }

/** `words` as said, in lower case; `like` the plainest of the words with that meaning. */
export type Vague = { readonly shape: "vague"; readonly words: string; readonly like: string }

/** Over, or said of every week: not a due. */
export type Gone = { readonly shape: "gone" }
