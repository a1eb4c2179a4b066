import { Empty } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { ConversationList } from "./conversation-list.tsx"
import styles from "./desk.module.css"

/** The list of conversations, none of them open. */
export function ConversationsPage() {
  useTitle(words.conversation.title)
  return (
    <main id="main" className={styles.desk} data-list="only">
      <section className={styles.listColumn} aria-label={words.conversation.title}>
        <ConversationList currentId={null} isPage />
      </section>
      <section className={styles.nothing}>
        <Empty title={words.conversation.chosenNone}>{words.conversation.chosenNoneHint}</Empty>
      </section>
    </main>
  )
}
