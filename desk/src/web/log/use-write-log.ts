import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { createLog } from "../../contract/messages.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { fromFieldValue } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { type ChosenCustomer, newCustomerBody } from "./found-customer.ts"
import type { About } from "./log-dialogs.tsx"
import type { useCaptures } from "./use-captures.ts"

export type LogDraft = {
  readonly channel: "call" | "visit"
  readonly text: string
  /** A field's date and time; empty: now. */
  readonly at: string
  readonly keeps: readonly string[]
}

type Answers = ReturnType<ReturnType<typeof useCaptures>["answers"]>

const { log: texts } = words.dialogs

/** Logs it, and says what became of the promises in it. */
export function useWriteLog({ about, onClose }: { about: About; onClose: () => void }) {
  const { slug, zone } = useHere()
  const toast = useToast()
  const navigate = useNavigate()
  const log = useChange(createLog)
  const [failure, setFailure] = useState<unknown>(null)
  const write = async (chosen: ChosenCustomer, draft: LogDraft, answers: Answers) => {
    setFailure(null)
    const at = draft.at === "" ? null : fromFieldValue(draft.at, zone)
    try {
      const answer = await log.mutateAsync({
        body: {
          ...(about.conversationId === undefined ? whose(chosen) : { conversationId: about.conversationId }),
          channel: draft.channel,
          text: draft.text,
          ...(at === null ? {} : { at: at.toString() }),
          ...answers,
          keeps: [...draft.keeps],
        },
      })
      onClose()
      const { conversationId } = answer.message
      const open = () => void navigate({ to: "/$slug/conversations/$conversationId", params: { slug, conversationId } })
      toast({
        text: doneText(answer.customer.name, { proposed: answer.proposed.length, kept: draft.keeps.length }),
        link: { label: texts.openConversation, run: open },
      })
    } catch (error) {
      setFailure(error)
    }
  }
  return { write, failure, isBusy: log.isPending }
}

function whose(chosen: ChosenCustomer) {
  return chosen.kind === "known" ? { customerId: chosen.id } : { customer: newCustomerBody(chosen) }
}

function doneText(
  name: string | null,
  { proposed, kept }: { readonly proposed: number; readonly kept: number },
): string {
  return [
    texts.done(name ?? words.ui.unnamed),
    ...(kept === 0 ? [] : [texts.doneKept(kept)]),
    ...(proposed === 0 ? [] : [texts.doneProposed(proposed)]),
  ].join(" ")
}
