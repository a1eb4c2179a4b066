import { useState } from "react"
import { writeWorkspace } from "../../contract/workspace.ts"
import { ASK_DAYS_MAX, ASK_HOURS_MAX } from "../../ledger/answer-check.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { CheckField } from "../ui/check-field.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { SaveFoot } from "./save-foot.tsx"
import { isWholeNumber } from "./whole-number.ts"

const told = words.afterSale.answerCheck

/** Whether customers are asked, after a conversation was closed, if the answer helped. */
export function AnswerCheckPart() {
  const { settings } = useHere()
  const toast = useToast()
  const write = useChange(writeWorkspace)
  const [on, setOn] = useState(settings.answerCheck.on)
  const [hours, setHours] = useState(String(settings.answerCheck.hours))
  const [days, setDays] = useState(String(settings.answerCheck.days))
  const isGood = isCount(hours, ASK_HOURS_MAX) && isCount(days, ASK_DAYS_MAX)
  const save = () => {
    if (!isGood || write.isPending) return
    const answerCheck = { on, hours: Number(hours), days: Number(days) }
    write.mutate({ body: { settings: { answerCheck } } }, { onSuccess: () => toast({ text: words.settings.saved }) })
  }
  return (
    <div className={page.form}>
      <p className={page.hint}>{told.hint}</p>
      <CheckField label={told.on} checked={on} onChange={setOn} />
      <TextField
        label={told.hours}
        inputMode="numeric"
        value={hours}
        onChange={(event) => setHours(event.target.value)}
      />
      <TextField label={told.days} inputMode="numeric" value={days} onChange={(event) => setDays(event.target.value)} />
      <SaveFoot write={write} isGood={isGood} bad={told.bad(ASK_HOURS_MAX, ASK_DAYS_MAX)} onSave={save} />
    </div>
  )
}

function isCount(text: string, max: number): boolean {
  return isWholeNumber(text, { min: 1, max })
}
