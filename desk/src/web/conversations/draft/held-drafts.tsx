import type { z } from "zod"
import { listHeldMessages, settleHeldMessage } from "../../../contract/bots.ts"
import { useChange, useRead } from "../../queries.ts"
import styles from "../../replies/replies.module.css"
import { Button } from "../../ui/button.tsx"
import page from "../../ui/page.module.css"
import { Failure } from "../../ui/states.tsx"
import { useToast } from "../../ui/toast.tsx"
import { words } from "../../words.ts"

const told = words.replies.held

/** What a bot wrote here and a person must look at: taken into the draft, where it is reviewed and sent by them, or thrown away. */
export function HeldDrafts({ conversationId, written, onWrite }: Props) {
  const read = useRead(listHeldMessages, { query: { conversationId } })
  // Below what they have written already, which is not lost by it.
  const onTake = (text: string) => onWrite([written, text].filter((part) => part.trim() !== "").join("\n\n"))
  return (read.data?.items ?? []).map((held) => <HeldDraft key={held.id} held={held} onTake={onTake} />)
}

type Props = {
  readonly conversationId: string
  /** What stands in the draft. */
  readonly written: string
  readonly onWrite: (text: string) => void
}
type Held = z.output<typeof listHeldMessages.answer>["items"][number]

function HeldDraft({ held, onTake }: { held: Held; onTake: (text: string) => void }) {
  const toast = useToast()
  const settle = useChange(settleHeldMessage)
  const params = { heldId: held.id }
  // Into the draft first: once it is settled this part is gone, and the words must not go with it.
  const take = () => {
    onTake(held.text ?? "")
    toast({ text: told.taken })
    settle.mutate({ params, body: { taken: true } })
  }
  return (
    <section className={styles.held}>
      <p>{told.title(held.by ?? told.bot)}</p>
      {held.why !== null && <p className="x ochre">{held.why}</p>}
      <p className={`q ${styles.text}`}>{held.text}</p>
      <p className={page.buttons}>
        <Button small held={settle.isPending} onClick={take}>
          {told.take}
        </Button>
        <Button
          small
          kind="quiet"
          held={settle.isPending}
          onClick={() => settle.mutate({ params, body: { taken: false } })}
        >
          {told.discard}
        </Button>
      </p>
      {settle.isError && <Failure error={settle.error} what={told.failed} />}
    </section>
  )
}
