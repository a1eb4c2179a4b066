import { wordSet } from "../words.ts"
import { readClock } from "./clock.ts"
import { innerTable, phraseTable, readPhrase } from "./phrase-table.ts"
import { readSingle } from "./single.ts"
import { standsApartAfter } from "./surroundings.ts"
import { tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import { said } from "./vague.ts"
import type { Day, Vague, When } from "./when.ts"

const EVENT_LEADS = phraseTable<true>([
  [
    true,
    "[at/by/towards/before] the end of|at the [start/beginning] of|on the [day/morning/eve] of|the [day/night/week/morning] [before/after]|the morning of|[before/after]|prior to|in [time/good time/plenty of time] for|[well/just/shortly/right/immediately] before|[shortly/soon/immediately/straight/right/just] after|[in advance/well in advance/ahead/well ahead] of|during|when",
  ],
])
export const OF_WHOM = wordSet(
  "the our my your his her their first next this next week's next month's this week's this month's tomorrow's today's tonight's",
)
const EVENTS = wordSet(
  "meeting game match wedding event party conference exhibition launch inspection period contract tenancy lease course trial session shift project frost shutdown closure outage maintenance refit holidays holiday hols leave landing interview deadline ceremony viewing appointment show fair season training lunch dinner break service funeral move closing completion exam term run payday payment renewal delivery collection visit call trip flight sale audit hearing op operation birthday christening race tournament concert gig weekend",
)
const ALONE = wordSet(
  "completion term hols holidays departure arrival checkout check-out travel exchange landing work school training dinner breakfast hours closing",
)
const LEAVING = innerTable<true>([
  [
    true,
    "[i/we] [go/leave/finish/close/shut/return/reopen/get back/get in]|i go on [leave/holiday]|i go home|i finish up|i [log/clock/sign/head] off|i head out|[i'm/i am/we're/he's/she's/they're/he is/she is/he gets/she gets] back|i'm back in|i'm in",
  ],
])

export const OCCASIONS = wordSet(
  "stand-up standup retro sync catch-up catchup huddle workshop kick-off kickoff one-to-one offsite meeting call visit appointment session review briefing inspection viewing hearing",
)
export const roundWords = wordSet("at on with by in")
const ROUNDS = wordSet(
  "run courier carrier truck lorry delivery van train flight slot post collection ferry bus round drop boat coach meeting call review session briefing",
)

/** Words that such a time may begin with. */
export function eventWords(): readonly string[] {
  return [...EVENT_LEADS.keys(), "at"]
}

/** A time that hangs on something: "before I go on leave"; a time said beside it fixes it: "when he's back Mon". */
export function readEvent(tokens: Tokens, index: number): Read<When> | null {
  const alone = readEventAlone(tokens, index)
  const next = alone?.next ?? readOccasion(tokens, index)
  if (next === null || tokenAt(tokens, next).apart) return alone
  const time = readSingle(tokens, next)
  const fixes = time !== null && (time.value.shape !== "moment" || time.value.day !== undefined)
  return fixes ? time : alone
}

/** "on the 3pm van": a time of the clock that is said as a name. */
export function readRound(tokens: Tokens, index: number): Read<When> | null {
  if (!roundWords.has(tokenAt(tokens, index).text)) return null
  const { text } = tokenAt(tokens, index + 1)
  const day = OWNED_DAYS.get(text)
  if (day !== undefined) return dayRound(tokens, index, day)
  if (text !== "the" || tokenAt(tokens, index + 2).text === "next")
    return WHOSE.has(text) ? readNextOfYours(tokens, index) : null
  const clock = readClock(tokens, index + 2)
  if (clock === null || clock.value.bare || !ROUNDS.has(tokenAt(tokens, clock.next).text)) return null
  return { value: { shape: "moment", edge: "on", clock: clock.value }, next: clock.next + 1 }
}

const WHOSE = wordSet("the your ur our my her his their")

/** "on Friday's van". */
function dayRound(tokens: Tokens, index: number, day: Day): Read<When> | null {
  if (!ROUNDS.has(tokenAt(tokens, index + 2).text)) return null
  return { value: { shape: "moment", edge: "on", day }, next: index + 3 }
}

/** "on your next bill": when it comes round. */
function readNextOfYours(tokens: Tokens, index: number): Read<When> | null {
  const next = tokenAt(tokens, index + 2).text
  if (next !== "next" && next !== "following" && next !== "coming") return null
  const { text } = tokenAt(tokens, index + 3)
  if (!COMING_ROUND.has(text) && !OCCASIONS.has(text)) return null
  return { value: { shape: "vague", words: said(tokens, index, index + 4), like: "later" }, next: index + 4 }
}

const COMING_ROUND = wordSet(
  "van train flight slot post collection bus boat coach briefing lesson all-hands match game rota shift inspection bill statement invoice delivery order visit payslip newsletter edition issue run round payment pay email letter report update appointment",
)
export const OWNED_DAYS: ReadonlyMap<string, Day> = new Map<string, Day>([
  ["today's", { kind: "offset", days: 0 }],
  ["tonight's", { kind: "offset", days: 0 }],
  ["tomorrow's", { kind: "offset", days: 1 }],
  ...[
    "mon monday",
    "tues tuesday tue",
    "wed weds wednesday",
    "thurs thursday thu",
    "fri friday",
    "sat saturday",
    "sun sunday",
  ].flatMap((names, at) =>
    names
      .split(" ")
      .map((name): readonly [string, Day] => [`${name}'s`, { kind: "weekday", weekday: at + 1, week: "coming" }]),
  ),
])

/** "before I go on leave", "after the game", "when she's back": it hangs on something, not on the clock. */
function readEventAlone(tokens: Tokens, index: number): Read<Vague> | null {
  const lead = readPhrase(EVENT_LEADS, tokens, index)
  if (lead === null) return null
  const word = tokenAt(tokens, index).text
  const leaving = word === "during" ? null : readPhrase(LEAVING, tokens, lead.next)
  const next = leaving?.next ?? (word === "when" ? null : afterEvent(tokens, lead.next))
  if (next === null || !standsApartAfter(tokens, next)) return null
  return { value: { shape: "vague", words: said(tokens, index, next), like: "later" }, next }
}

function afterEvent(tokens: Tokens, index: number): number | null {
  if (ALONE.has(tokenAt(tokens, index).text)) return index + 1
  if (!OF_WHOM.has(tokenAt(tokens, index).text)) return null
  for (const words of [2, 1]) if (EVENTS.has(tokenAt(tokens, index + words).text)) return index + words + 1
  return null
}

/** "at our group meeting (next week)": no time by itself. */
function readOccasion(tokens: Tokens, index: number): number | null {
  if (tokenAt(tokens, index).text !== "at" || !OF_WHOM.has(tokenAt(tokens, index + 1).text)) return null
  for (const words of [2, 3]) if (OCCASIONS.has(tokenAt(tokens, index + words).text)) return index + words + 1
  return null
}
