import { useId, useState } from "react"
import { writePreferences } from "../../contract/session.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { ZoneField } from "../set-up/zone-field.tsx"
import { SignOutLabel, useSignOut } from "../shell/sign-out.tsx"
import { isZone } from "../set-up/zones.ts"
import { Button } from "../ui/button.tsx"
import { RadioField } from "../ui/check-field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { CalendarFeed } from "./calendar-feed.tsx"
import { OwnHours } from "./own-hours.tsx"
import { OwnSignature } from "./signature-form.tsx"
import styles from "./settings.module.css"

const told = words.settings.you
const THEMES = ["system", "light", "dark"] as const

/** What a member chooses for themselves. */
export function YouPart() {
  const { member } = useHere()
  const group = useId()
  const write = useChange(writePreferences)
  const theme = THEMES.find((each) => each === member.preferences["theme"]) ?? "system"
  const keys = member.preferences["keys"] === "off" ? "off" : "on"
  return (
    <div className={page.form}>
      <Who />
      <section>
        <h2>{told.looks}</h2>
        <RadioField
          legend={told.theme}
          name={`${group}-theme`}
          value={theme}
          choices={THEMES.map((value) => ({ value, label: told.themes[value] }))}
          onChange={(chosen) => write.mutate({ body: { theme: chosen } })}
        />
        <RadioField
          legend={told.keys}
          name={`${group}-keys`}
          value={keys}
          choices={[
            { value: "on", label: told.keysOn },
            { value: "off", label: told.keysOff },
          ]}
          onChange={(chosen) => write.mutate({ body: { keys: chosen } })}
        />
        {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
      </section>
      <section>
        <h2>{told.times}</h2>
        <OwnZone />
        <OwnHours />
      </section>
      <section>
        <h2>{words.outbound.signature.ownTitle}</h2>
        <OwnSignature />
      </section>
      <CalendarFeed />
      <SignOut />
    </div>
  )
}

function Who() {
  const { member, me } = useHere()
  return (
    <dl className={styles.facts}>
      <dt>{told.name}</dt>
      <dd>{member.name}</dd>
      <dt>{told.email}</dt>
      <dd>{me.user.email}</dd>
      <dt>{told.role}</dt>
      <dd>{words.settings.members.roles[member.role]}</dd>
    </dl>
  )
}

/** Here too, because phones show no menu of the account. */
function SignOut() {
  const leave = useSignOut()
  return (
    <div>
      <Button onClick={leave}>
        <SignOutLabel />
      </Button>
    </div>
  )
}

function OwnZone() {
  const { member, settings } = useHere()
  const toast = useToast()
  const write = useChange(writePreferences)
  const own = member.zone === settings.zone ? "" : member.zone
  const [zone, setZone] = useState(own)
  const isKnown = zone.trim() === "" || isZone(zone.trim())
  const save = () => {
    if (!isKnown) return
    const body = { zone: zone.trim() === "" ? null : zone.trim() }
    write.mutate({ body }, { onSuccess: () => toast({ text: words.settings.saved }) })
  }
  return (
    <div className={page.row}>
      <div className={page.grow}>
        <ZoneField
          label={told.zone}
          hint={told.zoneHint(settings.zone)}
          value={zone}
          error={isKnown ? null : told.zoneUnknown}
          onChange={(event) => setZone(event.target.value)}
        />
      </div>
      <div style={{ alignSelf: "flex-start", paddingTop: 20 }}>
        <Button held={!isKnown || write.isPending} onClick={save}>
          {words.settings.save}
        </Button>
      </div>
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
    </div>
  )
}
