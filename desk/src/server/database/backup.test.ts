import { createHash } from "node:crypto"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { execFileSync } from "node:child_process"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { eachStore, openTestEmbedded, openTestServer, type Store } from "../../../test/database.ts"
import { MIGRATIONS } from "../../../test/seeds.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { openFileStore } from "../files/open-file-store.ts"
import { logTalk } from "../verbs/log.ts"
import { openSample } from "../verbs/sample.ts"
import { searchEverything } from "../verbs/search.ts"
import { verify } from "../verbs/verify.ts"
import { backup } from "./backup.ts"
import { restore } from "./backup-restore.ts"
import type { Database } from "./database.ts"
import { migrate } from "./migrate.ts"

const NOW = Temporal.Instant.from("2026-03-04T10:00:00Z")

// Everything that is awkward to carry over: keys in a circle and onto themselves, a table that refuses changes,
// a computed column, a counter, bytes, exact numbers and moments.
const TABLES = `
  create table towns (id int8 generated always as identity primary key, name text, twin int8 references towns, "Mayor" int8);
  create table people (
    id int8 primary key, town int8 not null references towns, seen timestamptz, born date, photo bytea, notes jsonb, size numeric,
    tags text[], search tsvector generated always as (to_tsvector('simple', notes ->> 'text')) stored
  );
  alter table towns add constraint towns_mayor foreign key ("Mayor") references people;
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$;
  create trigger people_refuse before update or delete on people for each row execute function refuse();
`
const ROWS = `
  insert into towns (name, twin) values ('Ulm', null), ('Łódź "2"', 1), ('gone', 1);
  insert into people (id, town, seen, born, photo, notes, size, tags)
    select n, 1 + n % 2, '2026-03-04T10:00:00.123456Z'::timestamptz + n % 1000 * interval '1 second', '1999-12-31', '\\x00ff',
      jsonb_build_object('text', E'line\\n"' || n, 'n', null), 12345678901234567890.10, array['a', null, '"']
    from generate_series(9007199254740000, 9007199254740990) n;
  update towns set "Mayor" = 9007199254740001, twin = id where id = 2;
  delete from towns where name = 'gone';
`
const READ = "select to_jsonb(p) || to_jsonb(t) as row from people p join towns t on t.id = p.town order by p.id"

