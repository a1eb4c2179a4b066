import { useState } from "react"
import type { Draft } from "../conversations/draft/draft.ts"
import type { OpenConversation } from "../conversations/use-conversation.ts"
import { TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { later } from "../ui/later.tsx"
import { words } from "../words.ts"
import styles from "./decline.module.css"
import type { DeclineInput } from "./use-decline.ts"

const told = words.decline

const DeclineDialog = later(() => import("./decline-dialog.tsx").then((part) => part.DeclineDialog))

type Props = {
  readonly reply: {
    readonly draft: Draft
    readonly sayNo: (text: string, decline: DeclineInput) => void
    readonly dropNo: () => void
  }
  readonly conversation: OpenConversation
  readonly customer: string
  readonly onPut: () => void
}

/** D opens the honest no; while the draft says one, a line tells that it is recorded. */
export function SayingNo({ reply, conversation, customer, onPut }: Props) {
  const [isOpen, setOpen] = useState(false)
  DeclineDialog.useFetched()
  useKeys("page", { D: { label: told.key, run: () => setOpen(true) } })
  const { decline } = reply.draft
  return (
    <>
      {decline !== undefined && (
        <p className={styles.recorded}>
          {told.recorded(told.bases[decline.basis])} <TextButton onClick={reply.dropNo}>{told.drop}</TextButton>
        </p>
      )}
      {isOpen && (
        <DeclineDialog.Shown
          conversation={conversation}
          customer={customer}
          onClose={() => setOpen(false)}
          onPut={(text, put) => {
            reply.sayNo(text, put)
            setOpen(false)
            onPut()
          }}
        />
      )}
    </>
  )
}
