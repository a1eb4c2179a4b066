import { availableParallelism } from "node:os"
import { parseArgs } from "node:util"
import { bookOf } from "./facts.ts"
import { hostile } from "./hostile.ts"
import { installPeers } from "./installed.ts"
import { latency } from "./latency.ts"
import { loadPeers } from "./peers.ts"
import { report } from "./report.ts"
import type { Figures } from "./report.ts"
import { sizeAndStart } from "./size.ts"
import { bytesIn, readTexts } from "./texts.ts"
import { compare, wholeReview } from "./throughput.ts"

const FACTS = 2_000 // a large book

/** Measures the engine's speed beside other tools: `npm run bench -- [--data FOLDER] [--json]`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: "string" }, json: { type: "boolean", default: false } },
    strict: false,
  })
  installPeers()
  const peers = await loadPeers()
  const { source, messages } = readTexts(typeof values.data === "string" ? values.data : undefined)
  const figures: Figures = {
    text: { source, messages: messages.length, bytes: bytesIn(messages) },
    machine: { node: process.version, cores: availableParallelism() },
    whole: await wholeReview(messages),
    latency: latency(messages),
    withFacts: latency(messages, bookOf(FACTS)),
    tools: await compare(messages, peers),
    hostile: hostile(messages),
    size: await sizeAndStart(),
  }
  console.log(values.json === true ? JSON.stringify(figures, null, 2) : report(figures))
}

await main()
