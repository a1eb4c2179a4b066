import type { z } from "zod"
import { listHolidayPlaces, listHolidays } from "../../contract/holidays.ts"
import type { workspaceSettings } from "../../contract/workspace.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { CheckField } from "../ui/check-field.tsx"
import { SelectField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { shownDay } from "./days-off.tsx"
import styles from "./settings.module.css"

const told = words.settings.holidays
const SHOWN = 12 // days; about a year's

export type Holidays = z.output<typeof workspaceSettings>["holidays"]
type Props = { readonly holidays: Holidays; readonly onChange: (holidays: Holidays) => void }

/** Whose public holidays are days off as well, the coming ones, and those on which the team works all the same. */
export function HolidayChoice({ holidays, onChange }: Props) {
  const read = useRead(listHolidayPlaces)
  const places = (read.data?.items ?? []).toSorted((one, other) => one.name.localeCompare(other.name, "en"))
  const regions = places.find(({ country }) => country === holidays?.country)?.regions ?? []
  const choose = (country: string) => onChange(country === "" ? null : { country, region: null, worked: [], dates: [] })
  return (
    <section>
      <h2>{told.title}</h2>
      <p className={page.hint}>{told.hint}</p>
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      <div className={page.row}>
        <SelectField
          label={told.country}
          value={holidays?.country ?? ""}
          choices={[
            { value: "", label: told.none },
            ...places.map((each) => ({ value: each.country, label: each.name })),
          ]}
          onChange={(event) => choose(event.target.value)}
        />
        {holidays !== null && regions.length > 0 && (
          <SelectField
            label={told.region}
            value={holidays.region ?? ""}
            choices={[
              { value: "", label: told.whole },
              ...regions.map((each) => ({ value: each.region, label: each.name })),
            ]}
            onChange={({ target: { value } }) =>
              onChange({ ...holidays, region: value === "" ? null : value, worked: [] })
            }
          />
        )}
      </div>
      {holidays !== null && <Coming holidays={holidays} onChange={onChange} />}
    </section>
  )
}

function Coming({ holidays, onChange }: { holidays: NonNullable<Holidays>; onChange: Props["onChange"] }) {
  const { country, region, worked } = holidays
  const { zone } = useHere()
  const read = useRead(listHolidays, { query: { country, ...(region === null ? {} : { region }) } })
  const today = useNow().toZonedDateTimeISO(zone).toPlainDate().toString()
  const coming = (read.data?.items ?? []).filter(({ date }) => date >= today).slice(0, SHOWN)
  const change = (date: string, isOff: boolean) =>
    onChange({ ...holidays, worked: isOff ? worked.filter((each) => each !== date) : [...worked, date].toSorted() })
  if (read.isError) return <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />
  return (
    <>
      <p className={page.hint}>{told.coming}</p>
      <ul className={styles.holidays}>
        {coming.map(({ date, name }) => (
          <li key={`${date} ${name}`}>
            <CheckField
              label={told.day(shownDay(date), name)}
              checked={!worked.includes(date)}
              onChange={(isOff) => change(date, isOff)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
