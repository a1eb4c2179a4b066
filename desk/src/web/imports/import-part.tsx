import { useEffect } from "react"
import { listImports } from "../../contract/imports.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Field, controlClass } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { EarlierImports } from "./earlier-imports.tsx"
import { chooseFile, isUnderWay, useImportRun } from "./import-run.ts"
import { ImportUnderWay } from "./import-under-way.tsx"
import styles from "./imports.module.css"

const told = words.imports

/** Old mail, the tickets of another desk and tables of customers are taken in here. */
export function ImportPart() {
  const { member } = useHere()
  const run = useImportRun(member.id)
  const read = useRead(listImports)
  const { refetch } = read
  const isResting = run.phase === "done" || run.phase === "paused" || run.phase === "stopped"
  useEffect(() => {
    if (isResting) void refetch()
  }, [isResting, refetch])
  const underWay = isUnderWay() && "view" in run ? run.view?.id : undefined
  const earlier = (read.data?.items ?? []).filter(({ id }) => id !== underWay)
  return (
    <>
      <p className={page.hint}>{told.hint}</p>
      {!isUnderWay() && run.phase !== "reading" && <Choose owner={member.id} />}
      {isUnderWay() && run.phase === "none" && <p role="status">{told.elsewhere}</p>}
      <ImportUnderWay run={run} />
      {read.isError && <Failure error={read.error} what={words.settings.failed} onRetry={() => void refetch()} />}
      {earlier.length > 0 && <EarlierImports items={earlier} />}
    </>
  )
}

const ENDINGS = ".mbox,.mbx,.csv,.tsv,.json,.jsonl,.ndjson,application/mbox,text/csv,application/json"

function Choose({ owner }: { owner: string }) {
  const choose = (file: File | undefined) => {
    if (file !== undefined) void chooseFile(file, owner)
  }
  return (
    <div className={styles.choose}>
      <Field label={told.choose} hint={told.chooseHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept={ENDINGS}
            className={controlClass}
            onChange={(event) => choose(event.target.files?.[0])}
          />
        )}
      </Field>
    </div>
  )
}
