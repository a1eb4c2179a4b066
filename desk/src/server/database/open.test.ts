import { describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import type { Queries } from "./database.ts"

describe("A database", () => {
  eachStore((store) => {
    it("gives and takes values the same way on both stores", async () => {
      const sql = `select $1::timestamptz as moment, $2::date as day, $3::int8 as big, $4::jsonb as json,
        $5::bytea as bytes, $6::text[] as texts, $7::bool as yes, $8::text as nothing, $9::float8 as fraction`
      const moment = Temporal.Instant.from("2026-03-04T11:00:00.123456+01:00")
      const day = Temporal.PlainDate.from("2026-03-04")
      const bytes = new Uint8Array([0, 1, 255])
      const parameters = [moment, day, 9_007_199_254_740_991, { a: [1, null] }, bytes, ['"a', "b,c"], true, null, 0.1]
      const [row] = await store.database().query(sql, parameters)
      expect(row).toEqual({
        moment: "2026-03-04T10:00:00.123456Z",
        day: "2026-03-04",
        big: 9_007_199_254_740_991,
        json: { a: [1, null] },
        bytes,
        texts: ['"a', "b,c"],
        yes: true,
        nothing: null,
        fraction: 0.1,
      })
    })

    it("prints instants as Temporal does", async () => {
      for (const text of ["2026-03-04T10:00:00Z", "2026-03-04T10:00:00.5Z", "1999-12-31T23:59:59.999999Z"]) {
        const [row] = await store.database().query("select $1::timestamptz as moment", [text])
        expect(row).toEqual({ moment: Temporal.Instant.from(text).toString() })
      }
    })

    it("parses what arrays hold", async () => {
      const sql = `select array[1, null]::int8[] as numbers, array['2026-03-04T10:00Z']::timestamptz[] as moments,
        array['2026-03-04']::date[] as days, array['\\x01']::bytea[] as bytes`
      const [row] = await store.database().query(sql)
      expect(row).toEqual({
        numbers: [1, null],
        moments: ["2026-03-04T10:00:00Z"],
        days: ["2026-03-04"],
        bytes: [new Uint8Array([1])],
      })
    })

    it("refuses a number that would not be exact", async () => {
      await expect(store.database().query("select 9007199254740993 as big")).rejects.toThrow("9007199254740993")
      expect(await store.database().query("select 1 as one")).toEqual([{ one: 1 }])
    })

    it("says which constraint was broken", async () => {
      const database = await store.withoutTables()
      await database.query(
        "create table towns (name text constraint one_name unique); insert into towns values ('Ulm')",
      )
      const twice = database.query("insert into towns values ($1)", ["Ulm"])
      await expect(twice).rejects.toMatchObject({ code: "23505", constraint: "one_name" })
    })

    it("keeps a transaction whole, and nothing of one that fails", async () => {
      const database = await store.withoutTables()
      await database.query("create table towns (name text)")
      const failing = database.transaction(async (queries) => {
        await queries.query("insert into towns values ('Ulm')")
        throw new Error("no")
      })
      await expect(failing).rejects.toThrow("no")
      expect(await database.query("select name from towns")).toEqual([])
      await database.transaction((queries) => queries.query("insert into towns values ('Ulm')"))
      expect(await database.query("select name from towns")).toEqual([{ name: "Ulm" }])
    })

    it("does not pretend to have committed when a failed statement was hidden", async () => {
      const hiding = store.database().transaction(async (queries) => {
        await queries.query("select * from nowhere").catch(() => {})
      })
      await expect(hiding).rejects.toThrow("was rolled back")
    })

    it("refuses to be used inside its own transaction, at once", async () => {
      const database = store.database()
      const query = database.transaction(() => database.query("select 1"))
      await expect(query).rejects.toThrow("inside its own transaction")
      const transaction = database.transaction(() => database.transaction(async () => 1))
      await expect(transaction).rejects.toThrow("inside its own transaction")
      expect(await database.query("select 1 as one")).toEqual([{ one: 1 }])
    })

    it("may be used later by what was begun inside a transaction", async () => {
      const database = store.database()
      const over = Promise.withResolvers<void>()
      let later: Promise<unknown> | undefined
      await database.transaction(async () => {
        later = over.promise.then(() => database.query("select 1 as one"))
      })
      over.resolve()
      expect(await later).toEqual([{ one: 1 }])
    })

    it("refuses the queries of a transaction that has ended", async () => {
      let kept: Queries | undefined
      await store.database().transaction(async (queries) => {
        kept = queries
      })
      await expect(kept?.query("select 1")).rejects.toThrow("has ended")
    })

    it("takes many queries and transactions at once", async () => {
      const database = await store.withoutTables()
      await database.query("create table counters (value int8); insert into counters values (0)")
      const add = () => database.transaction((queries) => queries.query("update counters set value = value + 1"))
      await Promise.all(Array.from({ length: 50 }, add))
      expect(await database.query("select value from counters")).toEqual([{ value: 50 }])
    })

    it("runs the queries of one transaction in order, also when they were sent together", async () => {
      const rows = await store
        .database()
        .transaction((queries) =>
          Promise.all([1, 2, 3].map((number) => queries.query("select $1::int as number", [number]))),
        )
      expect(rows.flat()).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }])
    })

    it("carries large values", async () => {
      const text = "ä".repeat(3_000_000)
      const [row] = await store.database().query<{ text: string }>("select $1::text as text", [text])
      expect(row?.text === text).toBe(true)
    })
  })
})
