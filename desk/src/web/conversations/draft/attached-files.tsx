import { useRef } from "react"
import { sizeText } from "../../../ledger/attachment-limits.ts"
import { TextButton } from "../../ui/button.tsx"
import { Icon } from "../../ui/icon.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { words } from "../../words.ts"
import styles from "./outbound.module.css"
import type { useAttachments } from "./use-attachments.ts"

const told = words.outbound.files

/** What goes with the message: picked here, or dropped and pasted anywhere in the composer. */
export function AttachedFiles({ attached }: { attached: ReturnType<typeof useAttachments> }) {
  const input = useRef<HTMLInputElement>(null)
  const pick = () => input.current?.click()
  useKeys("page", { "Alt+u": { label: told.addKey, run: pick, foot: false } })
  return (
    <div className={styles.files} role="group" aria-label={told.label}>
      <ul>
        {attached.files.map(({ id, name, size, url }) => (
          <li key={id}>
            <Icon name="file" small />
            <a href={url} download={name}>
              {size === null ? name : `${name}, ${sizeText(size)}`}
            </a>
            <button type="button" aria-label={told.remove(name)} onClick={() => attached.remove(id)}>
              <Icon name="x" small />
            </button>
          </li>
        ))}
        {attached.storing.map((name, index) => (
          <li key={index} className="mute" role="status">
            {told.uploading(name)}
          </li>
        ))}
      </ul>
      {attached.problems.map((problem, index) => (
        <p key={index} className={styles.problem} role="alert">
          {problem} <TextButton onClick={attached.dismiss}>{told.dismiss}</TextButton>
        </p>
      ))}
      <TextButton keys="Alt U" onClick={pick}>
        {told.add}
      </TextButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={told.add}
        onChange={(event) => {
          void attached.take([...(event.target.files ?? [])])
          event.target.value = "" // so that the same file can be chosen again
        }}
      />
    </div>
  )
}
