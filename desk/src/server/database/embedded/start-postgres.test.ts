import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { makePostgres, startPostgres } from "./start-postgres.ts"

const COMMITS = 50

it("The embedded database puts every commit on the disk before it answers: one fsync each", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-test-"))
  await makePostgres(folder)
  let fsyncs = 0
  const postgres = await startPostgres(folder, () => {
    fsyncs += 1
  })
  await postgres.query("create table numbers (number int8)")
  await postgres.query("checkpoint")

  fsyncs = 0
  for (let number = 1; number <= COMMITS; number += 1) {
    await postgres.query("insert into numbers values ($1)", [number])
    expect(fsyncs).toBe(number)
  }
  await postgres.query("select count(*) from numbers")
  expect(fsyncs).toBe(COMMITS)
  await postgres.query("checkpoint")
  expect(fsyncs).toBeGreaterThan(COMMITS) // tables, and the folder that lists them

  await postgres.close()
  rmSync(folder, { recursive: true })
})
