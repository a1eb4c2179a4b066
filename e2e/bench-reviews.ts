// `node e2e/bench-reviews.ts`: how long a bot waits for its review, fifty a second, with an API key and a book of 2,000
// facts, over HTTP on the embedded database. Milliseconds, median and 95th percentile.
import { createFactImport } from "../desk/src/contract/fact-book.ts"
import { createApiKey } from "../desk/src/contract/mail-settings.ts"
import { startDesk } from "./servers/desk.ts"
import { setUpDesk } from "./servers/member.ts"

const FACTS = 2_000
const A_SECOND = 50
const SECONDS = 10
const WORDS =
  "amber birch cedar delta ember falcon garnet harbour iris juniper kestrel lark maple north opal poplar quartz raven slate tern"
const SENTENCE =
  "Hello and thank you for your question about the bicycle that you bought here last week. We hope that it runs well. "
const TEXT = `I am the shop's bot. An amber birch costs €2. ${SENTENCE.repeat(9)}` // about a kilobyte

const desk = await startDesk()
try {
  const member = await setUpDesk(desk.url)
  const words = WORDS.split(" ")
  const named = (index: number) =>
    `${words[index % 20]} ${words[Math.floor(index / 20) % 20]} ${words[Math.floor(index / 400)]}`
  const rows = Array.from({ length: FACTS }, (_, index) => `${named(index)},€${index + 1}`)
  await member.call(createFactImport, { body: { format: "csv", text: `product,price\n${rows.join("\n")}\n` } })
  const { key } = await member.call(createApiKey, { body: { name: "Bot" } })
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
  const body = JSON.stringify({ text: TEXT, author: "bot" })
  const ask = async () => {
    const began = performance.now()
    const answer = await fetch(`${desk.url}/api/v1/reviews`, { method: "POST", headers, body })
    await answer.json()
    if (!answer.ok) throw new Error(`the desk answered ${answer.status}`)
    return performance.now() - began
  }
  for (let warm = 0; warm < 50; warm += 1) await ask()
  const asked: Promise<number>[] = []
  for (let tick = 0; tick < A_SECOND * SECONDS; tick += 1) {
    asked.push(ask())
    await new Promise((resolve) => setTimeout(resolve, 1_000 / A_SECOND))
  }
  const times = (await Promise.all(asked)).toSorted((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(1)
  console.log(
    `${times.length} reviews of ${TEXT.length} characters: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`,
  )
} finally {
  await desk.stop()
}
