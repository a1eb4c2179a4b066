import { useState } from "react"
import { createAwayTime } from "../../contract/notices.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Field, TextField, controlClass } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.away

/** From when until when, on the reader's clock. */
export function AwayForm({ team }: { team: readonly { readonly id: string; readonly name: string }[] }) {
  const { member, zone } = useHere()
  const toast = useToast()
  const create = useChange(createAwayTime)
  const [memberId, setMemberId] = useState(member.id)
  const [from, setFrom] = useState("")
  const [until, setUntil] = useState("")
  const isGood = from !== "" && until !== "" && from < until
  const save = () => {
    if (!isGood || create.isPending) return
    const body = { memberId, from: instantOn(from, zone), until: instantOn(until, zone) }
    create.mutate(
      { body },
      {
        onSuccess: () => {
          setFrom("")
          setUntil("")
          toast({ text: words.settings.saved })
        },
      },
    )
  }
  return (
    <div className={page.form} style={{ marginTop: 16 }}>
      {team.length > 1 && (
        <Field label={told.who}>
          {(ids) => (
            <select
              {...ids}
              className={controlClass}
              value={memberId}
              onChange={(event) => setMemberId(event.target.value)}
            >
              {team.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <TextField
        label={told.from}
        type="datetime-local"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        label={told.until}
        type="datetime-local"
        value={until}
        error={from !== "" && until !== "" && !isGood ? told.bad : null}
        onChange={(event) => setUntil(event.target.value)}
      />
      {create.isError && <Failure error={create.error} what={told.failed} onRetry={save} />}
      <div>
        <Button kind="main" held={!isGood || create.isPending} onClick={save}>
          {told.add}
        </Button>
      </div>
    </div>
  )
}

function instantOn(wallClock: string, zone: string): string {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).toInstant().toString()
}
