import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

export type Migration = {
  readonly number: number
  readonly name: string
  readonly checksum: string
  readonly sql: string
}

const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/

/** The migrations of a folder in their order. Fails when a name is unclear or a number is missing or used twice. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  migrations.forEach(({ number, name }, index) => {
    if (number === index + 1) return
    throw new Error(`Migrations are numbered 0001, 0002 and so on, each once; ${name} is out of line.`)
  })
  return migrations
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const number = NAME.exec(name)?.[1]
  if (number === undefined) throw new Error(`A migration is called like 0001-what-it-adds.sql, not ${name}.`)
  // A checkout with other line endings is the same migration.
  const sql = (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n")
  return { number: Number(number), name, checksum: createHash("sha256").update(sql).digest("hex"), sql }
}
