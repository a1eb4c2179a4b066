import { useId, useState } from "react"
import { controlClass } from "../../ui/field.tsx"
import { words } from "../../words.ts"
import type { OpenConversation } from "../use-conversation.ts"
import styles from "./outbound.module.css"
import type { useReply } from "./use-reply.ts"

type Props = { readonly reply: ReturnType<typeof useReply>; readonly conversation: OpenConversation }

/** What a new conversation is about; answers keep the subject that they answer. */
export function SubjectField({ reply, conversation }: Props) {
  const id = useId()
  const [isCleared, setCleared] = useState(false) // to write another: until the field is left, nothing stands in for it
  return (
    <div className={styles.subject}>
      <label htmlFor={id}>{words.outbound.begin.subject}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={300}
        className={controlClass}
        value={reply.draft.subject ?? (isCleared ? "" : (conversation.subject ?? ""))}
        onChange={(event) => {
          setCleared(event.target.value === "")
          reply.writeSubject(event.target.value)
        }}
        onBlur={() => setCleared(false)}
      />
    </div>
  )
}
