import { useId } from "react"
import { controlClass } from "../../ui/field.tsx"
import { words } from "../../words.ts"
import type { OpenConversation } from "../use-conversation.ts"
import styles from "./outbound.module.css"
import type { useReply } from "./use-reply.ts"

type Props = { readonly reply: ReturnType<typeof useReply>; readonly conversation: OpenConversation }

/** What a new conversation is about; answers keep the subject that they answer. */
export function SubjectField({ reply, conversation }: Props) {
  const id = useId()
  return (
    <div className={styles.subject}>
      <label htmlFor={id}>{words.outbound.begin.subject}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={300}
        className={controlClass}
        value={reply.draft.subject ?? conversation.subject ?? ""}
        onChange={(event) => reply.writeSubject(event.target.value)}
      />
    </div>
  )
}
