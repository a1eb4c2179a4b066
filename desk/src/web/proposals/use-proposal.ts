import { useState } from "react"
import { confirmPromise, dismissPromise } from "../../contract/promises.ts"
import { useHere } from "../here.tsx"
import { standsAsSaid } from "../promise/stands-as-said.ts"
import { type DueDraft, NO_DUE, draftFrom, dueBody, dueOf } from "../promise/due-draft.ts"
import type { ListedPromise } from "../promise/listed-promise.ts"
import type { Reading } from "../promise/read-due.ts"
import { useReading } from "../promise/use-reading.ts"
import { useChange } from "../queries.ts"
import { instantOf, spokenMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

export type ProposalDraft = { readonly ownerId: string; readonly deed: string; readonly due: DueDraft }

export type Proposal = ReturnType<typeof useProposal>

/** A promise found, with who and when filled in, and the two answers to it. */
export function useProposal(promise: ListedPromise) {
  const { member } = useHere()
  const reading = useReading()
  const [draft, setDraft] = useState<ProposalDraft>(() => ({
    ownerId: promise.owner?.id ?? member.id,
    deed: promise.deed,
    due: foundDue(promise, reading),
  }))
  const [tried, setTried] = useState(false)
  const { send, isBusy, error } = useAnswers(promise, reading)
  const due = dueOf(draft.due, reading)
  const isAsSaid = due !== null && instantOf(promise.dueUntil)?.equals(due.until) === true
  const isPast = due !== null && !isAsSaid && Temporal.Instant.compare(due.until, reading.now) <= 0
  const lacksDue = promise.condition === null && (due === null || isPast)
  return {
    draft,
    change: (part: Partial<ProposalDraft>) => setDraft({ ...draft, ...part }),
    reading,
    due,
    lacksDue,
    /** What is wrong with the due time, once somebody tried to confirm. */
    dueError: tried && lacksDue ? words.fields.dueMissing : null,
    confirm: () => {
      setTried(true)
      if (!lacksDue && !isPast) send.confirm(draft)
    },
    dismiss: send.dismiss,
    isBusy,
    error,
  }
}

/** What was found, unless it falls before anybody works again: then it is asked for. */
function foundDue({ dueWords, dueUntil }: ListedPromise, reading: Reading): DueDraft {
  const until = instantOf(dueUntil)
  return until === null || standsAsSaid(until, reading) ? draftFrom(dueWords, dueUntil) : NO_DUE
}

function useAnswers(promise: ListedPromise, reading: Reading) {
  const { zone } = useHere()
  const toast = useToast()
  const confirming = useChange(confirmPromise)
  const dismissing = useChange(dismissPromise)
  const { proposals: texts } = words
  const params = { promiseId: promise.id }
  const confirm = ({ ownerId, deed, due }: ProposalDraft) => {
    const until = dueOf(due, reading)?.until
    const when = until === undefined ? null : spokenMoment(until, { zone, now: reading.now })
    const text = when === null ? texts.confirmedConditional : texts.confirmed(when)
    const body = { ownerId, deed, due: dueBody(due, reading), condition: promise.condition }
    confirming.mutate({ params, body }, { onSuccess: () => toast({ text }) })
  }
  const dismiss = () => dismissing.mutate({ params, body: {} }, { onSuccess: () => toast({ text: texts.dismissed }) })
  return {
    send: { confirm, dismiss },
    isBusy: confirming.isPending || dismissing.isPending,
    error: confirming.error ?? dismissing.error,
  }
}
