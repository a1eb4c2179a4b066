import { useState } from "react"
import { writeWorkspace } from "../../contract/workspace.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { SaveFoot } from "./save-foot.tsx"
import { Meanings } from "./meanings.tsx"
import { type Meaning, isMeaning } from "./meaning.ts"
import { SampleSection } from "./sample-section.tsx"
import { isWholeNumber } from "./whole-number.ts"

const told = words.settings.workspace
const MINUTES_MAX = 10_000 // as the desk takes them

/** The workspace's name, what vague words mean, and how much grace a promise has. */
export function WorkspacePart() {
  const { workspace, settings } = useHere()
  const toast = useToast()
  const write = useChange(writeWorkspace)
  const [name, setName] = useState(workspace.name)
  const [grace, setGrace] = useState(String(settings.graceMinutes))
  const [meanings, setMeanings] = useState<readonly Meaning[]>(() =>
    Object.entries(settings.meanings).map(([said, minutes]) => ({ said, minutes: String(minutes) })),
  )
  const isGraceGood = isWholeNumber(grace, { max: MINUTES_MAX })
  const isGood = name.trim() !== "" && isGraceGood && meanings.every(isMeaning)
  const save = () => {
    if (!isGood || write.isPending) return
    const said = Object.fromEntries(meanings.map((each) => [each.said.trim().toLowerCase(), Number(each.minutes)]))
    write.mutate(
      { body: { name: name.trim(), settings: { meanings: said, graceMinutes: Number(grace) } } },
      { onSuccess: () => toast({ text: words.settings.saved }) },
    )
  }
  return (
    <>
      <div className={page.form}>
        <TextField
          label={told.name}
          value={name}
          error={name.trim() === "" ? told.nameMissing : null}
          onChange={(event) => setName(event.target.value)}
        />
        <Meanings meanings={meanings} onChange={setMeanings} />
        <TextField
          label={told.grace}
          hint={told.graceHint}
          inputMode="numeric"
          value={grace}
          error={isGraceGood ? null : told.graceBad}
          onChange={(event) => setGrace(event.target.value)}
        />
        <SaveFoot write={write} isGood={isGood} onSave={save} />
      </div>
      <SampleSection />
    </>
  )
}
