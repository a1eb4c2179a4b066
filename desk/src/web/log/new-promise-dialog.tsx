import { useEffect } from "react"
import { useHere } from "../here.tsx"
import { DeedField, OwnerField } from "../promise/owner-field.tsx"
import { draftAt, dueOf } from "../promise/due-draft.ts"
import { DueField } from "../promise/due-field.tsx"
import { useReading } from "../promise/use-reading.ts"
import { Weighing } from "../promise/weighing.tsx"
import { TextButton } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { SelectField, TextArea, TextField } from "../ui/field.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import { CustomerChoice } from "./customer-choice.tsx"
import type { About } from "./log-dialogs.tsx"
import styles from "./log.module.css"
import { type PromiseDraft, usePromiseDraft } from "./use-promise-draft.ts"
import { useAbout } from "./use-about.ts"
import { useFocusWhen } from "./use-focus-when.ts"
import { useWritePromise } from "./use-write-promise.ts"

const { newPromise: texts } = words.dialogs
const CHANNELS = ["call", "visit", "chat", "mail"] as const

/** Writes down a promise that was made by phone, over the counter or elsewhere. Who and when are read from the words. */
export function NewPromiseDialog({ about, onClose }: { about: About; onClose: () => void }) {
  const { chosen, choose, mayChange, isLoading, wait, orWait, submitIfWaited } = useAbout(about.customerId)
  const reading = useReading()
  const { draft, change, missing, tried, tryIt } = usePromiseDraft(reading)
  const { write, failure, isBusy } = useWritePromise({ about, onClose })
  const said = useFocusWhen<HTMLTextAreaElement>(chosen !== null)
  const submit = () => {
    if (orWait()) return
    tryIt()
    if (chosen !== null && missing.length === 0) void write(chosen, draft, reading)
  }
  useEffect(() => submitIfWaited(submit))
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={texts.does} busy={isBusy} />}
    >
      {isLoading ? (
        <Loading rows={1} />
      ) : (
        <CustomerChoice
          chosen={chosen}
          onChange={choose}
          onWait={wait}
          mayChange={mayChange}
          error={tried && chosen === null ? words.fields.customerMissing : null}
        />
      )}
      <TextArea
        ref={said}
        label={words.fields.words}
        said
        rows={2}
        placeholder={words.fields.wordsPlaceholder}
        value={draft.words}
        onChange={(event) => change({ words: event.target.value })}
        error={tried && missing.includes("words") ? words.fields.wordsMissing : null}
      />
      <DueField
        draft={draft.due}
        reading={reading}
        onChange={(due) => change({ due, dueTouched: true })}
        error={tried && missing.includes("due") ? words.fields.dueMissing : null}
      />
      <Weighed draft={draft} onChange={change} />
      <MoreFields draft={draft} onChange={change} />
      {failure !== null && <Failure error={failure.error} what={failure.what} />}
    </Dialog>
  )
}

function Weighed({ draft, onChange }: { draft: PromiseDraft; onChange: (change: Partial<PromiseDraft>) => void }) {
  const { member } = useHere()
  const reading = useReading()
  const due = dueOf(draft.due, reading)?.until ?? null
  return (
    <Weighing
      asked={due === null ? null : { ownerId: draft.ownerId ?? member.id, deed: draft.deed, due }}
      keys="Alt H"
      onHonest={(at) => onChange({ due: draftAt(at, reading), dueTouched: true })}
    />
  )
}

function MoreFields({ draft, onChange }: { draft: PromiseDraft; onChange: (change: Partial<PromiseDraft>) => void }) {
  const { member } = useHere()
  return (
    <>
      <div className={styles.three}>
        <OwnerField ownerId={draft.ownerId ?? member.id} onChange={(ownerId) => onChange({ ownerId })} />
        <DeedField deed={draft.deed} onChange={(deed) => onChange({ deed, deedTouched: true })} />
        <SelectField
          label={words.fields.how}
          choices={CHANNELS.map((value) => ({ value, label: words.today.channels[value] }))}
          value={draft.channel}
          onChange={(event) => onChange({ channel: CHANNELS.find((each) => each === event.target.value) ?? "call" })}
        />
      </div>
      {draft.condition === null ? (
        <div>
          <TextButton onClick={() => onChange({ condition: "" })}>{words.fields.addCondition}</TextButton>
        </div>
      ) : (
        <TextField
          label={words.fields.condition}
          value={draft.condition}
          onChange={(event) => onChange({ condition: event.target.value, conditionTouched: true })}
        />
      )}
    </>
  )
}
