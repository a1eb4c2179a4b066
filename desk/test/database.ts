import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe } from "vitest"
import type { Database } from "../src/server/database/database.ts"
import { migrate } from "../src/server/database/migrate.ts"
import { openDatabase } from "../src/server/database/open.ts"
import { keepCompiled } from "./kept-compiled.ts"
import { MIGRATED, MIGRATIONS, type SeedKind, copySeed } from "./seeds.ts"

const START_MS_MAX = 600_000 // two cores, several test processes
const SERVER_URL = process.env["DATABASE_TEST_URL"]
const SEED_LOCK = 8_377_101 // any number that only the making of the server's seed uses

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
    onStore("embedded", () => openTestEmbedded("migrated"), tests)
  })
  describe.skipIf(SERVER_URL === undefined)("on a PostgreSQL server (DATABASE_TEST_URL)", () => {
    onStore("server", () => openTestServer("migrated"), tests)
  })
}

/**
 * Runs `tests` once: on the server where there is one, which takes half of the embedded store's time, and else on the embedded
 * store. For what asks the same of many routes or cases, where each statement is run on both stores elsewhere; nothing about
 * locks, jobs, the ledger, or what is erased.
 */
export function oneStore(tests: (store: Store) => void): void {
  if (SERVER_URL === undefined) onStore("embedded", () => openTestEmbedded("migrated"), tests)
  else onStore("server", () => openTestServer("migrated"), tests)
}

function onStore(kind: Store["kind"], open: () => Promise<Opened>, tests: (store: Store) => void): void {
  let opened: Opened | undefined
  const database = () => {
    if (opened === undefined) throw new Error("The test database is there only inside tests and hooks.")
    return opened.database
  }
  beforeAll(async () => {
    opened = await open()
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

/** An embedded database, without tables unless `kind` says so, in a folder of its own. `folder` may be opened again after `close`. */
export async function openTestEmbedded(kind: SeedKind = "empty"): Promise<Opened & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-test-"))
  await copySeed(folder, kind)
  await keepCompiled()
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

/** A database on the server of DATABASE_TEST_URL, without tables unless `kind` says so, dropped by `remove`. */
export async function openTestServer(kind: SeedKind = "empty"): Promise<Opened & { readonly url: string }> {
  const admin = await openServer("")
  const name = `test_${randomBytes(8).toString("hex")}`
  if (kind === "migrated") await makeServerSeed(admin.database)
  const template = kind === "migrated" ? MIGRATED : "template0"
  // Its files are copied as they are; by itself PostgreSQL writes every page into the log, and looks for each when it is dropped.
  await admin.database.query(`create database ${name} template ${template} strategy file_copy`)
  const { database, url } = await openServer(name)
  return {
    database,
    url,
    async remove() {
      await database.close()
      await admin.database.query(`drop database ${name} with (force)`)
      await admin.database.close()
    },
  }
}

async function makeServerSeed(admin: Database): Promise<void> {
  await admin.transaction(async (queries) => {
    await queries.query("select pg_advisory_xact_lock($1)", [SEED_LOCK]) // the other test processes wait for it
    const found = await queries.query("select 1 from pg_database where datname = $1", [MIGRATED])
    if (found.length > 0) return
    const other = await openServer("")
    await other.database.query(`drop database if exists ${MIGRATED}_new`)
    await other.database.query(`create database ${MIGRATED}_new template template0`)
    const made = await openServer(`${MIGRATED}_new`)
    await migrate(made.database, MIGRATIONS)
    await made.database.close()
    await other.database.query(`alter database ${MIGRATED}_new rename to ${MIGRATED}`)
    await other.database.close()
  })
}

async function openServer(name: string): Promise<{ readonly database: Database; readonly url: string }> {
  if (SERVER_URL === undefined) throw new Error("DATABASE_TEST_URL is not set.")
  const url = new URL(SERVER_URL)
  if (name !== "") url.pathname = `/${name}`
  return { database: await openDatabase({ kind: "server", url: url.href }), url: url.href }
}
