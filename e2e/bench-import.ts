// How many old mails a second are taken in from an mbox file, on both databases, with files synced to disk as in use.
//   node e2e/bench-import.ts [--json] [--mails 10000]
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openTestEmbedded } from "../desk/test/database.ts"
import { MIGRATIONS } from "../desk/test/seeds.ts"
import { openTestDesk, openTestWorkspace } from "../desk/test/desk.ts"
import { mboxOf } from "../desk/test/mbox.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import type { Database } from "../desk/src/server/database/database.ts"
import { migrate } from "../desk/src/server/database/migrate.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { openFileStore } from "../desk/src/server/files/open-file-store.ts"
import { importMbox } from "../desk/src/server/mail/import-mbox.ts"

const NOW = "2026-11-19T14:12:00Z"
const BODY = "The frame is fine, the bell rings, and the left pedal squeaks at every turn.\n".repeat(12)
const parameters = process.argv.slice(2)
const asked = Number(parameters[parameters.indexOf("--mails") + 1])
const mails = parameters.includes("--mails") && asked > 0 ? asked : 10_000
const folder = await mkdtemp(join(tmpdir(), "aboveboard-import-"))
try {
  const embedded = await openTestEmbedded()
  const onEmbedded = await measure(embedded.database, "embedded")
  await embedded.remove()
  const postgres = await startPostgresServer()
  const server = await openDatabase({ kind: "server", url: postgres.url })
  const onServer = await measure(server, "server")
  await server.close()
  await postgres.stop()
  const results = { mails, embedded: onEmbedded, server: onServer }
  if (parameters.includes("--json")) console.log(JSON.stringify(results))
  else console.log(`${mails} mails: embedded ${onEmbedded}/s, PostgreSQL ${onServer}/s`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(database: Database, name: string): Promise<number> {
  await migrate(database, MIGRATIONS)
  const desk = { ...openTestDesk(database, NOW), files: await openFileStore(join(folder, name)) }
  const { admin, workspaceId } = await openTestWorkspace(desk)
  const path = join(folder, `${name}.mbox`)
  await writeFile(
    path,
    mboxOf({
      mails,
      shop: `help@${workspaceId}.example`,
      until: Temporal.Instant.from("2026-10-01T12:00:00Z"),
      body: BODY,
    }),
  )
  const began = performance.now()
  const { taken } = await importMbox(desk, admin, path, () => {})
  if (taken !== mails) throw new Error(`${taken} of ${mails} were taken in`)
  return Math.round(mails / ((performance.now() - began) / 1_000))
}
