import { setTimeout as wait } from "node:timers/promises"
import type { BrowserContext } from "playwright-core"

const LATE_MS_MAX = 1_500 // so that whoever looks too early sees what stood there before

/**
 * With SLOWLY=1 in the environment what a page asks of the desk is answered late, each time by chance. A journey that looks
 * before the screen has changed then fails here, and not in CI one day.
 */
export async function slowly(context: BrowserContext): Promise<void> {
  if (process.env["SLOWLY"] !== "1") return
  await context.route("**/*", async (route) => {
    const isData = ["fetch", "xhr"].includes(route.request().resourceType())
    await wait(Math.random() * (isData ? LATE_MS_MAX : LATE_MS_MAX / 10))
    await route.continue().catch(() => undefined) // the page may be gone by now
  })
}
