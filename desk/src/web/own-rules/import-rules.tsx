import { useRef } from "react"
import { importOwnRules } from "../../contract/own-rules.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./own-rules.module.css"

const told = words.ownRules

/** Takes in the rules of an aboveboard.config. */
export function ImportRules() {
  const input = useRef<HTMLInputElement>(null)
  const toast = useToast()
  const take = useChange(importOwnRules)
  const chosen = async (file: File | undefined) => {
    if (file === undefined) return
    const text = await file.text()
    const onSuccess = ({ added, changed, same }: { added: number; changed: number; same: number }) =>
      toast({ text: told.imported(added, changed, same) })
    take.mutate({ body: { text } }, { onSuccess })
  }
  return (
    <>
      <Button kind="quiet" held={take.isPending} onClick={() => input.current?.click()}>
        {told.import}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".yaml,.yml,.json"
        aria-label={told.import}
        onChange={(event) => {
          void chosen(event.target.files?.[0])
          event.target.value = ""
        }}
      />
      {take.isError && (
        <div className={styles.problem}>
          <Failure error={take.error} what={told.importFailed} />
        </div>
      )}
    </>
  )
}
