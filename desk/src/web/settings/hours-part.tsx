import { useState } from "react"
import { writeWorkspace } from "../../contract/workspace.ts"
import { type Here, useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { ZoneField } from "../set-up/zone-field.tsx"
import { isZone } from "../set-up/zones.ts"
import page from "../ui/page.module.css"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { SaveFoot } from "./save-foot.tsx"
import { ClosedSays } from "./closed-says.tsx"
import { DaysOff } from "./days-off.tsx"
import { HolidayChoice, type Holidays } from "./holidays.tsx"
import { type Shift, ShiftsOfDay, isShift, workedDays } from "./shifts-of-day.tsx"
import styles from "./settings.module.css"

const told = words.settings.hours
type Hours = Here["settings"]["hours"]

/** When the team works: shifts by weekday, the zone, and days off. */
export function HoursPart() {
  const { settings } = useHere()
  const toast = useToast()
  const write = useChange(writeWorkspace)
  const [hours, setHours] = useState<Hours>(settings.hours)
  const [zone, setZone] = useState(settings.zone)
  const [daysOff, setDaysOff] = useState<readonly string[]>(settings.daysOff)
  const [holidays, setHolidays] = useState<Holidays>(settings.holidays)
  const [closedSays, setClosedSays] = useState(settings.closedSays)
  const isZoneKnown = isZone(zone.trim())
  const isGood = isZoneKnown && Object.values(hours).every((shifts) => shifts.every(isShift))
  const save = () => {
    if (!isGood || write.isPending) return
    write.mutate(
      {
        body: {
          settings: { hours: workedDays(hours), zone: zone.trim(), daysOff: [...daysOff], holidays, closedSays },
        },
      },
      { onSuccess: () => toast({ text: words.settings.saved }) },
    )
  }
  return (
    <>
      <p className={page.hint}>{told.hint}</p>
      <div className={styles.days}>
        {told.days.map((name, index) => {
          const key = String(index + 1)
          const change = (shifts: Shift[]) => setHours({ ...hours, [key]: shifts })
          return <ShiftsOfDay key={key} day={name} shifts={hours[key] ?? []} onChange={change} />
        })}
      </div>
      <div className={page.form} style={{ marginTop: 16 }}>
        <ZoneField
          label={told.zone}
          value={zone}
          error={isZoneKnown ? null : told.zoneUnknown}
          onChange={(event) => setZone(event.target.value)}
        />
        <ClosedSays
          settings={{ ...settings, hours: isGood ? hours : settings.hours, daysOff: [...daysOff], closedSays }}
          onChange={setClosedSays}
        />
        <HolidayChoice holidays={holidays} onChange={setHolidays} />
        <DaysOff days={daysOff} onChange={setDaysOff} />
        <SaveFoot write={write} isGood={isGood} onSave={save} />
      </div>
    </>
  )
}
