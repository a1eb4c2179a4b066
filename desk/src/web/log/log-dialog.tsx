import { useEffect, useRef, useState } from "react"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { SelectField, TextArea, TextField } from "../ui/field.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import { CustomerChoice } from "./customer-choice.tsx"
import { FoundPromises } from "./found-promises.tsx"
import { KeepsChooser } from "./keeps-chooser.tsx"
import type { About } from "./log-dialogs.tsx"
import styles from "./log.module.css"
import { useAbout } from "./use-about.ts"
import { useKeptLog } from "./use-kept-log.ts"
import { useCaptures } from "./use-captures.ts"
import { useFocusWhen } from "./use-focus-when.ts"
import { type LogDraft, useWriteLog } from "./use-write-log.ts"

const { log: texts } = words.dialogs
const KINDS = ["call", "visit"] as const

/** Logs a call or a visit: who, what was said, the promises found in it, and which open ones it kept. */
export function LogDialog({ about, onClose }: { about: About; onClose: () => void }) {
  const { draft, setDraft, picking, close, isFromBefore } = useKeptLog(about, onClose)
  const { chosen, choose, mayChange, isLoading, owed, wait, orWait, submitIfWaited } = useAbout(
    about.customerId,
    picking,
  )
  const captures = useCaptures(draft.text)
  const { write, failure, isBusy } = useWriteLog({ about, onClose: close })
  const [tried, setTried] = useState(false)
  const note = useFocusWhen<HTMLTextAreaElement>(chosen !== null)
  const keeps = useRef<HTMLFieldSetElement>(null)
  const [asked, setAsked] = useState((about.keeps ?? []).length > 0)
  const isEmpty = draft.text.trim() === "" && draft.keeps.length === 0
  const submit = () => {
    if (orWait()) return
    setTried(true)
    if (chosen === null || isEmpty) return
    if (owed.length > 0 && draft.keeps.length === 0 && !asked) {
      setAsked(true)
      keeps.current?.focus()
      return
    }
    void write(chosen, withoutSettled(draft, [...(about.keeps ?? []), ...owed.map(({ id }) => id)]), captures.answers())
  }
  useEffect(() => submitIfWaited(submit))
  return (
    <Dialog
      title={texts.title}
      wide
      onClose={close}
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
        ref={note}
        label={texts.note}
        said
        rows={4}
        placeholder={texts.notePlaceholder}
        hint={isFromBefore ? texts.fromBefore : undefined}
        data-unsaved={isFromBefore || undefined}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        error={tried && isEmpty ? texts.noteMissing : null}
      />
      <FoundPromises captures={captures} hasText={draft.text.trim() !== ""} />
      <KeepsChooser
        ref={keeps}
        owed={owed}
        isAsked={asked}
        kept={draft.keeps}
        onChange={(kept) => setDraft({ ...draft, keeps: kept })}
        onSubmit={submit}
      />
      <HowAndWhen draft={draft} onChange={setDraft} />
      {failure !== null && <Failure error={failure} what={texts.failed} />}
    </Dialog>
  )
}

/** What was chosen before it was kept, and has been settled since, is not kept by it. */
function withoutSettled(draft: LogDraft, there: readonly string[]): LogDraft {
  return { ...draft, keeps: draft.keeps.filter((id) => there.includes(id)) }
}

function HowAndWhen({ draft, onChange }: { draft: LogDraft; onChange: (draft: LogDraft) => void }) {
  return (
    <div className={styles.three}>
      <SelectField
        label={words.fields.how}
        choices={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        value={draft.channel}
        onChange={(event) => onChange({ ...draft, channel: event.target.value === "visit" ? "visit" : "call" })}
      />
      <TextField
        label={texts.at}
        hint={texts.atHint}
        type="datetime-local"
        value={draft.at}
        onChange={(event) => onChange({ ...draft, at: event.target.value })}
      />
    </div>
  )
}
