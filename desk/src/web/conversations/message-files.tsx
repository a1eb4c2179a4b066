import { sizeText } from "../../ledger/attachment-limits.ts"
import { useHere } from "../here.tsx"
import { Icon } from "../ui/icon.tsx"
import { words } from "../words.ts"
import styles from "./message.module.css"
import type { ShownMessage } from "./use-conversation.ts"

/** That a mail could not be read in full, with the mail as it came: what is missing here is there. */
export function UnreadPart({ message }: { message: ShownMessage }) {
  const { slug } = useHere()
  if (!isReadInPart(message) || message.text === null) return null
  return (
    <p className={styles.delivery} data-tone="look">
      <Icon name="risk" small />
      <span>
        {message.problem}{" "}
        <a href={`/api/v1/messages/${message.id}/raw?workspace=${encodeURIComponent(slug)}`} download>
          {words.conversation.raw}
        </a>
      </span>
    </p>
  )
}

/** Whether more came than is shown. What is sent has problems of another kind. */
export function isReadInPart({ kind, outside, problem }: ShownMessage): boolean {
  return (kind === "inbound" || outside) && problem !== null
}

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
