import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { bundledEngine } from "../../engine/bench/bundled-engine.ts"
import { isInstalled } from "../servers/available.ts"
import { type Chromium, seriousFindings, sharedChromium } from "../servers/chromium.ts"
import { freePort } from "../servers/ports.ts"

const PAGE = readFileSync(new URL("../../engine/examples/typing.html", import.meta.url), "utf8")

describe.skipIf(!isInstalled("chromium"))("the page that reviews while typing", () => {
  let chromium: Chromium
  let url: string
  let modules: ReadonlyMap<string, string> = new Map()
  const server = createServer((request, response) => {
    const code = modules.get(request.url?.slice(1) ?? "")
    response.setHeader("Content-Type", code === undefined ? "text/html" : "text/javascript")
    response.end(code ?? (request.url === "/" ? PAGE : ""))
  })

  beforeAll(async () => {
    modules = await bundledEngine()
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
    url = `http://127.0.0.1:${port}/`
    chromium = await sharedChromium()
  })
  afterAll(async () => {
    await chromium?.stop()
    await new Promise((resolve) => server.close(resolve))
  })

  test("reads what stands there, then what is typed, without a server", async () => {
    const { page, problems, close } = await chromium.openPage()
    await page.goto(url)
    await page.getByText(/^confirm, read in [\d.]+ ms$/).waitFor()
    const marks = page.getByRole("listitem")
    await expect
      .poll(() => marks.allInnerTexts())
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining("Promise: “Someone will call you right back”"),
          expect.stringContaining("“cheaper than any other shop”"),
          expect.stringContaining("“only 2 are left”"),
        ]),
      )
    await page.getByRole("textbox").fill("I will send you the <b>invoice</b> by 5pm on Friday.")
    await page.getByText(/^clear, read in/).waitFor()
    await expect
      .poll(() => marks.allInnerTexts())
      .toEqual([expect.stringContaining("Promise: “I will send you the <b>invoice")])
    expect(await seriousFindings(page)).toEqual([])
    expect(problems).toEqual([])
    await close()
  })
})
