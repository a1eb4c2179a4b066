import { randomBytes } from "node:crypto"
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe } from "vitest"
import type { Database } from "../src/server/database/database.ts"
import { migrate } from "../src/server/database/migrate.ts"
import { openDatabase } from "../src/server/database/open.ts"

export const MIGRATIONS = join(import.meta.dirname, "../migrations")

const START_MS_MAX = 60_000 // two cores, several test processes
const SERVER_URL = process.env["DATABASE_TEST_URL"]
const SEED = join(tmpdir(), `aboveboard-test-seed-${process.getuid?.() ?? 0}-pglite-0.5.14`)

/** One of the two stores that the same tests run on. Its database is migrated, and empty when the file's tests begin. */
export type Store = {
  readonly kind: Database["kind"]
  /** The database of this test file. Only inside tests and hooks. */
  database(): Database
  /** Takes all tables away, for tests of what happens before and while they are made. */
  withoutTables(): Promise<Database>
}

type Opened = { readonly database: Database; readonly remove: () => Promise<void> }

/**
 * Runs `tests` on the embedded store, and on a PostgreSQL server when DATABASE_TEST_URL names one; otherwise that half
 * is reported as skipped. One database for each test file: tests that must not meet use workspaces of their own.
 */
export function eachStore(tests: (store: Store) => void): void {
  describe("on the embedded store", () => {
    onStore("embedded", openTestEmbedded, tests)
  })
  describe.skipIf(SERVER_URL === undefined)("on a PostgreSQL server (DATABASE_TEST_URL)", () => {
    onStore("server", openTestServer, tests)
  })
}

function onStore(kind: Store["kind"], open: () => Promise<Opened>, tests: (store: Store) => void): void {
  let opened: Opened | undefined
  const database = () => {
    if (opened === undefined) throw new Error("The test database is there only inside tests and hooks.")
    return opened.database
  }
  beforeAll(async () => {
    opened = await open()
    await migrate(opened.database, MIGRATIONS)
  }, START_MS_MAX)
  afterAll(() => opened?.remove(), START_MS_MAX)
  tests({
    kind,
    database,
    async withoutTables() {
      await database().query("drop schema public cascade; create schema public")
      return database()
    },
  })
}

/** An embedded database without tables, in a folder of its own. `folder` may be opened again after `close`. */
export async function openTestEmbedded(): Promise<Opened & { readonly folder: string }> {
  await makeSeed()
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-test-"))
  cpSync(SEED, folder, { recursive: true })
  const database = await openDatabase({ kind: "embedded", folder })
  return {
    database,
    folder,
    async remove() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Making an embedded database takes 3 s, copying one a fraction of that. All test processes share the original. */
async function makeSeed(): Promise<void> {
  if (existsSync(SEED)) return
  const folder = mkdtempSync(`${SEED}-`)
  const database = await openDatabase({ kind: "embedded", folder })
  await database.close()
  try {
    renameSync(folder, SEED)
  } catch {
    rmSync(folder, { recursive: true, force: true }) // another test process was first
  }
}

/** An empty database on the server of DATABASE_TEST_URL, dropped by `remove`. */
export async function openTestServer(): Promise<Opened & { readonly url: string }> {
  if (SERVER_URL === undefined) throw new Error("DATABASE_TEST_URL is not set.")
  const name = `test_${randomBytes(8).toString("hex")}`
  const admin = await openDatabase({ kind: "server", url: SERVER_URL })
  await admin.query(`create database ${name} template template0`)
  const url = new URL(SERVER_URL)
  url.pathname = `/${name}`
  const database = await openDatabase({ kind: "server", url: url.href })
  return {
    database,
    url: url.href,
    async remove() {
      await database.close()
      await admin.query(`drop database ${name} with (force)`)
      await admin.close()
    },
  }
}
