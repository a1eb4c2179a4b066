import { review, standardCalendar, undertakings } from "../src/index.ts"
import type { Channel, ReviewInput } from "../src/index.ts"
import { median, ownTime } from "./measure.ts"
import { messageOf } from "./texts.ts"

/** Nanoseconds a byte on 32 kB and on 1 MB of a pattern; `growth` is the second by the first, `worse` the second by ordinary text's. */
export type Strain = {
  readonly pattern: string
  readonly small: number
  readonly large: number
  readonly growth: number
  readonly worse: number
}

const PATTERNS: Readonly<Record<string, string>> = {
  "runs of spaces": `word${" ".repeat(2000)}`,
  "a.": "a.",
  "1/1": "1/1 ",
  "1/1 without spaces": "1/1",
  in: "in ",
  "next week": "next week ",
  "nested quotes": '"“‘',
  "quoted lines": "> >> > > text\n",
  "open brackets": "((((",
  "I will": "I will ",
  "if you": "if you ",
  "only 3 left": "only 3 left ",
  digits: "1234567890",
  "within 9999 working days": "within 9999 working days ",
  "one long word": "aaaaaaaaaaaaaaaa",
  "don't not never": "we don't not never ",
}
const SMALL = 32_000 // bytes
const LARGE = 1_000_000
const ROUNDS = 3

export function hostile(messages: readonly ReviewInput[]): readonly Strain[] {
  const ordinary = messages.map(({ text }) => text).join("\n\n")
  // As a note: in a mail a line such as "--" would end what is read.
  const plain = strainOf("ordinary text", ordinary, "note")
  const strains = Object.entries(PATTERNS).map(([pattern, piece]) => strainOf(pattern, piece, "mail"))
  return [plain, ...strains].map((strain) => ({ ...strain, worse: strain.large / plain.large }))
}

function strainOf(pattern: string, piece: string, channel: Channel): Omit<Strain, "worse"> {
  const small = perByte(piece, SMALL, channel)
  const large = perByte(piece, LARGE, channel)
  return { pattern, small, large, growth: large / small }
}

/** Nanoseconds a byte for `size` bytes made of the piece: the median of some rounds, each of about a megabyte. */
function perByte(piece: string, size: number, channel: Channel): number {
  const policy = { calendar: standardCalendar("Europe/London"), undertakings }
  const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
  const message = messageOf(text, channel)
  const times = Math.max(1, Math.round(LARGE / size))
  const rounds: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const used = ownTime()
    for (let time = 0; time < times; time++) review(message, policy)
    if (round > 0) rounds.push((ownTime() - used) / times) // the first one warms up
  }
  return (median(rounds) * 1e6) / Buffer.byteLength(text)
}
