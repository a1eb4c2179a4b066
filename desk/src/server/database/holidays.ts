import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Holiday, HolidayPlaces } from "../../ledger/holidays.ts"

const FOLDER = join(import.meta.dirname, "../../../holidays") // comes with the desk: see scripts/holidays

/** The countries and regions whose public holidays are known. */
export function readHolidayPlaces(): Promise<HolidayPlaces> {
  return read<HolidayPlaces>("index")
}

/** Null for a country that is not known. */
export async function readHolidays(country: string): Promise<readonly Holiday[] | null> {
  const places = await readHolidayPlaces()
  return Object.hasOwn(places, country) ? read<readonly Holiday[]>(country.toLowerCase()) : null
}

/** The files are ours, so that their shape is known. */
async function read<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(FOLDER, `${name}.json`), "utf8")) as T
}
