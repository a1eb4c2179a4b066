import type { Strain } from "./hostile.ts"
import type { Latency } from "./latency.ts"
import type { Spent } from "./measure.ts"
import type { Size } from "./size.ts"
import type { Speed } from "./throughput.ts"

export type Figures = {
  readonly text: { readonly source: string; readonly messages: number; readonly bytes: number }
  readonly machine: { readonly node: string; readonly cores: number }
  /** MB/s. */
  readonly whole: Spent
  readonly latency: Latency
  /** With a book of 2,000 facts. */
  readonly withFacts: Latency
  readonly tools: readonly Speed[]
  readonly hostile: readonly Strain[]
  readonly size: Size
}

/** The figures as lines for people. "own" is the processor time of the measuring process, "clock" the time that passed. */
export function report({ text, machine, whole, latency, withFacts, tools, hostile, size }: Figures): string {
  const worst = Math.max(...hostile.map(({ worse }) => worse))
  const growth = Math.max(...hostile.map((strain) => strain.growth))
  return [
    `${text.messages} messages, ${(text.bytes / 1000).toFixed(0)} kB: ${text.source}. Node ${machine.node}, ${machine.cores} cores.`,
    `Whole review: ${whole.own.toFixed(2)} MB/s of own time, ${whole.wall.toFixed(2)} MB/s by the clock (goal 20, floor 3)`,
    `1 kB, warm: p50 ${latency.own.p50.toFixed(3)} ms, p99 ${latency.own.p99.toFixed(3)} ms of own time; by the clock ${latency.wall.p50.toFixed(3)} and ${latency.wall.p99.toFixed(3)} (goal 0.1 and 0.5)`,
    `The same with 2,000 facts: p50 ${withFacts.own.p50.toFixed(3)} ms, p99 ${withFacts.own.p99.toFixed(3)} ms of own time; by the clock ${withFacts.wall.p50.toFixed(3)} and ${withFacts.wall.p99.toFixed(3)} (goal 0.5 for p50)`,
    "",
    `${"tool, same text".padEnd(30)} own MB/s  clock MB/s  engine is faster by`,
    ...tools.map(
      ({ name, own, wall, ratio }) =>
        `${name.padEnd(30)} ${own.toFixed(3).padStart(8)}  ${wall.toFixed(3).padStart(10)}  ${ratio.toFixed(1).padStart(8)} ×`,
    ),
    "",
    `${"hostile pattern".padEnd(30)}  32 kB   1 MB  ns/byte, growth, against ordinary text`,
    ...hostile.map(
      ({ pattern, small, large, growth: grown, worse }) =>
        `${pattern.padEnd(30)} ${small.toFixed(0).padStart(6)} ${large.toFixed(0).padStart(6)}  ${grown.toFixed(2)} ×  ${worse.toFixed(2)} ×`,
    ),
    `worst: growth ${growth.toFixed(2)} × (goal 2), against ordinary text ${worst.toFixed(2)} × (goal 5)`,
    "",
    `Bundled for the browser with all rules: ${(size.gzip / 1000).toFixed(1)} kB gzip (goal 120), ${(size.factsGzip / 1000).toFixed(1)} kB more with a fact book; loaded in Node in ${size.loadMilliseconds.toFixed(1)} ms, first review done after ${size.readyMilliseconds.toFixed(1)} ms (goal 30)`,
  ].join("\n")
}
