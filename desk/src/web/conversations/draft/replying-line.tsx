import { words } from "../../words.ts"
import styles from "./composer.module.css"
import { useReplying } from "./use-replying.ts"

/** That a colleague is answering already: said before two write the same. */
export function ReplyingLine({ conversationId }: { conversationId: string }) {
  const names = useReplying(conversationId)
  return (
    <p role="status" className={styles.replying} data-shown={names.length > 0 || undefined}>
      {names.length > 0 && words.composer.replying(names)}
    </p>
  )
}
