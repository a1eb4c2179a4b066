import { join } from "node:path"
import type { Config } from "./config.ts"
import type { Database } from "./database/database.ts"
import { removeOldBackups, upgrade, upgradeWords } from "./database/upgrade.ts"

const MIGRATIONS = join(import.meta.dirname, "../../migrations")

/** Brings the data up to this version, and tells the operator what was done. */
export async function upgradeData(config: Config, database: Database, now: Temporal.Instant): Promise<void> {
  const upgraded = await upgrade({
    database,
    migrationsFolder: MIGRATIONS,
    backupFolder: config.backsUpBeforeUpgrade ? backupFolder(config) : null,
    now,
  })
  if (upgraded !== null) console.log(upgradeWords(upgraded))
}

/** A desk that runs for months keeps what upgrades have backed up no longer than one that is started anew. */
export function sweepBackups(config: Config, now: Temporal.Instant): Promise<void> {
  return removeOldBackups(backupFolder(config), now)
}

function backupFolder({ dataFolder }: Config): string {
  return join(dataFolder, "backups")
}
