import { addWorkingTime, nextWorkingInstant } from "aboveboard-engine"
import { useState } from "react"
import { snoozeConversation } from "../../contract/conversations.ts"
import { useNow } from "../edge.tsx"
import { type Here, useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { useTeam } from "../promise/owner-field.tsx"
import { SelectField, TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { fieldValue, fromFieldValue, spokenMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./later-dialog.module.css"
import type { OpenConversation } from "./use-conversation.ts"

const told = words.conversation

/** Puts a conversation aside until a time. Promises go their own way. */
export function LaterDialog({ conversation, onClose }: { conversation: OpenConversation; onClose: () => void }) {
  const here = useHere()
  const now = useNow()
  const toast = useToast()
  const snooze = useChange(snoozeConversation)
  const [memberId, setMemberId] = useState(here.member.id)
  const choices = choicesOf(here, now)
  const [value, setValue] = useState(() => fieldValue(choices[1]?.at ?? now.add({ hours: 24 }), here.zone))
  const at = fromFieldValue(value, here.zone)
  const isPast = at === null || Temporal.Instant.compare(at, now) <= 0
  const put = (until: Temporal.Instant | null) =>
    snooze.mutate(
      {
        params: { conversationId: conversation.id },
        body: { until: until?.toString() ?? null, memberId: memberId === EVERYBODY ? null : memberId },
      },
      {
        onSuccess: () => {
          if (until !== null)
            toast({
              text: told.laterDone(spokenMoment(until, { zone: here.zone, now })),
              undo: { run: () => put(null) },
            })
          onClose()
        },
      },
    )
  return (
    <Dialog
      title={told.laterTitle}
      onClose={onClose}
      onSubmit={() => {
        if (!isPast) put(at)
      }}
      foot={
        <DialogFoot does={told.later} busy={snooze.isPending || isPast}>
          {told.laterNote}
        </DialogFoot>
      }
    >
      <div className={styles.choices}>
        {choices.map(({ label, at: until }, index) => (
          <Button key={label} data-first={index === 0 || undefined} onClick={() => put(until)}>
            {label}
            <span className="mute">{spokenMoment(until, { zone: here.zone, now })}</span>
          </Button>
        ))}
      </div>
      <TextField
        label={told.laterChoices.other}
        type="datetime-local"
        value={value}
        error={isPast ? words.composer.card.past : null}
        onChange={(event) => setValue(event.target.value)}
      />
      <ForField memberId={memberId} onChange={setMemberId} />
      {conversation.snoozedUntil !== null && (
        <Button kind="quiet" onClick={() => put(null)}>
          {told.bringBack}
        </Button>
      )}
      {snooze.isError && <Failure error={snooze.error} what={told.laterFailed} />}
    </Dialog>
  )
}

/** Who gets the task. */
function ForField({ memberId, onChange }: { memberId: string; onChange: (memberId: string) => void }) {
  const { member } = useHere()
  const team = useTeam().map(({ id, name }) => ({
    value: id,
    label: id === member.id ? words.fields.ownerMe(name) : name,
  }))
  return (
    <SelectField
      label={told.laterFor}
      choices={[...team, { value: EVERYBODY, label: told.laterForAll }]}
      value={memberId}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

const EVERYBODY = "" // no member
const HOUR = 60 // minutes

function choicesOf({ calendar }: Here, now: Temporal.Instant): { label: string; at: Temporal.Instant }[] {
  const today = now.toZonedDateTimeISO(calendar.zone).startOfDay()
  const tomorrow = nextWorkingInstant(calendar, today.add({ days: 1 }).toInstant())
  const week = nextWorkingInstant(calendar, today.add({ days: 8 - today.dayOfWeek }).toInstant())
  const isTomorrow = tomorrow !== null && today.until(tomorrow.toZonedDateTimeISO(calendar.zone)).total("hours") < 48
  const times = [
    { label: told.laterChoices.hour, at: addWorkingTime(calendar, now, HOUR) },
    { label: isTomorrow ? told.laterChoices.tomorrow : told.laterChoices.workingMorning, at: tomorrow },
    { label: told.laterChoices.week, at: week },
  ]
  const known = times.flatMap(({ label, at }) => (at === null ? [] : [{ label, at }]))
  return known.filter(({ at }, index) => !known.slice(0, index).some((before) => before.at.equals(at)))
}
