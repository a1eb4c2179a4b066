import { createHash } from "node:crypto"
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs"
import { join } from "node:path"
import { migrate } from "../src/server/database/migrate.ts"
import { openDatabase } from "../src/server/database/open.ts"

export const MIGRATIONS = join(import.meta.dirname, "../migrations")

// Making an embedded database takes 3 s and migrating it another second; copying it a fraction of that.
const SEEDS = join(import.meta.dirname, "../../node_modules/.cache/aboveboard-test-seeds")

// By itself it takes 128 MB and writes each of them at its start, which is most of what a start of a small database costs.
const SMALL = "shared_buffers = 16MB\n"

export type SeedKind = "empty" | "migrated"

/** A name for what an empty database looks like after all migrations: it changes with each of them. */
export const MIGRATED = `migrated_${digestOfMigrations()}`

/** Copies an embedded database into `folder`, without tables or migrated. All test processes share the originals. */
export async function copySeed(folder: string, kind: SeedKind): Promise<void> {
  const seed = join(SEEDS, kind === "empty" ? "empty-small-pglite-0.5.14" : MIGRATED)
  if (!existsSync(seed)) await makeSeed(seed, kind)
  cpSync(seed, folder, { recursive: true })
}

async function makeSeed(seed: string, kind: SeedKind): Promise<void> {
  mkdirSync(SEEDS, { recursive: true })
  if (kind === "migrated") removeOlder()
  const folder = mkdtempSync(`${seed}-`)
  if (kind === "migrated") await copySeed(folder, "empty")
  const database = await openDatabase({ kind: "embedded", folder })
  if (kind === "migrated") await migrate(database, MIGRATIONS)
  await database.close()
  if (kind === "empty") makeSmall(folder)
  try {
    renameSync(folder, seed)
  } catch {
    rmSync(folder, { recursive: true, force: true }) // another test process was first
  }
}

/** For starts after this one of the embedded database in `folder`, which is closed. */
export function makeSmall(folder: string): void {
  appendFileSync(join(folder, "postgres", "postgresql.conf"), SMALL)
}

/** Those of other migrations: 43 MB each. */
function removeOlder(): void {
  for (const name of readdirSync(SEEDS)) {
    if (name.startsWith("migrated_") && !name.startsWith(MIGRATED))
      rmSync(join(SEEDS, name), { recursive: true, force: true })
  }
}

function digestOfMigrations(): string {
  const digest = createHash("sha256").update(SMALL)
  for (const name of readdirSync(MIGRATIONS).toSorted())
    digest.update(`${name}\n`).update(readFileSync(join(MIGRATIONS, name)))
  return digest.digest("hex").slice(0, 16)
}
