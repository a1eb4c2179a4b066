import { type Calendar, standardCalendar } from "aboveboard-engine"
import { type Draw, exponential, lognormal, pareto } from "./chance.ts"

/** How a team of the simulation works. Times are working minutes; `part` runs from 0 to 1 over the whole run. */
export type DeskKind = {
  readonly name: string
  /** Nothing about how it works changes while it is watched. */
  readonly isStable: boolean
  readonly owners: number
  /** Mean working minutes that one promise takes its owner. */
  readonly service: number
  readonly shape: Draw
  /** Which part of their time promises take up. */
  readonly busy: (part: number, minute: number) => number
  /** From said to the due that the customer is told. */
  readonly slack: Draw
  /** Before it can be begun: a supplier, a part. */
  readonly wait: Draw
  /** 0: begun at once. 1: at a moment drawn from said to due. */
  readonly putOff: number
  readonly order: "due" | "said"
  /** What the service and the wait are multiplied by. */
  readonly drift: (part: number) => number
  /** The share that is said, and kept, outside working hours. */
  readonly outside: number
  /** Tells the customer the honest date where the one asked for is at risk. */
  readonly saysHonest: boolean
  readonly calendar: Calendar
}

export const DAY = 480 // working minutes

const WEEK = standardCalendar("Europe/London")
const STEADY: Omit<DeskKind, "name"> = {
  isStable: true,
  owners: 3,
  service: 40,
  shape: lognormal(0.6),
  busy: () => 0.7,
  slack: dueIn(2),
  wait: () => 0,
  putOff: 0,
  order: "due",
  drift: () => 1,
  outside: 0,
  saysHonest: false,
  calendar: WEEK,
}

function dueIn(days: number): Draw {
  const more = exponential(days * DAY)
  return (chance) => 60 + more(chance)
}

function times(factor: number, draw: Draw): Draw {
  return (chance) => factor * draw(chance)
}

function wave(period: number): (part: number, minute: number) => number {
  return (_part, minute) => 0.6 + 0.3 * Math.sin((2 * Math.PI * minute) / period)
}

const EVERY_DAY: Calendar = {
  ...WEEK,
  hours: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: "09:00", until: "17:00" }]])),
}
const HALF_DAYS: Calendar = {
  ...standardCalendar("America/New_York"),
  hours: {
    2: [
      { from: "08:30", until: "12:10" },
      { from: "13:00", until: "17:20" },
    ],
    4: [{ from: "10:00", until: "18:00" }],
    5: [{ from: "09:00", until: "13:00" }],
    6: [{ from: "09:00", until: "13:00" }],
  },
  daysOff: ["2026-03-19", "2026-04-03", "2026-04-04", "2026-05-01"],
}

/** The desks on which the honest date is measured: first those whose record is stable, then those where it is not. */
export const DESK_KINDS: readonly DeskKind[] = [
  { ...STEADY, name: "steady, three owners" },
  { ...STEADY, name: "one owner", owners: 1 },
  { ...STEADY, name: "little to do", busy: () => 0.3 },
  { ...STEADY, name: "much to do", owners: 4, service: 60, busy: () => 0.88, shape: lognormal(0.8) },
  { ...STEADY, name: "twelve owners", owners: 12, busy: () => 0.75 },
  { ...STEADY, name: "long work, days each", owners: 2, service: 150, busy: () => 0.8, slack: dueIn(5) },
  { ...STEADY, name: "first said, first done", order: "said", owners: 2, busy: () => 0.75 },
  { ...STEADY, name: "always a day promised", slack: () => DAY, busy: () => 0.75 },
  { ...STEADY, name: "put off towards due", putOff: 1, busy: () => 0.4, service: 30 },
  { ...STEADY, name: "put off, much to do", putOff: 1, busy: () => 0.7, service: 30 },
  { ...STEADY, name: "waits for suppliers", busy: () => 0.4, service: 30, wait: times(DAY / 2, lognormal(1)) },
  { ...STEADY, name: "heavy tail of work", shape: pareto(2.2), busy: () => 0.6 },
  { ...STEADY, name: "heavy tail of waits", busy: () => 0.4, service: 30, wait: times(DAY / 3, pareto(1.5)) },
  { ...STEADY, name: "open every day", calendar: EVERY_DAY },
  { ...STEADY, name: "half days, days off, New York", calendar: HALF_DAYS },
  { ...STEADY, name: "evenings and weekends too", outside: 0.2 },
  { ...STEADY, name: "load changes within a week", busy: wave(5 * DAY) },
  { ...STEADY, name: "load changes within a day", busy: wave(DAY) },
  { ...STEADY, name: "tells the honest date", saysHonest: true },
  { ...STEADY, name: "tells it, much to do", saysHonest: true, owners: 4, busy: () => 0.85 },
  { ...STEADY, name: "tells it, heavy tail", saysHonest: true, shape: pareto(2.2), busy: () => 0.6 },
  { ...STEADY, name: "tells it, puts off", saysHonest: true, putOff: 1, busy: () => 0.4, service: 30 },
  ...UNSTABLE(),
]

function UNSTABLE(): readonly DeskKind[] {
  const desk = { ...STEADY, isStable: false, busy: () => 0.55 }
  return [
    { ...desk, name: "work takes ever longer, ×2.7", drift: (part) => 0.6 + part },
    { ...desk, name: "work takes ever less, ÷2.7", drift: (part) => 1.6 - part },
    { ...desk, name: "load grows, 0.4 to 0.95", busy: (part) => 0.4 + 0.55 * part },
    { ...desk, name: "load doubles at once, to 1.1", busy: (part) => (part < 0.6 ? 0.55 : 1.1) },
    { ...desk, name: "an owner of three leaves", busy: (part) => (part < 0.6 ? 0.65 : 0.97) },
    {
      ...desk,
      name: "waits triple at once",
      wait: times(DAY / 2, lognormal(1)),
      drift: (part) => (part < 0.6 ? 1 : 3),
    },
  ]
}
