import { randomBytes } from "node:crypto"
import { join } from "node:path"
import pino from "pino"
import { sha256 } from "./checkpoint-key.ts"
import { type Config, readConfig } from "./config.ts"
import type { Lease } from "./database/mailbox-reading.ts"
import { maintain } from "./database/maintain.ts"
import { openDatabase } from "./database/open.ts"
import { readDeskKey } from "./desk-key.ts"
import { sealAndSend } from "./follow-through/checkpoint-copies.ts"
import { openFileStore } from "./files/open-file-store.ts"
import { fetchDocument } from "./fetch-document.ts"
import { startLoop } from "./follow-through/loop.ts"
import { openApp } from "./http/app.ts"
import { openChangesFeed } from "./http/changes-feed.ts"
import { describe } from "./http/errors.ts"
import { openIdentity } from "./http/identity.ts"
import { appendToSent } from "./mail/imap/append-to-sent.ts"
import { openSession } from "./mail/imap/session.ts"
import { testMailbox } from "./mail/imap/test-mailbox.ts"
import { watchMailboxes } from "./mail/imap/watch.ts"
import { htmlDocument } from "./mail/html-document.ts"
import { listenForMail } from "./mail/listen.ts"
import { readMail } from "./mail/read-mail.ts"
import { sendMail } from "./mail/send.ts"
import { testServer } from "./mail/test-server.ts"
import { listenForScrapes } from "./metrics/listen.ts"
import { openMetrics } from "./metrics/open-metrics.ts"
import { openDesk } from "./open-desk.ts"
import { servePages } from "./pages/serve.ts"
import { post } from "./post.ts"
import { postJson } from "./post-json.ts"
import type { FetchDocument } from "./verbs/audit-addresses.ts"
import type { PostWebhook } from "./follow-through/webhooks.ts"
import { type Closing, closeOnSignals, endOnUncaught, listenOn, sayAndExit } from "./process.ts"
import { sweep } from "./verbs/sweep.ts"
import { every, timers } from "./timers.ts"
import { sweepBackups, upgradeData } from "./upgrade-data.ts"

/** What one door needs of another is handed to it: doors do not know one another. */
const DOORS = { htmlDocument, testServer, testMailbox, readMail, servePages }

const DESK = join(import.meta.dirname, "../..")
const FEED_MS = 1_000 // other processes on the same database write changes too
const SWEEP_MS = 3_600_000
const SEAL_MS = 300_000 // looks whether today has a checkpoint, and whether a copy of one waits to be sent

try {
  await start(readConfig())
} catch (error) {
  sayAndExit(error)
}

async function start(config: Config): Promise<void> {
  const closing: Closing = closeOnSignals()
  const log = pino({ level: config.logLevel })
  const report = (failure: unknown) => log.error({ failure: describe(failure) }, "work failed that nobody waited for")
  endOnUncaught(report)
  const database = await openDatabase(config.database)
  closing.add(() => database.close())
  await upgradeData(config, database, Temporal.Now.instant())
  closing.add(maintain(database, every, report))

  const key = await readDeskKey(config.key, config.dataFolder, randomBytes)
  const wakers: (() => void)[] = []
  const desk = openDesk({
    database,
    files: await openFileStore(join(config.dataFolder, "files"), Temporal.Now.instant()),
    key,
    publicUrl: config.publicUrl,
    now: () => Temporal.Now.instant(),
    randomBytes,
    committed: () => wakers.forEach((wake) => wake()),
  })
  const loop = startLoop(desk, { ...handsOf(config), timers, report })
  closing.add(() => loop.stop())
  const feed = await openChangesFeed(database, desk.now)
  const readFeed = () => void feed.read().catch(report)
  wakers.push(loop.wake, readFeed)
  closing.add(every(FEED_MS, readFeed))
  closing.add(every(SWEEP_MS, () => void sweep(desk).catch(report)))
  closing.add(every(SWEEP_MS, () => void sweepBackups(config, desk.now()).catch(report)))
  const ways = { targets: config.checkpoints, send: sendMail, post: postJson }
  const seal = () => void sealAndSend(desk, { signer: key.checkpoints, hashBytes: sha256 }, ways).catch(report)
  seal()
  closing.add(every(SEAL_MS, seal))

  const metrics = config.metrics === null ? null : openMetrics(database, desk.now)
  const app = await openApp({
    desk,
    identity: openIdentity({
      database,
      publicUrl: config.publicUrl,
      cookieSecret: key.cookieSecret,
      provider: config.provider,
    }),
    publicUrl: config.publicUrl,
    behindProxy: config.behindProxy,
    webFolder: join(DESK, "dist/web"),
    listener: config.smtp,
    providerName: config.provider?.name ?? null,
    feed,
    ...DOORS,
    fetchDocument: fetchWith(config),
    migrationsFolder: join(DESK, "migrations"),
    observe: metrics?.observe ?? null,
    log,
  })
  closing.add(() => app.close())
  if (config.metrics !== null && metrics !== null) {
    const scrapes = await listenOn("METRICS_PORT", config.metrics, (at) => listenForScrapes(metrics, at, report))
    closing.add(() => scrapes.close())
  }
  const mail = await listenOn("SMTP_PORT", config.smtp, (place) => listenForMail(desk, { ...place, report }))
  closing.add(() => mail.close())
  const open = (lease: Lease) => openSession(desk, lease, { timers, report })
  const watch = watchMailboxes(desk, { holder: desk.newId(), open, timers, report })
  closing.add(() => watch.stop())
  await listenOn("PORT", config, ({ host, port }) => app.listen({ host, port }))
  console.log(`Aboveboard is at ${config.publicUrl}`)
}

/** How the loop reaches the world. */
function handsOf(config: Config) {
  return { send: sendMail, append: appendToSent, tell: tellWith(config), fetchDocument: fetchWith(config) }
}

function fetchWith({ documentsFromPrivateAddresses: privateToo }: Config): FetchDocument {
  return (url) => fetchDocument(url, { privateToo })
}

function tellWith({ webhooksToPrivateAddresses: privateToo }: Config): PostWebhook {
  return (url, posting) => post(url, posting, { privateToo })
}
