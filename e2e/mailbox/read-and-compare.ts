import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { createMailbox, listMailboxes } from "../../desk/src/contract/mailboxes.ts"
import { writeMailSettings } from "../../desk/src/contract/mail-settings.ts"
import { type DatabaseOptions, openDatabase } from "../../desk/src/server/database/open.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { type Dovecot, startDovecot } from "../servers/dovecot.ts"
import { eventually } from "../servers/eventually.ts"
import { temporaryFolder } from "../servers/folder.ts"
import { type MemberCalls, setUpDesk } from "../servers/member.ts"
import { freePort } from "../servers/ports.ts"
import { fill, stateOf } from "./filled.ts"

const SHOP = "help@harbour.test"
const MORE_MEMORY_MAX = 256 // MB, as for hostile mails: what lies in a mailbox is not held in memory
const MB = 1024 * 1024
const LOOK_MS = 100 // at memory
const COUNT_EVERY = 10 // looks; counting tens of thousands of files costs something itself
const TICKS = 100 // a second, in which Linux counts what a process used
const HOURS_MAX = 2

export type MailboxReport = {
  readonly mails: number
  /** Mails a second while nothing was broken. */
  readonly perSecond: number
  /** Processor seconds of the desk for a thousand mails: what they cost on a machine that is busy with something else. */
  readonly processorPerThousand: number
  /** How much more memory the server process had at its most than before the first mail, in MB; in each of its lives. */
  readonly moreMemory: readonly number[]
  readonly problems: readonly string[]
}

/**
 * Lets a desk read a full mailbox of a real IMAP server. A third through its connection is cut, two thirds through the desk is
 * killed; both go on by themselves. Then looks whether every mail is there, once, and the mailbox as it was.
 */
export async function readAndCompare(options: {
  readonly mails: number
  /** Of a PostgreSQL server; the embedded database where left out. */
  readonly databaseUrl?: string
  /** Hears how it goes on, so that a rate that falls with what is there already is seen. */
  readonly hear?: (pace: Pace) => void
}): Promise<MailboxReport> {
  const { mails, databaseUrl, hear = () => {} } = options
  const folder = await temporaryFolder()
  const dovecot = await startDovecot([SHOP])
  const ports = { port: await freePort(), smtpPort: await freePort() }
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }
  const start = () => startDesk({ folder: folder.path, ...ports, env })
  let desk = await start().catch(async (error: unknown) => {
    await dovecot.stop()
    throw error
  })
  try {
    const maildir = await dovecot.maildir(SHOP)
    const until = Temporal.Instant.from("2026-10-01T12:00:00Z")
    await fill(maildir, { mails, shop: SHOP, until })
    const before = await stateOf(maildir)
    const member = await setUpDesk(desk.url)
    await beginReading(member, dovecot, until)
    const life = async (to: number) => readUntil({ desk, folder: folder.path, hear }, to)
    const first = await life(mails / 3)
    await dovecot.kick(SHOP)
    const second = await life((mails * 2) / 3)
    await desk.kill9()
    desk = await start()
    const third = await life(mails)
    await eventually(() => hasReadAll(member), { what: "the mailbox is read to its end", withinMs: 120_000 })
    await desk.stop()
    const stretches = [first, second, third]
    return {
      mails,
      perSecond: Math.round(sum(stretches.map(({ read }) => read)) / sum(stretches.map(({ seconds }) => seconds))),
      processorPerThousand: rounded((sum(stretches.map(({ processor }) => processor)) * 1_000) / mails),
      moreMemory: stretches.map(({ moreMemory }) => moreMemory),
      problems: [
        ...(await compare(databaseUrl, folder.path, mails)),
        ...changes(before, await stateOf(maildir)),
        ...stretches.flatMap(({ moreMemory }) =>
          moreMemory > MORE_MEMORY_MAX ? [`${moreMemory} MB more memory, at most ${MORE_MEMORY_MAX}`] : [],
        ),
      ],
    }
  } finally {
    await desk.kill9()
    await dovecot.stop()
    await folder.remove()
  }
}

async function beginReading(member: MemberCalls, dovecot: Dovecot, until: Temporal.Instant): Promise<void> {
  await member.call(writeMailSettings, { body: { fromName: "Harbour", addresses: [SHOP], server: null } })
  const { host, port, password } = dovecot
  const account = { address: SHOP, host, port, username: SHOP, password, security: "none", auth: "password" } as const
  const readFrom = until.subtract({ hours: 24 * 365 * 2 }).toString()
  await member.call(createMailbox, {
    body: { ...account, inboxFolder: "INBOX", readsSent: true, appendsSent: false, readFrom },
  })
}

