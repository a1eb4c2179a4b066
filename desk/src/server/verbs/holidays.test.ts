import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { readPromise } from "../database/promises.ts"
import { readSettings } from "../database/settings.ts"
import { listHolidays, renewHolidays } from "./holidays.ts"
import { changeWorkspace } from "./workspace.ts"

const SCOTLAND = { country: "GB", region: "SCT", worked: [], dates: [] }

eachStore((store) => {
  test("a region has its own holidays, those of the whole country, and not those of others", async () => {
    const { desk } = await openPromiseShop(store.database())
    const scottish = await listHolidays(desk, { country: "GB", region: "SCT" })
    const english = await listHolidays(desk, { country: "GB", region: "ENG" })
    expect(scottish).toContainEqual({ date: "2026-11-30", name: "St Andrew’s Day" })
    expect(english.map(({ name }) => name)).not.toContain("St Andrew’s Day")
    expect(english).toContainEqual({ date: "2026-04-06", name: "Easter Monday" })
    expect(scottish.map(({ date }) => date)).not.toContain("2026-04-06")
    expect(scottish.map(({ date }) => date)).toEqual(scottish.map(({ date }) => date).toSorted())
    await expect(listHolidays(desk, { country: "XX", region: null })).rejects.toThrow("no holidays of “XX”")
    await expect(listHolidays(desk, { country: "GB", region: "BY" })).rejects.toThrow("no region of GB")
  })

  test("a chosen place moves the reminders of what is promised; a day that is worked all the same moves none", async () => {
    const { desk, admin, promise, workspaceId } = await openPromiseShop(store.database())
    const id = await promise("2026-12-01T16:00:00Z")
    const next = async () => {
      const [row] = await desk.database.query<{ at: string }>(
        `select next_at as "at" from promise_rows where promise_id = $1`,
        [id],
      )
      return Temporal.Instant.from(row?.at ?? "").toString()
    }
    const before = await next()
    await changeWorkspace(desk, admin, { settings: { holidays: SCOTLAND } })
    expect((await readSettings(desk.database, workspaceId)).holidays?.dates).toContain("2026-11-30")
    expect(calendarOf(await readSettings(desk.database, workspaceId)).daysOff).toContain("2026-12-25")
    const after = await next()
    expect(Temporal.Instant.compare(after, before)).toBe(-1) // a day less to do it in: half of it is over earlier
    await changeWorkspace(desk, admin, { settings: { holidays: { ...SCOTLAND, worked: ["2026-11-30"] } } })
    expect(await next()).toBe(before)
    await changeWorkspace(desk, admin, { settings: { holidays: null } })
    expect(calendarOf(await readSettings(desk.database, workspaceId)).daysOff).toEqual([])
    expect(await readPromise(desk.database, workspaceId, id)).toMatchObject({ state: "open" })
  })

  test("the years go on: what was stored is filled in when it runs out", async () => {
    const { desk, admin, workspaceId } = await openPromiseShop(store.database())
    await changeWorkspace(desk, admin, { settings: { holidays: SCOTLAND } })
    const last = async () => (await readSettings(desk.database, workspaceId)).holidays?.dates.at(-1)?.slice(0, 4)
    expect(await last()).toBe("2030")
    await renewHolidays(desk)
    expect(await last()).toBe("2030")
    desk.setClock("2028-01-02T12:00:00Z")
    await renewHolidays(desk)
    expect(await last()).toBe("2032")
  })
})
