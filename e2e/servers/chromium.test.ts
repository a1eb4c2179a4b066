import { createServer } from "node:http"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { isInstalled } from "./available.ts"
import { type Chromium, seriousFindings, startChromium } from "./chromium.ts"
import { freePort } from "./ports.ts"

const PAGE = `<!doctype html><html lang="en"><title>Harbour</title><main><h1>Harbour</h1><img src="data:,"></main>
<script>console.error("something is off")</script></html>`

describe.skipIf(!isInstalled("chromium"))("the browser of the journeys", () => {
  let chromium: Chromium
  let url: string
  const server = createServer((request, response) => {
    // As strict as the desk: what the tests do in the page must work all the same.
    response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'unsafe-inline'; img-src data:")
    response.setHeader("Content-Type", "text/html")
    response.end(request.url === "/" ? PAGE : "")
  })

  beforeAll(async () => {
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
    url = `http://127.0.0.1:${port}/`
    chromium = await startChromium()
  })

  afterAll(async () => {
    await chromium?.stop()
    await new Promise((resolve) => server.close(resolve))
  })

  test("a page has the width and the scheme asked for, and tells what goes wrong in it", async () => {
    const { page, problems, close } = await chromium.openPage({ width: 390, scheme: "dark" })
    await page.goto(url)
    expect(await page.evaluate("innerWidth")).toBe(390)
    expect(await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(true)
    await expect.poll(() => problems).toEqual([expect.stringContaining("something is off")])
    await close()
  })

  test("axe finds what is serious, under a strict policy too", async () => {
    const { page, close } = await chromium.openPage()
    await page.goto(url)
    expect(await seriousFindings(page)).toEqual([expect.stringContaining("image-alt")])
    await close()
  })
})
