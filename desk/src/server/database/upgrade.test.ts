import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { MIGRATIONS } from "../../../test/seeds.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { verify } from "../verbs/verify.ts"
import { restore } from "./backup-restore.ts"
import type { Database } from "./database.ts"
import { upgrade } from "./upgrade.ts"

const OLDER = join(import.meta.dirname, "../../../test/older-desk.backup.gz") // a desk with the sample shop, as the version with six migrations wrote it
const OLDER_MIGRATIONS = 6
const NOW = Temporal.Instant.from("2026-11-28T03:00:00Z")

describe("An upgrade", () => {
  let folder: string
  const path = (name: string) => join(folder, name)
  const backups = () => readdirSync(path("backups"))

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "aboveboard-upgrade-"))
    writeFileSync(path("older.backup"), gunzipSync(readFileSync(OLDER)))
    mkdirSync(path("older-version"))
    for (const name of readdirSync(MIGRATIONS).slice(0, OLDER_MIGRATIONS)) {
      copyFileSync(join(MIGRATIONS, name), join(path("older-version"), name))
    }
    mkdirSync(path("backups"))
    writeFileSync(path("backups/before-0004-2026-10-01T00-00-00.000Z.backup"), "long ago")
    writeFileSync(path("backups/mine.backup"), "not the desk's to remove")
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const restoreOlder = (database: Database, source: string) =>
    restore({ database, source, migrationsFolder: path("older-version"), filesFolder: path("files") })
  const upgradeTo = (migrationsFolder: string, database: Database) =>
    upgrade({ database, migrationsFolder, backupFolder: path("backups"), now: NOW })

  eachStore((store) => {
    it("backs older data of the embedded store up, changes it, and every chain of the older version still verifies", async () => {
      const database = await store.withoutTables()
      await restoreOlder(database, path("older.backup"))
      const [before] = await database.query<{ hashes: string }>(HASHES)
      const upgraded = await upgradeTo(MIGRATIONS, database)
      expect(upgraded).toEqual({
        from: "0006-checkpoints.sql",
        to: readdirSync(MIGRATIONS).toSorted().at(-1),
        backup: path("backups/before-0007-2026-11-28T03-00-00.000Z.backup"),
      })
      expect(await database.query(HASHES)).toEqual([before])
      const report = await verify(openTestDesk(database), {})
      expect(report).toMatchObject({ promises: 62, problems: [] })
      expect(await upgradeTo(MIGRATIONS, database)).toBeNull()
    })

    it("is not begun by an older version on newer data, which stays as it is", async () => {
      await expect(upgradeTo(path("older-version"), store.database())).rejects.toThrow(
        "written by a newer version of this program (it has 0007-facts.sql). Start that version",
      )
      expect(backups()).toHaveLength(2)
    })

    it("is undone by the older version with that backup, which removed those of long ago", async () => {
      const made = path("backups/before-0007-2026-11-28T03-00-00.000Z.backup")
      const database = await store.withoutTables()
      await restoreOlder(database, made)
      expect(await database.query("select count(*) as entries from entries")).toEqual([{ entries: 123 }])
      rmSync(made)
      expect(backups()).toEqual(["mine.backup"])
    })

    it("changes nothing when the data cannot be backed up", async () => {
      const database = await store.withoutTables()
      await restoreOlder(database, path("older.backup"))
      const backupFolder = path("older.backup") // a file, so no folder can be made there
      const refused = upgrade({ database, migrationsFolder: MIGRATIONS, backupFolder, now: NOW })
      await expect(refused).rejects.toThrow("could not be backed up before it is upgraded, so nothing was changed")
      expect(await database.query("select count(*) as migrations from migrations")).toEqual([{ migrations: 6 }])
    })

    it("needs no backup where the operator has one, nor for a desk that is new", async () => {
      const database = await store.withoutTables()
      expect(await upgradeTo(path("older-version"), database)).toBeNull()
      const upgraded = await upgrade({ database, migrationsFolder: MIGRATIONS, backupFolder: null, now: NOW })
      expect(upgraded).toMatchObject({ from: "0006-checkpoints.sql", backup: null })
      expect(backups()).toEqual(["mine.backup"])
    })
  })
})

const HASHES = "select string_agg(hash, ' ' order by promise_id, seq) as hashes from entries"
