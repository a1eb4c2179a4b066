import { Kbd } from "../ui/kbd.tsx"
import { words } from "../words.ts"
import styles from "./chosen-actions.module.css"
import type { ListedPromise } from "./listed-promise.ts"
import { actionsFor } from "./promise-actions.ts"
import { useOpenPromise, usePromiseDialogs } from "./promise-dialogs.tsx"

/** What can be done with the chosen promise, as buttons with their keys; `onRecord`: its record is the page. */
export function ChosenActions({ promise, onRecord = false }: { promise: ListedPromise; onRecord?: boolean }) {
  const dialogs = usePromiseDialogs()
  const open = useOpenPromise()
  return (
    <div className={styles.actions}>
      {actionsFor(promise).map(({ kind, key, label }) => (
        <button key={kind} type="button" onClick={() => dialogs.open(kind, promise)}>
          <Kbd keys={key.toUpperCase()} /> {label}
        </button>
      ))}
      {promise.conversationId !== null && (
        <button type="button" onClick={() => open.conversation(promise)}>
          <Kbd keys="Enter" /> {words.promise.actions.open}
        </button>
      )}
      {!onRecord && (
        <button type="button" onClick={() => open.record(promise)}>
          <Kbd keys="V" /> {words.promise.actions.record}
        </button>
      )}
    </div>
  )
}
