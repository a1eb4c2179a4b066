import { review, standardCalendar, undertakings } from "../src/index.ts"
import type { ReviewInput } from "../src/index.ts"
import { median, spentOn } from "./measure.ts"
import type { Spent } from "./measure.ts"
import type { Peer } from "./peers.ts"
import { bytesIn } from "./texts.ts"

/** MB/s by this process' own time and by the clock; `ratio` is how many times faster the engine was, round by round. */
export type Speed = { readonly name: string; readonly own: number; readonly wall: number; readonly ratio: number }

const ROUNDS = 5
const PEER_BYTES_MAX = 32_000 // the slowest peer takes a second for it
const ENGINE_TIMES = 20 // the engine reads the same more often, as it is done too fast to be timed well

/** Every tool reads the same messages, in rounds one after the other, so that a slow moment of the machine meets all. */
export async function compare(messages: readonly ReviewInput[], peers: readonly Peer[]): Promise<readonly Speed[]> {
  const sample = sampleOf(messages)
  const engine: Peer = { name: "aboveboard, whole review", read: readByEngine() }
  const tools = [engine, ...peers]
  const spent = new Map<Peer, Spent[]>(tools.map((tool) => [tool, []]))
  for (let warm = 0; warm < 20; warm++) await readAll(engine, messages)
  for (let round = 0; round <= ROUNDS; round++) {
    for (const tool of tools) {
      const times = tool === engine ? ENGINE_TIMES : 1
      const one = await spentOn(() => readAll(tool, sample, times))
      if (round > 0) spent.get(tool)?.push({ wall: one.wall / times, own: one.own / times }) // the first one warms up
    }
  }
  const base = spent.get(engine) ?? []
  return tools.map((tool) => speedOf(tool.name, spent.get(tool) ?? [], base, bytesIn(sample)))
}

/** The engine alone over all messages: MB/s. */
export async function wholeReview(messages: readonly ReviewInput[]): Promise<Spent> {
  const policy = { calendar: standardCalendar("Europe/London"), undertakings }
  const read = (): void => {
    for (const message of messages) review(message, policy)
  }
  for (let warm = 0; warm < 10; warm++) read()
  const rounds: Spent[] = []
  for (let round = 0; round < 15; round++) rounds.push(await spentOn(read))
  const bytes = bytesIn(messages)
  return {
    own: rate(
      bytes,
      rounds.map(({ own }) => own),
    ),
    wall: rate(
      bytes,
      rounds.map(({ wall }) => wall),
    ),
  }
}

function readByEngine(): Peer["read"] {
  const policy = { calendar: standardCalendar("Europe/London"), undertakings }
  return (text) => review({ text, now: "2026-03-04T10:00:00Z", zone: "Europe/London" }, policy).findings.length
}

/** Messages from all over the list, up to a size that the slow ones can read. */
function sampleOf(messages: readonly ReviewInput[]): readonly ReviewInput[] {
  const step = Math.max(1, Math.floor(bytesIn(messages) / PEER_BYTES_MAX))
  return messages.filter((_, index) => index % step === 0)
}

async function readAll(tool: Peer, messages: readonly ReviewInput[], times = 1): Promise<void> {
  for (let time = 0; time < times; time++) for (const { text } of messages) await tool.read(text)
}

function speedOf(name: string, spent: readonly Spent[], base: readonly Spent[], bytes: number): Speed {
  const ratios = spent.map(({ own }, round) => own / (base[round]?.own ?? Number.NaN))
  return {
    name,
    own: rate(
      bytes,
      spent.map(({ own }) => own),
    ),
    wall: rate(
      bytes,
      spent.map(({ wall }) => wall),
    ),
    ratio: median(ratios),
  }
}

function rate(bytes: number, milliseconds: readonly number[]): number {
  return bytes / median(milliseconds) / 1000
}
