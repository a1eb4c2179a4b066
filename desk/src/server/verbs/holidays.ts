import { invalid } from "../../ledger/error.ts"
import { type HolidayDate, type HolidaySettings, holidaysOf, isRunningOut } from "../../ledger/holidays.ts"
import { readHolidayPlaces, readHolidays } from "../database/holidays.ts"
import { listWithHolidays, lockWorkspace, updateWorkspace } from "../database/workspaces.ts"
import { type Desk, commit } from "./desk.ts"
import { recomputeLooks } from "./looks.ts"

type Place = Pick<HolidaySettings, "country" | "region">

/** The holidays of a place from this year on. `invalid` for a country or region that is not in the book. */
export async function listHolidays(desk: Desk, { country, region }: Place): Promise<readonly HolidayDate[]> {
  const list = await readHolidays(country)
  const regions = (await readHolidayPlaces())[country]?.regions ?? {}
  if (list === null) throw invalid(`We know no holidays of “${country}”. Choose a country of the list.`, "holidays")
  if (region !== null && !Object.hasOwn(regions, region))
    throw invalid(`“${region}” is no region of ${country} that we know.`, "holidays")
  return holidaysOf(list, region, yearNow(desk))
}

/** The same settings, with the dates of the years to come. */
export async function filledIn(
  desk: Desk,
  { country, region, worked }: Omit<HolidaySettings, "dates">,
): Promise<HolidaySettings> {
  const dates = (await listHolidays(desk, { country, region })).map(({ date }) => date)
  return { country, region, worked, dates: [...new Set(dates)] }
}

/** Once a year, what the workspaces have stored is filled in anew; when promises are looked at again follows. */
export async function renewHolidays(desk: Desk): Promise<void> {
  for (const { id, settings } of await listWithHolidays(desk.database)) {
    if (settings.holidays === null || !isRunningOut(settings.holidays, yearNow(desk))) continue
    const holidays = await filledIn(desk, settings.holidays)
    if (holidays.dates.at(-1) === settings.holidays.dates.at(-1)) continue // the book itself ends
    await commit(desk, async (queries) => {
      const { name, settings: current } = await lockWorkspace(queries, id)
      const after = { ...current, holidays }
      await updateWorkspace(queries, { id, name, settings: after })
      await recomputeLooks(queries, id, after)
    })
  }
}

function yearNow(desk: Desk): number {
  return desk.now().toZonedDateTimeISO("UTC").year
}
