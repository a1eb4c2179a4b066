import { describe, expect, it } from "vitest"
import { findPostgres, startPostgresServer } from "../../../test/postgres-server.ts"
import { openDatabase } from "./open.ts"

describe.skipIf(findPostgres() === undefined)("A PostgreSQL server", () => {
  it("may restart under a running desk: what was under way fails, what comes after works", async () => {
    const server = await startPostgresServer()
    const database = await openDatabase({ kind: "server", url: server.url })
    await database.query("create table towns (name text); insert into towns values ('Ulm')")
    await Promise.all([database.query("select 1"), database.query("select 1")]) // two idle connections to lose

    const underWay = database.transaction(async (queries) => {
      await queries.query("insert into towns values ('Graz')")
      await server.stopImmediately()
      await queries.query("insert into towns values ('Linz')")
    })
    await expect(underWay).rejects.toBeInstanceOf(Error)
    await expect(database.query("select 1")).rejects.toThrow("ECONNREFUSED")

    await server.start()
    expect(await database.query("select name from towns")).toEqual([{ name: "Ulm" }])
    await database.close()
    await server.stop()
  })

  it("that is not there is an error at once, not later", async () => {
    const url = "postgres://postgres@127.0.0.1:1/postgres"
    await expect(openDatabase({ kind: "server", url })).rejects.toThrow("ECONNREFUSED")
  })
})
