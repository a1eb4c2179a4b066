import { writeWorkspace } from "../../contract/workspace.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { CheckField } from "../ui/check-field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./standing.module.css"

const told = words.standing

/** Whether customers see what is promised to them, and where. */
export function PublicPage() {
  const { settings, slug } = useHere()
  const write = useChange(writeWorkspace)
  const { on } = settings.publicProtocol
  const change = (next: boolean) => write.mutate({ body: { settings: { publicProtocol: { on: next } } } })
  return (
    <div className={styles.public}>
      <h3>{told.page}</h3>
      <p className={page.hint}>{told.pageHint}</p>
      <CheckField label={told.pageOn} checked={on} onChange={change} />
      {on && (
        <p>
          {told.pageAt}{" "}
          <a href={`/p/promises/${slug}`} target="_blank" rel="noreferrer">
            {`${location.origin}/p/promises/${slug}`}
          </a>
        </p>
      )}
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
    </div>
  )
}
