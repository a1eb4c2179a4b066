import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { migrate, migrateUpTo } from "./migrate.ts"

const TOWNS = "create table towns (name text);\ninsert into towns values ('Ulm');\n"
const RIVERS = "create table rivers (name text);\n"

describe("Migrations", () => {
  let folder: string
  const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aboveboard-migrations-"))
    write("0001-towns.sql", TOWNS)
    write("0002-rivers.sql", RIVERS)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  eachStore((store) => {
    it("are applied once, in their order", async () => {
      const database = await store.withoutTables()
      expect(await migrate(database, folder)).toEqual(["0001-towns.sql", "0002-rivers.sql"])
      expect(await migrate(database, folder)).toEqual([])
      write("0003-lakes.sql", "create table lakes (name text)")
      expect(await migrate(database, folder)).toEqual(["0003-lakes.sql"])
      expect(await database.query("select name from towns")).toEqual([{ name: "Ulm" }])
    })

    it("may be begun by several processes at once", async () => {
      const database = await store.withoutTables()
      const all = await Promise.all([1, 2, 3].map(() => migrate(database, folder)))
      expect(all.flat().sort()).toEqual(["0001-towns.sql", "0002-rivers.sql"])
    })

    it("leave nothing behind when one fails", async () => {
      const database = await store.withoutTables()
      write("0002-rivers.sql", `${RIVERS} create table;`)
      await expect(migrate(database, folder)).rejects.toThrow("0002-rivers.sql failed, and nothing of it was kept")
      const [row] = await database.query("select to_regclass('rivers') is null as gone")
      expect(row).toEqual({ gone: true })
      write("0002-rivers.sql", RIVERS)
      expect(await migrate(database, folder)).toEqual(["0002-rivers.sql"])
    })

    it("refuse data that a newer version has written", async () => {
      const database = await store.withoutTables()
      await migrate(database, folder)
      rmSync(join(folder, "0002-rivers.sql"))
      await expect(migrate(database, folder)).rejects.toThrow("written by a newer version of this program (it has 0002")
    })

    it("refuse a file that was changed after it was applied, but not for its line endings", async () => {
      const database = await store.withoutTables()
      await migrate(database, folder)
      write("0001-towns.sql", TOWNS.replaceAll("\n", "\r\n"))
      expect(await migrate(database, folder)).toEqual([])
      write("0001-towns.sql", TOWNS.replace("Ulm", "Graz"))
      await expect(migrate(database, folder)).rejects.toThrow("0001-towns.sql was changed after it was applied")
    })

    it("stop where they are asked to", async () => {
      const database = await store.withoutTables()
      expect(await migrateUpTo(database, folder, 1)).toEqual(["0001-towns.sql"])
    })

    it("refuse a gap, a number used twice and an unclear name", async () => {
      const database = await store.withoutTables()
      write("0004-gap.sql", "")
      await expect(migrate(database, folder)).rejects.toThrow("0004-gap.sql is out of line")
      rmSync(join(folder, "0004-gap.sql"))
      write("0002-twice.sql", "")
      await expect(migrate(database, folder)).rejects.toThrow("0002-twice.sql is out of line")
      rmSync(join(folder, "0002-twice.sql"))
      write("lakes.sql", "")
      await expect(migrate(database, folder)).rejects.toThrow("not lakes.sql")
    })
  })
})
