import { wordSet } from "../words.ts"
import { monthNames, readMonth, readWhichMonth, readYear } from "./date.ts"
import { readDay } from "./day.ts"
import { readOrdinalDigits } from "./numbers.ts"
import { leadTable, phraseTable, readPhrase } from "./phrase-table.ts"
import { standsApartAfter } from "./surroundings.ts"
import { tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Edge, Gone, Period } from "./when.ts"

type Which = Pick<Period, "unit" | "shift"> & {
  readonly stretch?: Period["stretch"]
  readonly gone?: true
  readonly needsStretch?: true
}

const EDGES = leadTable<Edge>([
  [
    "on",
    "one [evening/morning/afternoon/day/lunchtime]|any day|in|during|over|across|on|at|within|inside|through|throughout|[in/over/during] the course of|well within|sometime|some time|at some point|[sometime/some time/at some point] [in/over/during]|sometime on|around|about|round about|at some time",
  ],
  [
    "by",
    "by|until|till|between now and|from now [until/to]|no later than|not later than|up to|by about|by around|up until|on or before|at or before",
  ],
  ["before", "before|b4|prior to|ahead of|[well/long/sometime/some time/at some point] before"],
  ["after", "after|once"],
  ["from", "from|starting|as of|as from|beginning"],
  ["since", "since"],
])
const STRETCHES = leadTable<Period["stretch"]>([
  ["start", "early|early in|[/the ][early part/start/beginning/first half] of|earlier|at the [start/beginning] of"],
  ["middle", "[/the ][mid/mid -/middle of]|midway through|[towards/in] the middle of|mid of"],
  [
    "end",
    "late|late in|later|later [on/in]|[towards/toward] the [end/back end] of|[/the ][end/latter part/back end/tail end/close/second half/last day/last working day] of|at the end of|the very end of|end|at end of",
  ],
])
const WHICH = phraseTable<Which>([
  ...(["week", "month", "quarter", "year"] as const).flatMap((unit): (readonly [Which, string])[] => [
    [{ unit, shift: 0 }, `this [/calendar /current /working ]${unit}|the current ${unit}`],
    [
      { unit, shift: 1 },
      `[/the ]next calendar ${unit}|next [/working ]${unit}|[/the ][following/coming] ${unit}|this coming ${unit}`,
    ],
    [{ unit, shift: 2 }, `[/the ]${unit} after next|the ${unit} after`],
    [{ unit, shift: 0, needsStretch: true }, `[/the ][/working /business ]${unit}`],
    [{ unit, shift: -1, gone: true }, `[/the ][last/previous/past] ${unit}|[every/each/per/a] ${unit}`],
  ]),
  [{ unit: "week", shift: 0 }, "this workweek|this wk|this work week"],
  [{ unit: "week", shift: 1 }, "next workweek|next wk|nxt wk|nxt week|next work week"],
  [
    { unit: "weekend", shift: 0 },
    "[/the /this ][wknd/w'end/weekend/wkend]|this w/end|w/end|this w/e|[this/the] coming weekend|the w/e|the w/end",
  ],
  [{ unit: "weekend", shift: 1 }, "[next/nxt] [weekend/wkend/wknd]|the following weekend|next w/e"],
  [{ unit: "weekend", shift: 2 }, "the weekend after next|weekend after next"],
  [{ unit: "weekend", shift: -1, gone: true }, "[last/previous/past/the past/every/each] weekend"],
  [
    { unit: "week", shift: 0, stretch: "end" },
    "during the week|in the course of the week|eow|end of wk|end of the wk|week's end|the week's end|the week is out|the week's out",
  ],
  [
    { unit: "month", shift: 0, stretch: "end" },
    "eom|month end|month-end|the month end|the month-end|the month's end|month's end|the month is out",
  ],
  [
    { unit: "year", shift: 0, stretch: "end" },
    "eoy|year end|year-end|the year end|the year-end|the year's end|the year is out",
  ],
  [{ unit: "week", shift: 0, stretch: "middle" }, "midweek"],
  [{ unit: "quarter", shift: 0, stretch: "end" }, "eoq|quarter end|quarter-end|the quarter's end"],
])
const HOLDING = leadTable<true>([
  [
    true,
    "w/c|wc|w/b|w/commencing|w/e|[/the ]week [commencing/beginning/of/ending/starting]|wk [of/commencing/beginning]",
  ],
])
const QUARTERS = ["q1", "q2", "q3", "q4"]

