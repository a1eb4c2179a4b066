import { readFile } from "node:fs/promises"
import { type Browser, type Page, chromium } from "playwright-core"
import { pathOf } from "./available.ts"
import { slowly } from "./slowly.ts"

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage", // in a container its 64 MB fill up, and a page ends in the middle
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]
const ACT_MS_MAX = 120_000 // until what was asked for stands there; a calm machine needs a moment, a crowded one several seconds
const HEIGHTS = { 1440: 900, 1024: 768, 390: 844 } as const

export type Width = keyof typeof HEIGHTS
export type View = {
  readonly width?: Width
  readonly scheme?: "light" | "dark"
  readonly baseUrl?: string
  /** False: as in a browser where scripts are turned off. */
  readonly scripts?: boolean
}

export type Chromium = {
  /** A page with cookies of its own: another person at another computer. */
  readonly openPage: (view?: View) => Promise<OpenPage>
  readonly stop: () => Promise<void>
}

export type OpenPage = {
  readonly page: Page
  /** What went wrong in the page without anybody seeing it: exceptions and errors in the console. */
  readonly problems: readonly string[]
  readonly close: () => Promise<void>
}

/** Starts Debian's Chromium without a window. */
export async function startChromium(): Promise<Chromium> {
  const browser = await launch()
  return { openPage: (view) => openPage(browser, view ?? {}), stop: () => browser.close() }
}

let shared: Promise<Browser> | undefined

/**
 * The browser of this test process, which ends with it: a start takes four seconds of a core, and whoever opens a page has
 * cookies, storage and cache of their own anyway. `stop` closes the pages that were opened here.
 */
export async function sharedChromium(): Promise<Chromium> {
  let browser = await shared?.catch(() => undefined)
  if (browser?.isConnected() !== true) {
    shared = launch() // the first, or the last one did not start or broke off
    browser = await shared
  }
  const running = browser
  const opened: OpenPage[] = []
  return {
    async openPage(view) {
      const page = await openPage(running, view ?? {})
      opened.push(page)
      return page
    },
    async stop() {
      await Promise.all(opened.map(({ close }) => close()))
    },
  }
}

function launch(): Promise<Browser> {
  const executablePath = pathOf("chromium")
  if (executablePath === undefined) throw new Error("chromium is not installed")
  return chromium.launch({ executablePath, args: FLAGS, headless: true })
}

async function openPage(
  browser: Browser,
  { width = 1440, scheme = "light", baseUrl, scripts = true }: View,
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] },
    colorScheme: scheme,
    reducedMotion: "reduce",
    hasTouch: width === 390,
    locale: "en-GB",
    timezoneId: "Europe/London",
    javaScriptEnabled: scripts,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  })
  context.setDefaultTimeout(ACT_MS_MAX)
  await slowly(context)
  const page = await context.newPage()
  const problems: string[] = []
  page.on("pageerror", (error) => problems.push(String(error)))
  page.on("console", (line) => {
    if (line.type() === "error") problems.push(`${line.text()} (${line.location().url})`)
  })
  return { page, problems, close: () => context.close() }
}

type AxeResult = {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds serious or critical on the page, in words; empty when all is well. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"))
  const violations: readonly AxeResult[] = await page.evaluate("axe.run().then((result) => result.violations)")
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`)
}
