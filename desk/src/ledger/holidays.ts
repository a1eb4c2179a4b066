/** A holiday of a country: its name, the regions that have it ("*": all; the empty one is the country as a whole), its dates. */
export type Holiday = readonly [name: string, regions: string, dates: string]

/** What a workspace has said: whose holidays are days off, and on which of them the team works all the same. */
export type HolidaySettings = {
  /** ISO 3166-1, two letters. */
  readonly country: string
  readonly region: string | null
  readonly worked: readonly string[]
  /** The dates of the years around now, filled in by the desk: a calendar is pure data. */
  readonly dates: readonly string[]
}

export type HolidayPlaces = Readonly<
  Record<string, { readonly name: string; readonly regions: Readonly<Record<string, string>> }>
>

export type HolidayDate = { readonly date: string; readonly name: string }

const YEARS_AHEAD = 4 // nothing is promised further off by the calendar of working time

/** The holidays of a place from one year on, in order; those that only other regions have are left out. */
export function holidaysOf(list: readonly Holiday[], region: string | null, fromYear: number): readonly HolidayDate[] {
  const here = list.filter(([, regions]) => regions === "*" || regions.split(" ").includes(region ?? ""))
  return here
    .flatMap(([name, , dates]) => dates.split(" ").map((date) => ({ date, name })))
    .filter(({ date }) => yearOf(date) >= fromYear && yearOf(date) <= fromYear + YEARS_AHEAD)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

/** Whether the stored dates end so early that they must be filled in again. */
export function isRunningOut({ dates }: HolidaySettings, year: number): boolean {
  return yearOf(dates.at(-1) ?? "") < year + YEARS_AHEAD - 1
}

/** On which of them nobody works. */
export function holidaysOff(settings: HolidaySettings | null): readonly string[] {
  return settings === null ? [] : settings.dates.filter((date) => !settings.worked.includes(date))
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}
