import type { Finding } from "aboveboard-engine"
import { Notice } from "../../ui/states.tsx"
import { words } from "../../words.ts"
import type { ShownMessage } from "../use-conversation.ts"
import { HoldPanel, LookPanel } from "./asking-panel.tsx"
import { CaptureCard } from "./capture-card.tsx"
import styles from "./composer.module.css"
import { NewerPanel } from "./newer-panel.tsx"
import type { useSending } from "./use-sending.ts"

type Props = {
  readonly text: string
  readonly sending: ReturnType<typeof useSending>
  readonly deeds: readonly { readonly id: string; readonly name: string }[]
  readonly customer: string
  readonly messages: readonly ShownMessage[]
  readonly onDecide: (finding: Finding) => void
  readonly onBack: () => void
}

/** The one question that stands between the draft and the outbox, if any. */
export function AskingPart({ text, sending, deeds, customer, messages, onDecide, onBack }: Props) {
  const { asking } = sending
  const { composer } = words
  if (asking === null) return null
  switch (asking.kind) {
    case "card":
      return (
        <CaptureCard
          key={`${asking.card.found.start} ${asking.card.found.quote}`}
          text={text}
          {...asking}
          desk={sending.desk}
          deeds={deeds}
          busy={sending.busy}
          onConfirm={(card) => void sending.confirmCard(card)}
          onNone={(card) => void sending.noPromise(card)}
          onBack={onBack}
        />
      )
    case "hold":
      return (
        <HoldPanel
          text={text}
          findings={asking.findings}
          onOverride={(reason) => void sending.override(reason)}
          onDecide={onDecide}
          onBack={onBack}
        />
      )
    case "look":
      return (
        <LookPanel
          text={text}
          title={composer.look.title}
          findings={asking.findings}
          onLook={() => void sending.look()}
          onBack={onBack}
        />
      )
    case "refused":
      return (
        <LookPanel
          text={text}
          title={composer.look.serverTitle}
          told={asking.told}
          findings={[]}
          onLook={() => void sending.look()}
          onBack={onBack}
        />
      )
    case "newer":
      return (
        <NewerPanel
          customer={customer}
          message={messages.findLast((each) => each.kind === "inbound")}
          onSend={() => void sending.press()}
          onBack={onBack}
        />
      )
    case "empty":
      return (
        <div className={styles.notice}>
          <Notice title={composer.empty} />
        </div>
      )
    default:
      throw new Error(`unknown question ${asking satisfies never}`)
  }
}