describe("A backup", () => {
  let folder: string
  const path = (name: string) => join(folder, name)

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aboveboard-backup-"))
    mkdirSync(path("migrations"))
    writeFileSync(path("migrations/0001-tables.sql"), TABLES)
    writeFileSync(path("migrations/0002-more.sql"), "create table rivers (name text)")
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  eachStore((store) => {
    const filled = async () => {
      const database = await store.withoutTables()
      await migrate(database, path("migrations"))
      await database.query(ROWS)
      putFile(path("files"), "an attachment")
      putFile(path("files"), "")
      return database
    }
    const save = (database: Database) =>
      backup({ database, filesFolder: path("files"), target: path("desk.backup"), now: NOW })
    const restoreInto = (database: Database) =>
      restore({
        database,
        migrationsFolder: path("migrations"),
        filesFolder: path("restored"),
        source: path("desk.backup"),
      })

    it("is restored into the other store with every row, counter, file and rule", async () => {
      const database = await filled()
      const manifest = await save(database)
      expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual([
        ["people", 991],
        ["rivers", 0],
        ["towns", 2],
      ])
      const { database: other, remove } = await openOther(store)
      await restoreInto(other)
      expect(await other.query(READ)).toEqual(await database.query(READ))
      expect(await other.query("insert into towns (name) values ('new') returning id")).toEqual([{ id: 4 }])
      await expect(other.query("delete from people")).rejects.toThrow("never")
      await expect(other.query("insert into people (id, town) values (1, 99)")).rejects.toThrow("foreign key")
      expect(readFileSync(filePath(path("restored"), "an attachment"), "utf8")).toBe("an attachment")
      expect(readFileSync(filePath(path("restored"), ""), "utf8")).toBe("")
      await remove()
    })

    it("is brought up to date when the tables have moved on since", async () => {
      await save(await filled())
      writeFileSync(path("migrations/0003-later.sql"), "alter table towns add column river text default 'Donau'")
      const { database: other, remove } = await openOther(store)
      await restoreInto(other)
      expect(await other.query("select river from towns where id = 1")).toEqual([{ river: "Donau" }])
      await remove()
    })

    it("is an ordinary archive, and complete when it appears", async () => {
      await save(await filled())
      const names = execFileSync("tar", ["-tf", path("desk.backup")], { encoding: "utf8" })
        .trim()
        .split("\n")
      expect(names).toHaveLength(5 + 1 + 2 + 1) // people in parts of 200, towns, files, manifest
      expect(names.at(-1)).toBe("manifest.json")
      expect(existsSync(path("desk.backup.unfinished"))).toBe(false)
    })

    it("does not replace another file", async () => {
      const database = await filled()
      writeFileSync(path("desk.backup"), "precious")
      await expect(save(database)).rejects.toThrow("A backup does not replace another file")
      expect(readFileSync(path("desk.backup"), "utf8")).toBe("precious")
    })

    it("is refused by a desk that holds data", async () => {
      const database = await filled()
      await save(database)
      await expect(restoreInto(database)).rejects.toThrow("This desk holds data already (in people)")
    })

    it("is refused before anything is touched when one byte differs or its end is missing", async () => {
      await save(await filled())
      const whole = readFileSync(path("desk.backup"))
      const database = await store.withoutTables()
      for (const text of ["line", "an attachment", "tables/towns", '"rows": 991']) {
        const bytes = Buffer.from(whole)
        const at = bytes.indexOf(text)
        bytes.writeUInt8(bytes.readUInt8(at + text.length - 1) ^ 1, at + text.length - 1)
        writeFileSync(path("desk.backup"), bytes)
        await expect(restoreInto(database)).rejects.toThrow("is not a whole backup, so nothing was restored")
      }
      writeFileSync(path("desk.backup"), whole)
      truncateSync(path("desk.backup"), whole.length - 2048)
      await expect(restoreInto(database)).rejects.toThrow("is not a whole backup, so nothing was restored")
      expect(await database.query("select to_regclass('towns') as towns")).toEqual([{ towns: null }])
      expect(existsSync(path("restored"))).toBe(false)
    })

    it("of a newer version is refused", async () => {
      await save(await filled())
      rmSync(path("migrations/0002-more.sql"))
      const database = await store.withoutTables()
      await expect(restoreInto(database)).rejects.toThrow("made by a newer version")
    })

    it("holds a whole desk: in the other store every row is the same, every chain verifies, and work goes on", async () => {
      const database = await store.withoutTables()
      await migrate(database, MIGRATIONS)
      const desk = { ...openTestDesk(database), files: await openFileStore(path("files")) }
      const shop = await openMailShop(desk)
      await openSample(desk, desk.newId(), "Vera Visitor", "vera@example.com")
      await shop.write(
        "Subject: Pump\nContent-Type: multipart/mixed; boundary=b",
        "--b\n\nWhere is my pump?\n--b\nContent-Type: image/png\nContent-Disposition: attachment\n\na picture\n--b--",
      )
      const [{ id: conversationId } = { id: "" }] = await shop.conversations()
      const note = { conversationId, channel: "call", text: "I will send the pump tomorrow.", promises: [] } as const
      await logTalk(desk, shop.member, note)
      await save(database)
      const { database: other, remove } = await openOther(store)
      const filesFolder = path("restored")
      await restore({ database: other, migrationsFolder: MIGRATIONS, filesFolder, source: path("desk.backup") })
      expect(await rowsOf(other)).toEqual(await rowsOf(database))
      const again = { ...desk, database: other, files: await openFileStore(filesFolder) }
      const { promises, problems } = await verify(again)
      expect([promises > 0, problems]).toEqual([true, []])
      const named = await other.query<{ digest: string }>(
        "select digest from files union select raw_digest from messages where raw_digest is not null",
      )
      expect(named.length).toBeGreaterThan(1)
      for (const { digest } of named) expect(await again.files.read(digest)).not.toBeNull()
      expect((await searchEverything(again, shop.member, { q: "pump tomorrow" })).items).toHaveLength(2)
      await logTalk(again, shop.member, { ...note, text: "She rang again." })
      await remove()
    })
  })
})

/** How many rows each table has, and a digest of them all. */
async function rowsOf(database: Database) {
  const tables = await database.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by table_name",
  )
  const counted = []
  for (const { name } of tables) {
    const [row] = await database.query<{ rows: number; digest: string }>(
      `select count(*) as "rows", md5(coalesce(string_agg(md5(to_jsonb(t)::text), '' order by md5(to_jsonb(t)::text)), '')) as "digest" from "${name}" t`,
    )
    counted.push({ name, ...row })
  }
  return counted
}

/** A database of the other kind where there is a server; otherwise another one of the same kind. */
function openOther(store: Store) {
  const hasServer = process.env["DATABASE_TEST_URL"] !== undefined
  return store.kind === "embedded" && hasServer ? openTestServer() : openTestEmbedded()
}

function putFile(folder: string, content: string): void {
  const path = filePath(folder, content)
  mkdirSync(join(path, ".."), { recursive: true })
  writeFileSync(path, content)
}

function filePath(folder: string, content: string): string {
  const digest = createHash("sha256").update(content).digest("hex")
  return join(folder, digest.slice(0, 2), digest.slice(2))
}
