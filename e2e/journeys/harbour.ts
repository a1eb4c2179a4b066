import { join } from "node:path"
import { onTestFailed } from "vitest"
import { words } from "../../desk/src/web/words.ts"
import { writeWorkspace } from "../../desk/src/contract/workspace.ts"
import { writeMailSettings } from "../../desk/src/contract/mail-settings.ts"
import { isInstalled } from "../servers/available.ts"
import { type Chromium, type OpenPage, type View, sharedChromium } from "../servers/chromium.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { type Dovecot, startDovecot } from "../servers/dovecot.ts"
import { ADMIN, type MemberCalls, setUpDesk } from "../servers/member.ts"
import { type Relay, startRelay } from "../servers/relay.ts"
import { swaks } from "../servers/swaks.ts"

/** Whether this machine has what the journeys need. */
export const HARBOUR_RUNS = isInstalled("chromium") && isInstalled("dovecot") && isInstalled("swaks")

export const SHOP = "help@harbour.test"
export const ROSA = "rosa@customers.test"

/** Of what failed. It stays, unlike what tests make in their temporary folders. */
const PICTURES = join(import.meta.dirname, "../../node_modules/.cache/aboveboard-failed")

type PageView = Omit<View, "baseUrl">

/** A small shop with everything real around it: its desk, its outgoing server, its customers' mailboxes, a browser. */
export type Harbour = {
  readonly desk: Desk
  readonly dovecot: Dovecot
  readonly relay: Relay
  readonly member: MemberCalls
  /** The browser, for those who are nobody's member. */
  readonly chromium: Chromium
  /** A page where the admin, or another member, is signed in, on Today: with cookies of its own, as another computer. */
  readonly openPage: (view?: PageView, who?: MemberCalls) => Promise<OpenPage>
  /** The shop is open at any hour, so that notices come whenever this runs. */
  readonly openAllDay: () => Promise<void>
  /** A customer writes, by swaks, straight to the desk's listener. */
  readonly write: (mail: {
    subject: string
    body: string
    from?: string
    headers?: Record<string, string>
  }) => Promise<void>
  readonly stop: () => Promise<void>
}

type HarbourOptions = {
  /** More addresses at dovecot, such as one that the desk reads. */
  readonly mailboxes?: readonly string[]
  /** Of the desk. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts everything that a journey needs, with a member signed in at the API. */
export async function openHarbour({ mailboxes = [], env = {} }: HarbourOptions = {}): Promise<Harbour> {
  const addresses = [ROSA, ADMIN.email, ...mailboxes]
  const [dovecot, chromium, desk] = await Promise.all([startDovecot(addresses), sharedChromium(), startDesk({ env })])
  const relay = await startRelay(dovecot)
  relay.forward([SHOP], desk.smtpPort)
  const member = await setUpDesk(desk.url)
  const { host, port, username, password } = relay
  const server = { host, port, security: "none" as const, username, password }
  await member.call(writeMailSettings, { body: { fromName: "Harbour Cycles", addresses: [SHOP], server } })
  return {
    desk,
    dovecot,
    relay,
    member,
    chromium,
    openPage: (view = {}, who = member) => signedIn(chromium, desk, who, view),
    openAllDay: async () => {
      const day = [{ from: "00:00", until: "24:00" }]
      const hours = Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((weekday) => [weekday, day]))
      await member.call(writeWorkspace, { body: { settings: { hours } } })
    },
    write: async ({ from = ROSA, ...mail }) => {
      const answer = await swaks({ port: desk.smtpPort, from, to: SHOP, ...mail })
      if (!answer.accepted) throw new Error(answer.transcript)
    },
    stop: async () => {
      await chromium.stop()
      await desk.stop() // before what it speaks to
      await relay.stop()
      await dovecot.stop()
    },
  }
}

async function signedIn(chromium: Chromium, desk: Desk, member: MemberCalls, view: PageView): Promise<OpenPage> {
  const opened = await chromium.openPage({ ...view, baseUrl: desk.url })
  const { page } = opened
  onTestFailed(async () => {
    await page.screenshot({ path: join(PICTURES, `failed-${desk.port}.png`) })
  })
  const cookies = member
    .cookie()
    .split("; ")
    .map((cookie) => {
      const [name = "", value = ""] = cookie.split(/=(.*)/s)
      return { name, value, url: desk.url }
    })
  await page.context().addCookies(cookies)
  await page.goto("/")
  await page.getByRole("heading", { level: 1, name: words.today.title }).waitFor()
  return opened
}
