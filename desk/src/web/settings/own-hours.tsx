import { useId, useState } from "react"
import { writePreferences } from "../../contract/session.ts"
import { hours as hoursShape } from "../../contract/workspace.ts"
import { type Here, useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { RadioField } from "../ui/check-field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { ShiftsOfDay, isShift, workedDays } from "./shifts-of-day.tsx"
import styles from "./settings.module.css"

const told = words.settings.you.hours
type Hours = Here["settings"]["hours"]

/** Within which hours a member is told of promises: the team's, or their own. */
export function OwnHours() {
  const { member, settings } = useHere()
  const toast = useToast()
  const write = useChange(writePreferences)
  const saved = hoursShape.safeParse(member.preferences["hours"]).data ?? null
  const [hours, setHours] = useState<Hours | null>(saved)
  const name = useId()
  const week = workedDays(hours ?? {})
  const isGood =
    hours === null || (Object.keys(week).length > 0 && Object.values(week).every((shifts) => shifts.every(isShift)))
  const isChanged = JSON.stringify(hours === null ? null : week) !== JSON.stringify(saved)
  const save = () => {
    if (!isGood || !isChanged || write.isPending) return
    const body = { hours: hours === null ? null : week }
    write.mutate({ body }, { onSuccess: () => toast({ text: words.settings.saved }) })
  }
  return (
    <div>
      <RadioField
        legend={told.legend}
        name={name}
        value={hours === null ? "team" : "own"}
        choices={[
          { value: "team", label: told.team },
          { value: "own", label: told.own },
        ]}
        onChange={(choice) => setHours(choice === "team" ? null : (saved ?? settings.hours))}
      />
      <p className={page.hint}>{told.hint}</p>
      {hours !== null && (
        <div className={styles.days}>
          {words.settings.hours.days.map((day, index) => {
            const key = String(index + 1)
            return (
              <ShiftsOfDay
                key={key}
                day={day}
                shifts={hours[key] ?? []}
                onChange={(shifts) => setHours({ ...hours, [key]: shifts })}
              />
            )
          })}
        </div>
      )}
      {Object.keys(week).length === 0 && hours !== null && <p className="red x">{told.none}</p>}
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} onRetry={save} />}
      <div style={{ marginTop: 12 }}>
        <Button held={!isGood || !isChanged || write.isPending} onClick={save}>
          {told.save}
        </Button>
      </div>
    </div>
  )
}
