import { useState } from "react"
import type { Draft } from "../conversations/draft/draft.ts"
import type { OpenConversation } from "../conversations/use-conversation.ts"
import declineStyles from "../decline/decline.module.css"
import { TextButton } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { later } from "../ui/later.tsx"
import { words } from "../words.ts"
import type { RecommendationInput } from "./use-recommendation.ts"

const told = words.needs.recommend

const RecommendDialog = later(() => import("./recommend-dialog.tsx").then((part) => part.RecommendDialog))

type Props = {
  readonly reply: {
    readonly draft: Draft
    readonly recommend: (text: string, recommendation: RecommendationInput) => void
    readonly dropRecommendation: () => void
  }
  readonly conversation: OpenConversation
  readonly customer: string
  readonly onPut: () => void
}

/** M opens the weighing of a product; while the draft recommends one, a line tells that it is recorded. */
export function Recommending({ reply, conversation, customer, onPut }: Props) {
  const [isOpen, setOpen] = useState(false)
  RecommendDialog.useFetched()
  useKeys("page", { M: { label: told.key, run: () => setOpen(true), foot: false } })
  const { recommendation } = reply.draft
  return (
    <>
      {recommendation !== undefined && (
        <p className={declineStyles.recorded}>
          {recommendation.product === null ? told.recordedNothing : told.recorded(recommendation.product)}{" "}
          <TextButton onClick={reply.dropRecommendation}>{told.drop}</TextButton>
        </p>
      )}
      {isOpen && (
        <RecommendDialog.Shown
          conversation={conversation}
          customer={customer}
          onClose={() => setOpen(false)}
          onPut={(text, put) => {
            reply.recommend(text, put)
            setOpen(false)
            onPut()
          }}
        />
      )}
    </>
  )
}
