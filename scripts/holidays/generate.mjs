// Writes the holidays of every country and region, one file a country: node generate.mjs FOLDER
// The names and dates are those of date-holidays (ISC and CC-BY-3.0), which is installed here alone: see package.json.
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import Holidays from "date-holidays"

const FOLDER = process.argv[2] ?? join(import.meta.dirname, "../../desk/holidays")
const FIRST = 2026
const LAST = 2040 // what is planned later is planned again

mkdirSync(FOLDER, { recursive: true })
const countries = new Holidays().getCountries("en")
const index = {}
for (const [country, name] of Object.entries(countries)) {
  const regions = new Holidays(country).getStates(country, "en") ?? {}
  const days = daysOf(country, Object.keys(regions))
  if (days.length === 0) continue
  index[country] = { name, regions }
  const lines = days.map((day) => `  ${JSON.stringify(day)}`)
  writeFileSync(join(FOLDER, `${country.toLowerCase()}.json`), `[\n${lines.join(",\n")}\n]\n`)
}
const lines = Object.entries(index).map(([country, value]) => `  ${JSON.stringify(country)}: ${JSON.stringify(value)}`)
writeFileSync(join(FOLDER, "index.json"), `{\n${lines.join(",\n")}\n}\n`)

/** [name, "*" or its regions, dates]: a holiday that not every region has is listed for those that have it. */
function daysOf(country, regions) {
  const places = ["", ...regions]
  const where = new Map() // name and date to the places that have it
  for (const place of places) {
    const calendar = place === "" ? new Holidays(country) : new Holidays(country, place)
    calendar.setLanguages(["en", ...calendar.getLanguages().filter((each) => each !== "en")])
    for (let year = FIRST; year <= LAST; year += 1) {
      for (const { date, name, type } of calendar.getHolidays(year)) {
        if (type !== "public") continue
        const key = `${name}\n${date.slice(0, 10)}`
        where.set(key, (where.get(key) ?? new Set()).add(place))
      }
    }
  }
  const groups = new Map()
  for (const [key, found] of where) {
    const [name, date] = key.split("\n")
    const all = found.size === places.length ? "*" : [...found].toSorted(inOrder).join(" ")
    const group = `${name}\n${all}`
    groups.set(group, [...(groups.get(group) ?? []), date])
  }
  return [...groups].map(([group, dates]) => {
    const [name, all] = group.split("\n")
    return [name, all, dates.toSorted(inOrder).join(" ")]
  })
}

function inOrder(one, other) {
  return one < other ? -1 : 1
}
