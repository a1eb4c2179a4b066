import { review, standardCalendar, undertakings } from "../src/index.ts"
import type { CompiledFacts, ReviewInput } from "../src/index.ts"
import { ownTime, quantile } from "./measure.ts"
import { messageOf } from "./texts.ts"

/** Milliseconds for a message of 1 kB when warm: by this process' own time and by the clock. */
export type Latency = {
  readonly own: { readonly p50: number; readonly p99: number }
  readonly wall: { readonly p50: number; readonly p99: number }
  readonly n: number
}

const LENGTH = 1_000 // characters
const WARM = 3_000
const MEASURED = 6_000

export function latency(messages: readonly ReviewInput[], facts?: CompiledFacts): Latency {
  const calendar = standardCalendar("Europe/London")
  const policy = facts === undefined ? { calendar, undertakings } : { calendar, undertakings, facts }
  const texts = kilobytesOf(messages)
  const own: number[] = []
  const wall: number[] = []
  for (let n = 0; n < WARM + MEASURED; n++) {
    const message = texts[n % texts.length]
    if (message === undefined) continue
    const [began, used] = [performance.now(), ownTime()]
    review(message, policy)
    if (n < WARM) continue
    own.push(ownTime() - used)
    wall.push(performance.now() - began)
  }
  return { own: quantiles(own), wall: quantiles(wall), n: own.length }
}

function kilobytesOf(messages: readonly ReviewInput[]): readonly ReviewInput[] {
  const long = messages.filter(({ text }) => text.length >= LENGTH)
  return long.map(({ text, channel }) => messageOf(text.slice(0, LENGTH), channel ?? "mail"))
}

function quantiles(values: readonly number[]): { readonly p50: number; readonly p99: number } {
  return { p50: quantile(values, 0.5), p99: quantile(values, 0.99) }
}
