// `npm run screenshots`: every screen in both themes at three widths, into ./screenshots. Prints what is wrong in a way
// that a machine can see: errors in the console, pages wider than the window, serious findings of axe.
// With --docs: the pictures that docs/screens shows, with a palette, into docs/pictures/screens.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Page } from "playwright-core"
import { writeMember } from "../desk/src/contract/members.ts"
import { readMe } from "../desk/src/contract/session.ts"
import { openSample } from "../desk/src/contract/workspace.ts"
import { BEFORE_SET_UP, type Screen, emptyScreens, sampleScreens, signedOutScreens } from "./screens.ts"
import {
  type Chromium,
  type OpenPage,
  type View,
  type Width,
  seriousFindings,
  startChromium,
} from "./servers/chromium.ts"
import { type Desk, startDesk } from "./servers/desk.ts"
import { type MemberCalls, setUpDesk, signIn } from "./servers/member.ts"
import { smallPng } from "./servers/small-png.ts"

const DOCS = fileURLToPath(new URL("../docs", import.meta.url))
const isForDocs = process.argv.includes("--docs")
const FOLDER = isForDocs ? join(DOCS, "pictures/screens") : fileURLToPath(new URL("../screenshots", import.meta.url))
const WIDTHS: readonly Width[] = isForDocs ? [1440] : [1440, 1024, 390]
const SCHEMES = isForDocs ? (["light"] as const) : (["light", "dark"] as const)
const SETTLE_MS = 600 // underlines arrive 400 ms after typing stops; what opens takes 160 ms
const WAIT_MS = 10_000

/** Names of screens, to take only those. */
const named = process.argv.slice(2).filter((each) => !each.startsWith("--"))
const only = isForDocs && named.length === 0 ? await picturesOfDocs() : named
const taken = new Set<string>()

if (named.length === 0) await rm(FOLDER, { recursive: true, force: true })
await mkdir(FOLDER, { recursive: true })
const desk = await startDesk()
const chromium = await startChromium()
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop().then(() => process.exit(1)))
try {
  await takeAll(BEFORE_SET_UP, null)
  const member = await setUpDesk(desk.url, "Old Mill Stores")
  await takeAll(await signedOutScreens(member), null)
  await takeAll(await emptyScreens(member), member)
  const started = performance.now()
  const { slug } = await member.call(openSample)
  console.log(`The sample shop opened in ${Math.round(performance.now() - started)} ms.`)
  const visitor = await signIn(desk.url, slug)
  await renameVisitor(visitor)
  await takeAll(await sampleScreens(visitor), member)
} finally {
  await stop()
}
for (const name of only) {
  if (taken.has(name)) continue
  console.log(`${name}: there is no such screen`)
  process.exitCode = 1
}

/** The names of the pictures that the pages of docs/screens show. */
async function picturesOfDocs(): Promise<readonly string[]> {
  const pages = (await readdir(join(DOCS, "screens"))).filter((name) => name.endsWith(".md"))
  const texts = await Promise.all(pages.map((name) => readFile(join(DOCS, "screens", name), "utf8")))
  return texts.flatMap((text) => [...text.matchAll(/pictures\/screens\/([a-z-]+)\.png/g)].map(([, name = ""]) => name))
}

async function stop(): Promise<void> {
  await chromium.stop()
  await desk.stop()
}

async function takeAll(screens: readonly Screen[], member: MemberCalls | null): Promise<void> {
  const wanted = screens.filter(({ name }) => only.length === 0 || only.includes(name))
  if (wanted.length === 0) return
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) await takeIn({ width, scheme }, wanted, member)
  }
}

async function takeIn(
  view: Required<Pick<View, "width" | "scheme">>,
  screens: readonly Screen[],
  member: MemberCalls | null,
) {
  const opened = await openPage(chromium, desk, view, member)
  for (const screen of screens) {
    const name = `${screen.name}-${view.width}-${view.scheme}`
    const before = opened.problems.length
    const failed = await show(opened.page, screen).catch((error: unknown) => String(error).split("\n")[0])
    taken.add(screen.name)
    await keep(await opened.page.screenshot(), { name, of: screen.name })
    const wrong = [
      failed ?? [],
      opened.problems.slice(before),
      await tooWide(opened.page),
      await unfit(opened.page, view),
    ]
    for (const what of wrong.flat()) console.log(`${name}: ${what}`)
  }
  await opened.close()
}

async function keep(picture: Uint8Array, { name, of }: { readonly name: string; readonly of: string }): Promise<void> {
  await (isForDocs
    ? writeFile(join(FOLDER, `${of}.png`), smallPng(picture))
    : writeFile(join(FOLDER, `${name}.png`), picture))
}

/** The shop has an Ines already, and two of a name would puzzle whoever looks at the pictures. */
async function renameVisitor(visitor: MemberCalls): Promise<void> {
  const memberId = (await visitor.call(readMe)).current?.member.id ?? ""
  await visitor.call(writeMember, { params: { memberId }, body: { name: "Robin Ashe" } })
}

async function openPage(browser: Chromium, { url }: Desk, view: View, member: MemberCalls | null): Promise<OpenPage> {
  const opened = await browser.openPage({ ...view, baseUrl: url })
  const cookies = (member?.cookie() ?? "").split("; ").filter((cookie) => cookie !== "")
  await opened.page.context().addCookies(
    cookies.map((cookie) => {
      const [name = "", value = ""] = cookie.split(/=(.*)/s)
      return { name, value, url }
    }),
  )
  return opened
}

async function show(page: Page, { path, shows = "h1", act }: Screen): Promise<void> {
  page.setDefaultTimeout(WAIT_MS)
  await page.goto(path)
  await page.locator(shows).first().waitFor()
  await page.waitForTimeout(SETTLE_MS)
  await act?.(page)
  await page.waitForTimeout(SETTLE_MS)
}

async function tooWide(page: Page): Promise<readonly string[]> {
  const over: number = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
  return over > 0 ? [`${over} px wider than the window`] : []
}

/** Axe takes a second a page, so one width is enough. */
async function unfit(page: Page, { width, scheme }: View): Promise<readonly string[]> {
  return width === 1440 && scheme === "light" ? seriousFindings(page) : []
}
