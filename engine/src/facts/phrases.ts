import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** Several words that stand for one class of words: "call it off" is cancelling. */
export type Phrase = {
  readonly concept: string
  /** Places of its other words, which say nothing more by themselves. */
  readonly others: readonly number[]
}

/** The phrase that begins at `at`; null where none does. */
export function phraseAt(tokens: readonly Token[], at: number): Phrase | null {
  const listed = PHRASES.get(textAt(tokens, at))
  if (listed === undefined) return null
  for (const { words, gap, concept } of listed) {
    const others = placesOf(tokens, at, words, gap)
    if (others !== null) return { concept, others }
  }
  return null
}

/** The tokens, each phrase at its first word: "month by month" is monthly. */
export function phrased(tokens: readonly Token[]): readonly Token[] {
  let found: Token[] | null = null
  for (const [at, token] of tokens.entries()) {
    const phrase = phraseAt(tokens, at)
    if (phrase === null) continue
    found ??= [...tokens]
    found[at] = { ...token, concept: phrase.concept }
  }
  return found ?? tokens
}

/** Each next word stands at once, or after at most `gap` others and no sign. */
function placesOf(
  tokens: readonly Token[],
  at: number,
  words: readonly ReadonlySet<string>[],
  gap: number,
): readonly number[] | null {
  let places: number[] | null = null
  let last = at
  for (const wanted of words) {
    const place = nextOf(tokens, last, wanted, gap)
    if (place === null) return null
    places ??= []
    places.push(place)
    last = place
  }
  return places ?? []
}

function nextOf(tokens: readonly Token[], from: number, wanted: ReadonlySet<string>, gap: number): number | null {
  let left = gap
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) return null
    const { text, kind } = token
    if (wanted.has(text)) return at
    if (text === "-") continue
    if (kind === "sign" || left === 0) return null
    left--
  }
  return null
}

type Pattern = { readonly words: readonly ReadonlySet<string>[]; readonly gap: number; readonly concept: string }

/** Class: first words, then the next; "…" lets up to three words stand between. */
const LINES = `
+adult: grown up|ups
+pet: legged friend|friends|companion|companions
+price: sets|set you|them|me back
+include: thrown|throw|throws in
+include: part of
+include: in the price|fare|fee|rate
+discount: taken off
+term: tied|tie|ties|locked|lock|locks … in
+refund: money|penny|cent back
+refund: get|have|receive … back
+refund: return|returns|returned|pay|pays|give|gives what you paid
+cancel: call|calls|called|calling|back … off|out
+resched: new|another|different|other date|day|slot|time
+resched: change|changing|changes of date|day|time|booking
+resched: move|moving|moved|shift|shifting|switch|switching … date|booking|appointment|reservation|ticket|lesson|session|day
+install: hook|hooks|hooked|hooking|fit|fitting … up
+setup: set|sets|setting … up
+checkin: check|checks|checking in|ins
+checkout: check|checks|checking out|outs
+noshow: no show|shows
+noshow: turn|turning|turns|show up
+collect: pick|picks|picked|picking … up
+dropoff: drop|drops|dropped|dropping … off
+join: sign|signs|signed|signing up
+advance: up front
+advance: in advance|ahead
+deposit: put|puts|putting down
+deposit: down payment
+deposit: pay|paid down
+works: make|makes use
+valid: run|runs out
+aboard: on board
+once: one|once off
+wait: on hold
+pause: put|puts|putting … on hold
+extra: on top
+discount: knock|knocks|knocked … off
+instalment: split|splits|spread|spreads … payments|parts|instalments|installments
+month: month by|to month
year: year by year
offlin: no|without signal|connection|internet|network
+charity: non profit|profits
+deposit: block|blocks|blocked|hold|holds|held … card
`

const PHRASES: ReadonlyMap<string, readonly Pattern[]> = patterns()

function patterns(): ReadonlyMap<string, readonly Pattern[]> {
  const found = new Map<string, Pattern[]>()
  for (const line of LINES.trim().split("\n")) {
    const [concept = "", rest = ""] = line.split(": ")
    const [first = "", ...next] = rest.split(" ").filter((word) => word !== "…")
    const gap = rest.includes("…") ? 3 : 0
    const words = next.map((word) => new Set(word.split("|")))
    for (const word of first.split("|")) {
      const listed = found.get(word) ?? []
      listed.push({ words, gap, concept })
      found.set(word, listed)
    }
  }
  return found
}