/** A week, month, quarter, year or weekend: "early next week", "by the end of the month", "in May", "w/c 9th". */
export function readPeriod(tokens: Tokens, index: number): Read<Period | Gone> | null {
  const first = tokenAt(tokens, index)
  if (!periodWords.has(first.text) && first.kind !== "number") return null
  const edge = readPhrase(EDGES, tokens, index)
  const led = edge === null ? null : readStretched(tokens, edge.next, edge.value, leadWord(tokens, index, edge.next))
  return led ?? readStretched(tokens, index, "on", "")
}

/** "in the course of next week" is as "during next week", unlike "in next week". */
function leadWord(tokens: Tokens, index: number, next: number): string {
  const { text } = tokenAt(tokens, index)
  if (text === "well") return tokenAt(tokens, index + 1).text // "well within the week"
  return next > index + 2 && text === "in" ? "during" : text
}

/** The same after "between" or "from", where a bare month is one: "(between) May (and July)". */
export function readPeriodInRange(tokens: Tokens, index: number): Read<Period | Gone> | null {
  return readStretched(tokens, index, "on", "between")
}

function readStretched(tokens: Tokens, index: number, edge: Edge, lead: string): Read<Period | Gone> | null {
  const stretch = readPhrase(STRETCHES, tokens, index)
  const inner = stretch === null ? null : readUnit(tokens, stretch.next, { edge, lead: "of", stretch: stretch.value })
  const read = inner ?? readUnit(tokens, index, { edge, lead, stretch: "whole" })
  return read !== null && standsApartAfter(tokens, read.next) ? read : null
}

type UnitContext = { readonly edge: Edge; readonly lead: string; readonly stretch: Period["stretch"] }

function readUnit(tokens: Tokens, index: number, context: UnitContext): Read<Period | Gone> | null {
  return readHolding(tokens, index, context) ?? readWhich(tokens, index, context) ?? readNamed(tokens, index, context)
}

function readWhich(tokens: Tokens, index: number, context: UnitContext): Read<Period | Gone> | null {
  const which = readPhrase(WHICH, tokens, index)
  if (which === null) return null
  const { unit, shift, stretch, gone, needsStretch } = which.value
  const inside = context.lead === "within" || context.lead === "inside"
  if (needsStretch === true && ((context.stretch === "whole" && !inside) || standsForMore(tokens, which.next)))
    return null
  if (unit === "weekend" && tokenAt(tokens, index).text === "weekend" && context.lead === "") return null
  if (gone === true) return tokenAt(tokens, index).text === "a" ? null : { value: { shape: "gone" }, next: which.next }
  if (context.lead === "in" && /^(?:this|next)$/.test(tokenAt(tokens, index).text)) return null
  const period = { shape: "period", edge: context.edge, unit, shift, stretch: stretch ?? context.stretch } as const
  return { value: period, next: which.next }
}

/** "end of week 3", "end of year sale": not the end of this one. */
function standsForMore(tokens: Tokens, next: number): boolean {
  const after = tokenAt(tokens, next)
  return (
    after.kind === "number" ||
    /^(?:sale|sales|report|reports|party|accounts|results|bonus|stock|clearance|review|figures)$/.test(after.text)
  )
}

/** "w/c 9th", "the week of April 10th". */
function readHolding(tokens: Tokens, index: number, context: UnitContext): Read<Period> | null {
  const lead = readPhrase(HOLDING, tokens, index)
  if (lead === null) return readWeekOfMonth(tokens, index, context)
  const at = tokenAt(tokens, lead.next).text === "the" ? lead.next + 1 : lead.next
  const day = readDay(tokens, at) ?? readNakedDay(tokens, at)
  if (day === null || day.value.kind === "gone") return null
  return {
    value: {
      shape: "period",
      edge: context.edge,
      unit: "week",
      shift: 0,
      holding: day.value,
      stretch: context.stretch,
    },
    next: day.next,
  }
}

