import { join } from "node:path"
import type { Config } from "./config.ts"
import type { Database } from "./database/database.ts"
import { upgrade, upgradeWords } from "./database/upgrade.ts"

const MIGRATIONS = join(import.meta.dirname, "../../migrations")

/** Brings the data up to this version, and tells the operator what was done. */
export async function upgradeData(config: Config, database: Database, now: Temporal.Instant): Promise<void> {
  const upgraded = await upgrade({
    database,
    migrationsFolder: MIGRATIONS,
    backupFolder: config.backsUpBeforeUpgrade ? join(config.dataFolder, "backups") : null,
    now,
  })
  if (upgraded !== null) console.log(upgradeWords(upgraded))
}
