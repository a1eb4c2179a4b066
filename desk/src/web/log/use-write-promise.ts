import { useRef, useState } from "react"
import { createCustomer } from "../../contract/customers.ts"
import { createPromise } from "../../contract/promises.ts"
import { useHere } from "../here.tsx"
import { dueBody, dueOf } from "../promise/due-draft.ts"
import type { Reading } from "../promise/read-due.ts"
import { useChange } from "../queries.ts"
import { spokenMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { type ChosenCustomer, newCustomerBody } from "./found-customer.ts"
import type { About } from "./log-dialogs.tsx"
import type { PromiseDraft } from "./use-promise-draft.ts"

const { newPromise: texts } = words.dialogs

/** Adds the customer where they are new, then writes the promise down. What was done is not done again on a second try. */
export function useWritePromise({ about, onClose }: { about: About; onClose: () => void }) {
  const { member, zone } = useHere()
  const toast = useToast()
  const customer = useChange(createCustomer)
  const promise = useChange(createPromise)
  const added = useRef<{ from: string; id: string } | null>(null)
  const [failure, setFailure] = useState<{ error: unknown; what: string } | null>(null)

  const idOf = async (chosen: ChosenCustomer): Promise<string> => {
    if (chosen.kind === "known") return chosen.id
    const body = newCustomerBody(chosen)
    const from = JSON.stringify(body)
    if (added.current?.from !== from) added.current = { from, id: (await customer.mutateAsync({ body })).id }
    return added.current.id
  }

  const write = async (chosen: ChosenCustomer, draft: PromiseDraft, reading: Reading) => {
    setFailure(null)
    let what: string = texts.customerFailed
    try {
      const customerId = await idOf(chosen)
      what = texts.failed
      await promise.mutateAsync({ body: bodyOf(customerId, draft, reading, member.id, about) })
      const due = dueOf(draft.due, reading)
      onClose()
      toast({
        text: due === null ? texts.doneConditional : texts.done(spokenMoment(due.until, { zone, now: reading.now })),
      })
    } catch (error) {
      setFailure({ error, what })
    }
  }
  return { write, failure, isBusy: customer.isPending || promise.isPending }
}

function bodyOf(customerId: string, draft: PromiseDraft, reading: Reading, memberId: string, about: About) {
  const condition = draft.condition?.trim() ?? ""
  return {
    customerId,
    ...(about.conversationId === undefined ? {} : { conversationId: about.conversationId }),
    channel: draft.channel,
    words: draft.words.trim(),
    deed: draft.deed,
    ownerId: draft.ownerId ?? memberId,
    due: dueBody(draft.due, reading),
    condition: condition === "" ? null : condition,
  }
}
