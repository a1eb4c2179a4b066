import * as contract from "../../contract/holidays.ts"
import { readHolidayPlaces } from "../database/holidays.ts"
import { listHolidays } from "../verbs/holidays.ts"
import { type Door, serveMember } from "./serve.ts"

export function serveHolidays(door: Door): void {
  serveMember(door, contract.listHolidayPlaces, async () => {
    const places = await readHolidayPlaces()
    const items = Object.entries(places).map(([country, { name, regions }]) => ({
      country,
      name,
      regions: Object.entries(regions).map(([region, called]) => ({ region, name: called })),
    }))
    return { items }
  })
  serveMember(door, contract.listHolidays, async ({ desk, query }) => ({
    items: [...(await listHolidays(desk, { country: query.country, region: query.region ?? null }))],
  }))
}
