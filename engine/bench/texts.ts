import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { rules } from "../src/index.ts"
import type { Channel, ReviewInput } from "../src/index.ts"
import { CASES } from "../src/promises/cases/all.ts"

/** What is read: messages of 0.3-3 kB, and where their sentences come from. */
export type Texts = { readonly source: string; readonly messages: readonly ReviewInput[] }

const SETS: readonly (readonly [file: string, channel: Channel])[] = [
  ["promises_dev", "chat"],
  ["mail_promises_dev", "mail"],
  ["notes_dev", "note"],
  ["service_deadlines_dev", "mail"],
  ["pressure_dev", "mail"],
  ["ordinary_replies_dev", "chat"],
  ["ordinary_calls_dev", "call"],
  ["fact_replies_dev", "mail"],
]
const LENGTH_MIN = 300 // characters
const LENGTH_MAX = 3_000

/** The sentences of the labelled sets in `folder`; where there are none, the examples of the engine's own tests. */
export function readTexts(folder: string | undefined): Texts {
  if (folder === undefined || !existsSync(join(folder, "promises_dev.jsonl"))) return ownTexts()
  const random = randomFrom(SEED)
  const messages = SETS.flatMap(([file, channel]) =>
    messagesOf(sentencesIn(join(folder, `${file}.jsonl`)), channel, random),
  )
  return { source: "the labelled sets' own sentences", messages }
}

function ownTexts(): Texts {
  const random = randomFrom(SEED)
  const examples = rules.flatMap((rule) => [...rule.finds, ...rule.leaves])
  const shown = examples.map((example) => (typeof example === "string" ? example : example.text))
  const messages = [
    ...messagesOf(textsOf(CASES.mail), "mail", random),
    ...messagesOf(textsOf(CASES.chat), "chat", random),
    ...messagesOf(textsOf(CASES.note), "note", random),
    ...messagesOf(shown, "mail", random),
  ]
  return {
    source: "the engine's own examples (no labelled sets were found; findings are far denser than in real text)",
    messages,
  }
}

function textsOf(cases: readonly (readonly [string, string])[]): readonly string[] {
  return cases.map(([, text]) => text)
}

function sentencesIn(file: string): readonly string[] {
  const lines = readFileSync(file, "utf8").split("\n")
  return lines.filter((line) => line.trim() !== "").map((line) => (JSON.parse(line) as { text: string }).text)
}

const SEED = 20_260_304
const PARAGRAPH_SHARE = 0.25

/** Sentences joined in their order to messages whose length is drawn evenly; in a quarter of the places a paragraph ends. */
function messagesOf(sentences: readonly string[], channel: Channel, random: () => number): readonly ReviewInput[] {
  const messages: ReviewInput[] = []
  let text = ""
  let wanted = LENGTH_MIN
  for (const sentence of sentences) {
    if (text === "") wanted = LENGTH_MIN + random() * (LENGTH_MAX - LENGTH_MIN)
    text += (text === "" ? "" : random() < PARAGRAPH_SHARE ? "\n\n" : " ") + sentence
    if (text.length < wanted) continue
    messages.push(messageOf(text.slice(0, LENGTH_MAX), channel))
    text = ""
  }
  return messages
}

export function messageOf(text: string, channel: Channel): ReviewInput {
  return { text, channel, now: "2026-03-04T10:00:00Z", zone: "Europe/London" }
}

export function bytesIn(messages: readonly ReviewInput[]): number {
  return messages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
}

/** mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
