import { sizeText } from "../../ledger/attachment-limits.ts"
import { useHere } from "../here.tsx"
import { Icon } from "../ui/icon.tsx"
import { words } from "../words.ts"
import styles from "./message.module.css"
import type { ShownMessage } from "./use-conversation.ts"

/** What came with a message, to download. */
export function MessageFiles({ message }: { message: ShownMessage }) {
  const { slug } = useHere()
  if (message.files.length === 0) return null
  return (
    <ul className={styles.files}>
      {message.files.map((file) => (
        <li key={file.position}>
          <a
            href={`/api/v1/messages/${message.id}/files/${file.position}?workspace=${encodeURIComponent(slug)}`}
            download={file.name}
          >
            <Icon name="file" />
            {words.conversation.file(file.name, sizeText(file.size))}
          </a>
        </li>
      ))}
    </ul>
  )
}
