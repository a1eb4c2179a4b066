import { useState } from "react"
import { changeConversations } from "../../contract/tags.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import head from "./conversation-head.module.css"
import styles from "./tags-part.module.css"
import { TagField } from "./views-dialog.tsx"

const told = words.conversation.tags
const SHOWN_MAX = 5 // the others stand in the dialog: the head stays in sight on a phone, and is no list

/** The tags of a conversation; T puts one on or takes one off. */
export function TagsPart({ conversationId, tags }: { conversationId: string; tags: readonly string[] }) {
  const [isOpen, setOpen] = useState(false)
  useKeys("page", { T: { label: told.key, run: () => setOpen(true), foot: false } })
  return (
    <>
      <button
        type="button"
        className={`${head.pressed} ${styles.tags}`}
        onClick={() => setOpen(true)}
        aria-label={told.label(tags)}
      >
        {tags.length === 0 && told.none}
        {tags.slice(0, SHOWN_MAX).map((tag) => (
          <span key={tag}>{tag}</span>
        ))}
        {tags.length > SHOWN_MAX && told.more(tags.length - SHOWN_MAX)}
      </button>
      {isOpen && <TagsDialog ids={[conversationId]} tags={tags} onClose={() => setOpen(false)} />}
    </>
  )
}

type DialogProps = {
  readonly ids: readonly string[]
  /** Those that can be taken off. */
  readonly tags: readonly string[]
  readonly onClose: () => void
}

export function TagsDialog({ ids, tags, onClose }: DialogProps) {
  const [typed, setTyped] = useState("")
  const change = useChange(changeConversations)
  const set = (kind: "tag" | "untag", tag: string, then: () => void) =>
    change.mutate({ body: { conversationIds: [...ids], change: { kind, tag } } }, { onSuccess: then })
  const put = () => {
    if (typed.trim() !== "" && !change.isPending) set("tag", typed, onClose)
  }
  return (
    <Dialog
      title={told.title(ids.length)}
      onClose={onClose}
      onSubmit={put}
      foot={<DialogFoot does={told.put} busy={change.isPending || typed.trim() === ""} />}
    >
      <TagField label={told.tag} value={typed} onChange={setTyped} />
      {tags.length > 0 && (
        <ul className={styles.taken}>
          {tags.map((tag) => (
            <li key={tag}>
              <Button small kind="quiet" onClick={() => set("untag", tag, () => {})}>
                {told.takeOff(tag)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {change.isError && <Failure error={change.error} what={told.failed} />}
    </Dialog>
  )
}