/** Of the thousand mails or so that were read last. */
export type Pace = {
  readonly read: number
  readonly perSecond: number
  readonly processorPerThousand: number
  /** The server process, in MB. */
  readonly memory: number
}

type Stretch = {
  readonly read: number
  readonly seconds: number
  readonly processor: number
  readonly moreMemory: number
}

/** Until so many mails are on disk. The time counts from the first that came in it, so that what was broken is not measured. */
async function readUntil(
  { desk, folder, hear }: { readonly desk: Desk; readonly folder: string; readonly hear: (pace: Pace) => void },
  wanted: number,
): Promise<Stretch> {
  const [memoryBefore, processorBefore] = [await memoryOf(desk.pid), await processorOf(desk.pid)]
  const began = await countFiles(folder)
  const until = performance.now() + HOURS_MAX * 3_600_000
  let most = memoryBefore
  let first: { readonly at: number; readonly count: number } | null = null
  const told = teller(desk, hear)
  for (let look = 0; ; look += 1) {
    await wait(LOOK_MS)
    most = Math.max(most, await memoryOf(desk.pid))
    if (look % COUNT_EVERY !== 0) continue
    const count = await countFiles(folder)
    await told(count)
    if (first === null && count > began) first = { at: performance.now(), count }
    if (first !== null && count >= wanted) {
      const seconds = (performance.now() - first.at) / 1_000
      const processor = (await processorOf(desk.pid)) - processorBefore
      return { read: count - first.count, seconds, processor, moreMemory: Math.round((most - memoryBefore) / MB) }
    }
    if (performance.now() > until) throw new Error(`${count} of ${wanted} mails were read. ${desk.output()}`)
  }
}

const TOLD_EVERY = 1_000 // mails

function teller(desk: Desk, hear: (pace: Pace) => void): (count: number) => Promise<void> {
  let before: { readonly count: number; readonly at: number; readonly processor: number } | null = null
  return async (count) => {
    if (before !== null && count < before.count + TOLD_EVERY) return
    const now = { count, at: performance.now(), processor: await processorOf(desk.pid) }
    if (before !== null) {
      const read = count - before.count
      hear({
        read: count,
        perSecond: Math.round((read * 1_000) / (now.at - before.at)),
        processorPerThousand: rounded(((now.processor - before.processor) * 1_000) / read),
        memory: Math.round((await memoryOf(desk.pid)) / MB),
      })
    }
    before = now
  }
}

/** Raw mails on disk: one file for each. */
async function countFiles(folder: string): Promise<number> {
  const files = join(folder, "files")
  const names = await readdir(files).catch(() => [])
  const each = await Promise.all(names.filter((name) => name.length === 2).map((name) => readdir(join(files, name))))
  return sum(each.map(({ length }) => length))
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8")
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024
}

async function processorOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /s, "").split(" ")
  return (Number(fields[11]) + Number(fields[12])) / TICKS // utime and stime, fields 14 and 15 of proc(5)
}

async function hasReadAll(member: MemberCalls): Promise<true | undefined> {
  const { items } = await member.call(listMailboxes)
  return items[0]?.state === "reading" ? true : undefined
}

async function compare(databaseUrl: string | undefined, folder: string, mails: number): Promise<readonly string[]> {
  const options: DatabaseOptions =
    databaseUrl === undefined
      ? { kind: "embedded", folder: join(folder, "database") }
      : { kind: "server", url: databaseUrl }
  const database = await openDatabase(options)
  try {
    const rows = await database.query<{ mailId: string; count: number }>(
      `select mail_id as "mailId", count(*) as "count" from messages where kind = 'inbound' group by mail_id`,
    )
    const counts = new Map(rows.map(({ mailId, count }) => [mailId, count]))
    const wrong = Array.from({ length: mails }, (_, number) => `mail-${number}@customers.test`)
      .map((mailId) => ({ mailId, count: counts.get(mailId) ?? 0 }))
      .filter(({ count }) => count !== 1)
    const more = rows.length - (mails - wrong.filter(({ count }) => count === 0).length)
    return [
      ...wrong.map(({ mailId, count }) => (count === 0 ? `${mailId} is lost` : `${mailId} is there ${count} times`)),
      ...(more > 0 ? [`${more} messages are of no mail in the mailbox`] : []),
    ]
  } finally {
    await database.close()
  }
}

function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [
    ...[...before]
      .filter(([name, as]) => after.get(name) !== as)
      .map(([name]) => `${name} was marked, moved or deleted`),
    ...[...after.keys()].filter((name) => !before.has(name)).map((name) => `${name} came into the mailbox`),
  ]
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
