import { mkdir, readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { backup } from "./backup.ts"
import type { Database } from "./database.ts"
import { appliedMigrations, assertKnown, migrate } from "./migrate.ts"
import { readMigrations } from "./migrate-files.ts"

export type UpgradeOptions = {
  readonly database: Database
  readonly migrationsFolder: string
  /** Where the backup goes that is made before older data is changed; null: none is made. */
  readonly backupFolder: string | null
  readonly now: Temporal.Instant
}

/** What became of older data. `backup`: the file that holds it as it was. */
export type Upgraded = { readonly from: string; readonly to: string; readonly backup: string | null }

export const BACKUP_DAYS = 30 // an erased customer is still in it, so it does not stay for ever

/**
 * Brings the tables up to date. Older data is backed up first: its rows, not its files, which no migration touches.
 * Null when there was nothing to upgrade. Refuses data that a newer version has written, before anything is done; when the
 * backup fails, nothing is changed.
 */
export async function upgrade(options: UpgradeOptions): Promise<Upgraded | null> {
  const { database, migrationsFolder, backupFolder, now } = options
  if (backupFolder !== null) await removeOldBackups(backupFolder, now)
  const known = await readMigrations(migrationsFolder)
  const applied = await appliedMigrations(database)
  for (const one of applied) assertKnown(one, known)
  const last = applied.at(-1)
  const next = known[applied.length]
  if (last === undefined || next === undefined) {
    await migrate(database, migrationsFolder)
    return null
  }
  const target = backupFolder === null ? null : await backUpOlder(database, backupFolder, next.number, now)
  const names = await migrate(database, migrationsFolder)
  return { from: last.name, to: names.at(-1) ?? last.name, backup: target }
}

/** For the operator. */
export function upgradeWords({ from, to, backup: file }: Upgraded): string {
  const kept =
    file === null ? "It was not backed up before: BACKUP_BEFORE_UPGRADE says no." : `As it was, it is in ${file}.`
  return `The data was upgraded from ${from} to ${to}. ${kept}`
}

async function backUpOlder(database: Database, folder: string, number: number, now: Temporal.Instant): Promise<string> {
  const moment = now.toString({ fractionalSecondDigits: 3 }).replaceAll(":", "-")
  const target = join(folder, `before-${String(number).padStart(4, "0")}-${moment}.backup`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await backup({ database, filesFolder: null, target, now })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `The data is of an older version and could not be backed up before it is upgraded, so nothing was changed: ${reason} Make room in ${folder}, or set BACKUP_BEFORE_UPGRADE=no when you have a backup of your own.`,
      { cause: error },
    )
  }
  return target
}

const NAME = /^before-\d{4}-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.backup$/

/** Those that upgrades have made, once their time is over. */
export async function removeOldBackups(folder: string, now: Temporal.Instant): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const [, hour, minute, second] = NAME.exec(name) ?? []
    if (hour === undefined) continue
    const age = now.since(`${hour}:${minute}:${second}`).total("hours")
    if (age > BACKUP_DAYS * 24) await rm(join(folder, name))
  }
}
