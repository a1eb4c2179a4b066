import { useNavigate } from "@tanstack/react-router"
import { useState } from "react"
import { createMerge } from "../../contract/conversation-moves.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { CheckField, RadioField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { lostWaitText } from "./lost-waits.ts"
import type { ListedConversation } from "./use-conversation.ts"

const told = words.merging

type Props = {
  readonly conversations: readonly ListedConversation[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Makes one of the conversations that were chosen in the list. Where they are of several customers, it asks. */
export function MergeDialog({ conversations, onDone, onClose }: Props) {
  const [chosenId, setChosen] = useState("")
  const [belong, setBelong] = useState(false)
  const merge = useMerge()
  // Into one that has left the list meanwhile nothing is merged unseen.
  const intoId = (conversations.find(({ id }) => id === chosenId) ?? conversations[0])?.id ?? ""
  const names = [...new Map(conversations.map(({ customer }) => [customer.id, customer.name])).values()]
  const isAsked = names.length > 1
  const others = conversations.filter(({ id }) => id !== intoId).map(({ id }) => id)
  const lost = lostWaitText(conversations)
  const isHeld = merge.isPending || others.length === 0 || (isAsked && !belong)
  const submit = () => {
    if (!isHeld) merge.run(intoId, others, isAsked, onDone)
  }
  return (
    <Dialog
      title={told.mergeTitle(conversations.length)}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.merge} busy={isHeld} />}
    >
      <RadioField
        legend={told.stays}
        name="stays"
        choices={conversations.map((each) => ({ value: each.id, label: nameOf(each), hint: each.lastWords }))}
        value={intoId}
        onChange={setChosen}
      />
      <p className="x mute">
        {told.staysHint} {told.back}
      </p>
      {lost !== null && <p>{lost}</p>}
      {isAsked && (
        <>
          <p>{told.several(namesOf(names))}</p>
          <CheckField label={told.belong} checked={belong} onChange={setBelong} />
        </>
      )}
      {merge.error !== null && <Failure error={merge.error} what={told.failed} onRetry={submit} />}
    </Dialog>
  )
}

/** Two of one name are said to be two. */
function namesOf(names: readonly (string | null)[]): string {
  const counted = Map.groupBy(names, (name) => name ?? words.conversation.untitled)
  return [...counted].map(([name, { length }]) => (length === 1 ? name : told.alike(name, length))).join(", ")
}

export function nameOf({ subject, customer }: Pick<ListedConversation, "subject" | "customer">): string {
  return `${customer.name ?? words.conversation.untitled}: ${subject ?? words.conversation.noSubject}`
}

/** Merges, and says so with the way there. */
export function useMerge() {
  const { slug } = useHere()
  const toast = useToast()
  const navigate = useNavigate()
  const change = useChange(createMerge)
  // Awaited, not called back: what was chosen leaves the list, and whoever asked with it, before the answer is here.
  const run = async (
    intoId: string,
    conversationIds: readonly string[],
    ofSeveralCustomers: boolean,
    then: () => void,
  ) => {
    const body = { conversationIds: [...conversationIds], ofSeveralCustomers }
    const merged = await change.mutateAsync({ params: { conversationId: intoId }, body }).catch(() => null)
    if (merged === null) return
    const open = () =>
      void navigate({ to: "/$slug/conversations/$conversationId", params: { slug, conversationId: merged.id } })
    toast({ text: told.merged(conversationIds.length), link: { label: told.open, run: open } })
    then()
  }
  return {
    run: (...call: Parameters<typeof run>) => void run(...call),
    isPending: change.isPending,
    error: change.error,
  }
}
