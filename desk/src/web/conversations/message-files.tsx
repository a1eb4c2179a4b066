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

/** "840 B", "12 kB", "3.4 MB" */
function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00a0B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)}\u00a0kB`
  return `${(bytes / 1_000_000).toFixed(1)}\u00a0MB`
}
