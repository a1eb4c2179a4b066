import { closedExample } from "../../ledger/closed-says.ts"
import { useNow } from "../edge.tsx"
import { type Here, useHere } from "../here.tsx"
import { RadioField } from "../ui/check-field.tsx"
import page from "../ui/page.module.css"
import { fullMoment } from "../ui/time.ts"
import { words } from "../words.ts"

const told = words.settings.closedSays
type Settings = Here["settings"]
type Choice = Settings["closedSays"]

/** From when working days are counted for what is said while the team is closed, and what that means, in words. */
export function ClosedSays({ settings, onChange }: { settings: Settings; onChange: (choice: Choice) => void }) {
  const { settings: saved } = useHere()
  const now = useNow()
  const zone = settings.zone
  // A zone that is still being typed has no calendar.
  const example = closedExample(zone === saved.zone ? settings : { ...settings, zone: saved.zone }, now)
  return (
    <div>
      <RadioField
        legend={told.legend}
        name="closed-says"
        value={settings.closedSays}
        choices={[
          { value: "same-day", label: told.sameDay },
          { value: "next-opening", label: told.nextOpening },
        ]}
        onChange={onChange}
      />
      <p className={page.hint}>{told.never}</p>
      {example !== null && (
        <p className={page.hint}>
          {told.example(
            fullMoment(example.said, { zone: saved.zone, now }),
            fullMoment(example.until, { zone: saved.zone, now }),
          )}
        </p>
      )}
    </div>
  )
}
