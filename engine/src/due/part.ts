import { innerTable, leadTable, phraseTable, readPhrase } from "./phrase-table.ts"
import { tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Part } from "./when.ts"

export type PartWords = {
  readonly part: Part
  /** Set where the words name today as well: "this afternoon". */ readonly today: boolean
}

const TODAY = phraseTable<Part>([
  ["morning", "[/later /late ]this morning|[this/in the] [am/a.m.]|this morn|this very morning"],
  ["early-morning", "early this morning"],
  ["midday", "this lunchtime|this lunch time"],
  ["early-afternoon", "early this afternoon|earlier this afternoon"],
  ["afternoon", "[/later /late /sometime ]this afternoon|this [pm/p.m./aft/arvo/avo/very afternoon]"],
  ["evening", "[/later /early /late ]this evening|this [eve/very evening/teatime]"],
  ["night", "tonight|2nite|2night|later tonight|tonite|2nyt|tnite|to-night|this night"],
])
const SOMETIME = phraseTable<Part>([
  ["first-thing", "first thing|first thing in the morning|first thing in the day|1st thing"],
  ["early-morning", "early in the morning|in the early morning|at dawn|at the crack of dawn|at first light|at sunrise"],
  [
    "morning",
    "mid-morning|by [/the ]morning|[in/during/late in/in the course of/during the course of] the morning|in the [mornings/morn]|before lunch",
  ],
  ["midday", "[by/at/over/during] lunch|[/at /around ]lunchtime|at lunch time|in the lunch hour"],
  ["early-afternoon", "early in the afternoon|[/straight /right /just ]after lunch|in the early afternoon"],
  [
    "afternoon",
    "mid-afternoon|[in/during/late in/in the course of/during the course of] the afternoon|in the late afternoon",
  ],
  [
    "evening",
    "[by/at/around] [tea time/teatime]|[in/during/early in/late in] the evening|by [tea/dusk/nightfall/sundown/sunset]|at [dusk/sunset]",
  ],
  ["night", "at night|during the night"],
  ["overnight", "overnight|over night|o/n|through the night"],
  [
    "end",
    "[/the ][end/close] of [day/the day/business/play]|within the day|[/the ]eod|e.o.d.|cob|c.o.b.|cop|c.o.p.|eob|eop|[/the ]end of the [working/business] day|end of [working/business] day|" +
      "[in/over/during] the course of the day|during the day|[before/b4] [close/we close/closing/home time/i finish/we finish]|by [close/closing/home time]|[/the ]end of [shift/my shift/the shift/his shift/her shift]|the [day is/day's] out|last thing|end of office hours|business close|closing time",
  ],
])
const BESIDE = innerTable<Part>([
  ["first-thing", "first thing"],
  ["early-morning", "early morning|early am|early"],
  ["morning", "morning|morn|am|a.m.|late morning|mid-morning|mid morning|midmorning|before lunch"],
  ["midday", "lunchtime|lunch|lunch time"],
  ["early-afternoon", "early afternoon|after lunch"],
  ["afternoon", "afternoon|pm|p.m.|late afternoon|mid-afternoon|mid afternoon|aft"],
  ["evening", "evening|eve|early evening|late evening|teatime|tea time|tea-time|dinner time"],
  ["night", "night|late night|late"],
  ["end", "close|close of play|close of business|cob|cop|eod|end of day|end of play"],
])
const AHEAD = leadTable<Part>([
  ["first-thing", "first thing on|first thing|1st thing"],
  ["early-morning", "early on|early"],
  ["morning", "the morning of|on the morning of|in the morning on"],
  ["afternoon", "the afternoon of|on the afternoon of|late on"],
  ["end", "late"],
  ["evening", "the evening of|on the evening of"],
  [
    "end",
    "[/the ][end/close] of|[cob/eod/last thing] on|[/the ][end/close] of [business/play/day/the day] on|last thing",
  ],
])

/** Words that a part of a day may begin with, alone or beside a day. */
export function partWords(): readonly string[] {
  return [TODAY, SOMETIME, BESIDE, AHEAD].flatMap((table) => [...table.keys()])
}

/** A part of the day that stands alone: "this afternoon", "in the morning", "end of day". */
export function readPart(tokens: Tokens, index: number): Read<PartWords> | null {
  const { text } = tokenAt(tokens, index)
  if (!TODAY.has(text) && !SOMETIME.has(text)) return null
  if (tokenAt(tokens, index + 1).text === "thing" && /^(?:the|very|a)$/.test(tokenAt(tokens, index - 1).text))
    return null
  return marked(readPhrase(TODAY, tokens, index), true) ?? marked(readPhrase(SOMETIME, tokens, index), false)
}

/** A part of a day that was just named: "(tomorrow) morning", "(Friday) pm". */
export function readPartAfterDay(tokens: Tokens, index: number): Read<PartWords> | null {
  return longer(readPart(tokens, index), marked(readPhrase(BESIDE, tokens, index), false))
}

/** A part of a day that is about to be named: "end of (Wednesday)", "first thing (tomorrow)". */
export function readPartAheadOfDay(tokens: Tokens, index: number): Read<PartWords> | null {
  return longer(readPart(tokens, index), marked(readPhrase(AHEAD, tokens, index), false))
}

function marked(read: Read<Part> | null, today: boolean): Read<PartWords> | null {
  return read === null ? null : { value: { part: read.value, today }, next: read.next }
}

function longer<T>(one: Read<T> | null, other: Read<T> | null): Read<T> | null {
  if (one === null || other === null) return one ?? other
  return other.next > one.next ? other : one
}
