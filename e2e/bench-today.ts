import { createCustomer } from "../desk/src/contract/customers.ts"
import { createPromise } from "../desk/src/contract/promises.ts"
import { readMe } from "../desk/src/contract/session.ts"
import { readToday } from "../desk/src/contract/today.ts"
import { startChromium } from "./servers/chromium.ts"
import { startDesk } from "./servers/desk.ts"
import { setUpDesk } from "./servers/member.ts"

const PROMISES = 1_000
const ROUNDS = 15
const AT_ONCE = 8

/**
 * How long Today takes with 1,000 open promises: the API's answer, and in Chromium from the key to the first rows painted,
 * coming from another page of the app. Milliseconds, median and 95th percentile.
 */
const desk = await startDesk()
const chromium = await startChromium()
try {
  const member = await setUpDesk(desk.url)
  const { id: customerId } = await member.call(createCustomer, { body: { name: "Jonas Feld" } })
  const ownerId = (await member.call(readMe)).current?.member.id ?? ""
  for (let from = 0; from < PROMISES; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, PROMISES - from) }, (_, index) => from + index)
    await Promise.all(
      batch.map((number) => member.call(createPromise, { body: promiseBody(number, customerId, ownerId) })),
    )
  }
  const answers = await rounds(async () => {
    const began = performance.now()
    await member.call(readToday, { query: {} })
    return performance.now() - began
  })
  console.log(`GET /today with ${PROMISES} open promises: ${inWords(answers)}`)
  console.log(`Today in Chromium, key to painted rows: ${inWords(await inChromium(desk.url, member.cookie()))}`)
} finally {
  await chromium.stop()
  await desk.stop()
}

function promiseBody(number: number, customerId: string, ownerId: string) {
  const until = new Date(Date.now() + (number - 100) * 3_600_000).toISOString()
  const words = `I'll call you about bicycle ${number}, with the price and the day.`
  return { customerId, channel: "call" as const, words, deed: "call-back", ownerId, due: { until } }
}

async function inChromium(url: string, cookie: string): Promise<readonly number[]> {
  const { page } = await chromium.openPage({ baseUrl: url })
  const [name = "", value = ""] = cookie.split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url }])
  await page.goto("/")
  await page.getByText("about bicycle 0,").waitFor()
  return rounds(async () => {
    await page.keyboard.press("g")
    await page.keyboard.press("c")
    await page.getByRole("heading", { level: 1, name: "Conversations" }).waitFor()
    await page.keyboard.press("g")
    return page.evaluate(
      `new Promise((resolve) => {
        const began = performance.now()
        const look = () => {
          if (!document.body.innerText.includes("about bicycle 0,")) return requestAnimationFrame(look)
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now() - began)
          requestAnimationFrame(() => channel.port2.postMessage(0))
        }
        document.dispatchEvent(new KeyboardEvent("keydown", { key: "t", bubbles: true }))
        look()
      })`,
    )
  })
}

async function rounds(measure: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await measure())
  return times.toSorted((one, other) => one - other)
}

function inWords(times: readonly number[]): string {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return `median ${at(0.5).toFixed(0)} ms, 95th percentile ${at(0.95).toFixed(0)} ms, ${times.length} rounds`
}
