import { join } from "node:path"
import { findTimes, review, sentences, standardCalendar } from "../src/index.ts"
import type { Channel, FoundPromise } from "../src/index.ts"
import { clausesOf } from "../src/promises/clauses.ts"
import { CASES } from "../src/promises/cases/all.ts"
import { meetTraits } from "../src/undertakings/traits.ts"
import { shareOf } from "../src/undertakings/weighing.ts"
import { wordsOf } from "../src/words.ts"
import { handsIn, rowsOf, textIn } from "./rows.ts"
import type { Row } from "./rows.ts"

/** A sentence of a labelled text: its traits, how much each counts, and what the rules find there. */
export type Sentence = {
  readonly traits: readonly string[]
  readonly share: number
  readonly found: readonly FoundPromise[]
}

/** A labelled text, which may be several sentences. `hand` is who wrote it. */
export type Labelled = {
  readonly text: string
  readonly hand: string
  readonly channel: Channel
  readonly undertakes: boolean
  readonly isUnsure: boolean
  readonly sentences: readonly Sentence[]
}

export const UNDERTAKINGS: ReadonlySet<string> = new Set(["later", "now", "conditional"])
const REGISTERS: Readonly<Record<string, Channel>> = { note: "note", voicemail: "note", chat: "chat" }

export function channelOf(row: Row): Channel {
  return REGISTERS[textIn(row, "register")] ?? "mail"
}

/** Every labelled text of ours that may be read: a file for each hand in `folder`, the cases of the rules, and replies about facts where no rule finds a promise. */
export function ownTexts(folder: string): readonly Labelled[] {
  return [
    ...handsIn(folder).flatMap((hand) => rowsOf(folder, hand).map((row) => labelled(row, hand, channelOf(row)))),
    ...CHANNELS.flatMap((channel) =>
      CASES[channel].map(([expected, text]) => labelled({ text, label: expected.split(" ")[0] }, "cases", channel)),
    ),
    ...FACT_REPLIES.flatMap((set) => rowsOf(join(folder, "../own"), set)).map((row) =>
      onlyUnfound(labelled({ text: row["text"], label: "none" }, "replies", "mail")),
    ),
  ]
}

const CHANNELS = ["mail", "chat", "note"] as const
const FACT_REPLIES = ["fact-replies", "more-replies"]

function onlyUnfound(text: Labelled): Labelled {
  return { ...text, sentences: text.sentences.filter(({ found }) => found.length === 0) }
}

export function labelled(row: Row, hand: string, channel: Channel): Labelled {
  const text = textIn(row, "text")
  return {
    text,
    hand,
    channel,
    undertakes: UNDERTAKINGS.has(textIn(row, "label")),
    isUnsure: row["unsure"] === true,
    sentences: sentencesIn(text, channel, textIn(row, "previous")),
  }
}

const POLICY = { calendar: standardCalendar("Europe/London") }
const WHEN = { now: "2026-03-04T10:00:00Z", zone: "Europe/London" }

function sentencesIn(text: string, channel: Channel, previous: string): readonly Sentence[] {
  const { promises, own } = review({ text, channel, previous, ...WHEN }, POLICY)
  const times = findTimes(text, { ...WHEN, ...POLICY })
  return sentences(text, own).map(({ start, end }) => {
    const words = wordsOf(text, start, end)
    const within = times.filter((time) => time.start >= start && time.start < end)
    const traits: string[] = []
    const places = meetTraits({ words, clauses: clausesOf(words), times: within }, (first, second) => {
      traits.push(`${first} ${second}`)
    })
    const found = promises.filter((promise) => promise.start >= start && promise.start < end)
    return { traits, share: shareOf(places), found }
  })
}