const WEEKS_OF_MONTH = leadTable<number>([
  [1, "[/the ][first/1st] week [of/in]"],
  [8, "[/the ][second/2nd] week [of/in]"],
  [15, "[/the ][third/3rd] week [of/in]"],
  [22, "[/the ]fourth week of"],
  [28, "[/the ]last week [of/in]|the final week of"],
])

/** "the first week of May": the week that holds the 1st. */
function readWeekOfMonth(tokens: Tokens, index: number, context: UnitContext): Read<Period> | null {
  const week = readPhrase(WEEKS_OF_MONTH, tokens, index)
  if (week === null) return null
  const month = readMonth(tokens, week.next)
  const which = month === null ? readWhichMonth(tokens, week.next) : null
  const next = month?.next ?? which?.next
  if (next === undefined) return null
  const year = readYear(tokens, next)
  const named = month === null ? { monthShift: which?.value ?? 0 } : { month: month.value }
  const date = { day: week.value, ...named, ...(year === null ? {} : { year: year.value }) }
  const holding = { kind: "date", date } as const
  return {
    value: { shape: "period", edge: context.edge, unit: "week", shift: 0, holding, stretch: context.stretch },
    next: year?.next ?? next,
  }
}

function readNakedDay(tokens: Tokens, index: number): ReturnType<typeof readDay> {
  const day = readOrdinalDigits(tokens, index)
  if (day === null || day.value < 1 || day.value > 31) return null
  return { value: { kind: "date", date: { day: day.value } }, next: day.next }
}

/** "in May", "next March", "Q3 2026", "in 2027". A month needs a word of time before it: "may" and "march" are verbs too. */
function readNamed(tokens: Tokens, index: number, context: UnitContext): Read<Period | Gone> | null {
  const next = ["next", "this", "the coming"].includes(tokenAt(tokens, index).text) ? 1 : 0
  const quarter = QUARTERS.indexOf(tokenAt(tokens, index).text) + 1
  const month = readMonth(tokens, index + next)
  const base = { shape: "period", edge: context.edge, shift: 0, stretch: context.stretch } as const
  if (quarter > 0) return withYear(tokens, index + 1, { ...base, unit: "quarter", named: quarter })
  if (month !== null && monthStands(tokens, index + next, { ...context, lead: next === 1 ? "next" : context.lead })) {
    return withYear(tokens, month.next, { ...base, unit: "month", named: month.value })
  }
  const year = readYear(tokens, index)
  if (
    year === null ||
    year.value < 2000 ||
    year.value > 2060 ||
    tokenAt(tokens, index - 2).text === "ending" ||
    !["in", "by", "during", "of", "until", "before"].includes(context.lead)
  )
    return null
  return { value: { ...base, unit: "year", year: year.value }, next: year.next }
}

/** Without one of these, or a number, no period begins; most words are told by this one look. */
export const periodWords: ReadonlySet<string> = new Set([
  ...[EDGES, STRETCHES, WHICH, HOLDING, WEEKS_OF_MONTH].flatMap((table): readonly string[] => [...table.keys()]),
  ...QUARTERS,
  ...monthNames,
  ..."next this".split(" "),
])

const CAPITAL_ONLY = wordSet("may march mar sun dec jan august")

function monthStands(tokens: Tokens, index: number, context: UnitContext): boolean {
  const token = tokenAt(tokens, index)
  const sign = ["-", "/"].includes(tokenAt(tokens, index + 1).text) ? 2 : 1
  const year = readYear(tokens, index + sign) !== null
  if (context.lead === "" && !year) return false
  if (context.lead === "next" && CAPITAL_ONLY.has(token.text)) return token.capital
  return token.capital || !CAPITAL_ONLY.has(token.text) || context.lead === "in" || context.lead === "of"
}

function withYear(tokens: Tokens, index: number, period: Period): Read<Period> {
  const sign = [",", "of", "in", "-", "/"].includes(tokenAt(tokens, index).text) ? 1 : 0
  const year = readYear(tokens, index + sign)
  return year === null ? { value: period, next: index } : { value: { ...period, year: year.value }, next: year.next }
}
