import { useState } from "react"
import { writeCorrection } from "../../contract/corrections.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import type { Correction } from "./correction-dialog.tsx"
import styles from "./corrections.module.css"

const told = words.corrections.dialog

/** The words that every message is made from. */
export function CorrectionWords({ run }: { run: Correction["run"] }) {
  const toast = useToast()
  const write = useChange(writeCorrection)
  const [text, setText] = useState(run.words)
  const [honour, setHonour] = useState(run.honourWords)
  const isChanged = text !== run.words || honour !== run.honourWords
  const save = () =>
    write.mutate(
      { params: { runId: run.id }, body: { words: text, honourWords: honour } },
      { onSuccess: () => toast({ text: told.saved }) },
    )
  return (
    <details className={styles.words}>
      <summary>{told.words}</summary>
      <TextArea
        label={told.words}
        said
        rows={7}
        hint={told.places}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextArea
        label={told.honourWords}
        said
        rows={5}
        value={honour}
        onChange={(event) => setHonour(event.target.value)}
      />
      <Button small held={!isChanged || write.isPending} onClick={save}>
        {told.saveWords}
      </Button>
      {write.isError && <Failure error={write.error} what={words.customers.saveFailed} />}
    </details>
  )
}
