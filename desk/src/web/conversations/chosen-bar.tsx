import { useState } from "react"
import { changeConversations } from "../../contract/tags.ts"
import { useTeam } from "../promise/owner-field.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { SelectField } from "../ui/field.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./chosen-bar.module.css"
import { MergeDialog } from "./merge-dialog.tsx"
import { TagsDialog } from "./tags-part.tsx"
import type { ListedConversation } from "./use-conversation.ts"

const told = words.conversation.chosen

type Props = { readonly chosen: readonly ListedConversation[]; readonly onClear: () => void }

/** What can be done with several conversations at once, by one key each. What is owed in them stays as it is. */
export function ChosenBar({ chosen, onClear }: Props) {
  const [asked, setAsked] = useState<"assign" | "tag" | "merge" | null>(null)
  const ids = chosen.map(({ id }) => id)
  const tags = [...new Set(chosen.flatMap((each) => each.tags))]
  const isSeveral = chosen.length > 1
  const toast = useToast()
  const change = useChange(changeConversations)
  const conversationIds = [...ids]
  // Awaited, not called back: what was chosen may leave the list, and this bar with it, before the answer is here.
  const set = async (kind: "close" | "reopen", then: () => void) => {
    const isDone = await change.mutateAsync({ body: { conversationIds, change: { kind } } }).catch(() => null)
    if (isDone !== null) then()
  }
  const close = () =>
    void set("close", () => {
      toast({ text: told.closed(ids.length), undo: { run: () => void set("reopen", () => {}) } })
      onClear()
    })
  useKeys("card", {
    e: { label: told.close.toLowerCase(), run: close },
    a: { label: told.assign.toLowerCase(), run: () => setAsked("assign") },
    t: { label: told.tag.toLowerCase(), run: () => setAsked("tag") },
    ...(isSeveral ? { m: { label: words.merging.mergeKey, run: () => setAsked("merge") } } : {}),
    Escape: { label: told.clear.toLowerCase(), run: onClear },
  })
  return (
    <div className={styles.bar} role="toolbar" aria-label={told.label}>
      <span className={styles.count}>
        <b className="t">{told.count(ids.length)}</b>
        <Button small kind="quiet" keys="Esc" onClick={onClear}>
          {told.clear}
        </Button>
      </span>
      <Button small keys="E" held={change.isPending} onClick={close}>
        {told.close}
      </Button>
      <Button small keys="A" onClick={() => setAsked("assign")}>
        {told.assign}
      </Button>
      <Button small keys="T" onClick={() => setAsked("tag")}>
        {told.tag}
      </Button>
      {isSeveral && (
        <Button small keys="M" onClick={() => setAsked("merge")}>
          {words.merging.merge}
        </Button>
      )}
      {change.isError && <Failure error={change.error} what={told.failed} />}
      {asked === "merge" && <MergeDialog conversations={chosen} onDone={onClear} onClose={() => setAsked(null)} />}
      {asked === "tag" && <TagsDialog ids={ids} tags={tags} onClose={() => setAsked(null)} />}
      {asked === "assign" && <AssignDialog ids={ids} onClose={() => setAsked(null)} />}
    </div>
  )
}

function AssignDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const team = useTeam()
  const [memberId, setMemberId] = useState(team[0]?.id ?? "")
  const toast = useToast()
  const change = useChange(changeConversations)
  const give = async () => {
    if (change.isPending) return
    const to = memberId === "" ? null : memberId
    const body = { conversationIds: [...ids], change: { kind: "assign" as const, memberId: to } }
    if ((await change.mutateAsync({ body }).catch(() => null)) === null) return
    toast({ text: told.assigned(ids.length) })
    onClose()
  }
  return (
    <Dialog
      title={told.assignTitle(ids.length)}
      onClose={onClose}
      onSubmit={() => void give()}
      foot={<DialogFoot does={told.assign} busy={change.isPending} />}
    >
      <SelectField
        label={words.conversation.assign}
        choices={[
          ...team.map(({ id, name }) => ({ value: id, label: name })),
          { value: "", label: words.conversation.nobody },
        ]}
        value={memberId}
        onChange={(event) => setMemberId(event.target.value)}
      />
      {change.isError && <Failure error={change.error} what={told.failed} />}
    </Dialog>
  )
}
