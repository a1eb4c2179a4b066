import type { RefObject } from "react"
import { createNote } from "../../../contract/messages.ts"
import { useChange } from "../../queries.ts"
import { Button } from "../../ui/button.tsx"
import { useKeys } from "../../ui/keys.tsx"
import { Failure } from "../../ui/states.tsx"
import { useToast } from "../../ui/toast.tsx"
import { words } from "../../words.ts"
import styles from "./composer.module.css"
import { EMPTY_DRAFT } from "./draft.ts"
import { DraftVersions, KeptLine } from "./draft-versions.tsx"
import { NoteField } from "./note-field.tsx"
import { useDraft } from "./use-draft.ts"

/** A word between members: its own field, its own ground and its own button, so that it is not sent by accident. */
export function NoteComposer({
  conversationId,
  field,
  onSaved,
}: {
  conversationId: string
  field: RefObject<HTMLTextAreaElement | null>
  onSaved: () => void
}) {
  const written = useDraft(conversationId, "note")
  const { text } = written.draft
  const setText = (next: string) => written.keeper.change({ ...EMPTY_DRAFT, text: next })
  const save = useChange(createNote)
  const toast = useToast()
  const isEmpty = text.trim() === ""
  const run = () => {
    if (isEmpty || save.isPending) return
    save.mutate(
      { params: { conversationId }, body: { text: text.trim() } },
      {
        onSuccess: () => {
          setText("")
          toast({ text: words.composer.noteSaved })
          onSaved()
        },
      },
    )
  }
  useKeys("page", { "Ctrl+Enter": { label: words.composer.saveNote.toLowerCase(), run } })
  return (
    <div className={styles.noteBox}>
      <NoteField field={field} value={text} onChange={setText} />
      <DraftVersions others={written.others} keeper={written.keeper} />
      {save.isError && <Failure error={save.error} what={words.composer.noteNotSaved} onRetry={run} />}
      <div className={styles.noteFoot}>
        <span className="mute x">{words.composer.noteHint}</span>
        <KeptLine {...written} />
        <Button keys="Ctrl Enter" held={isEmpty || save.isPending} onClick={run}>
          {words.composer.saveNote}
        </Button>
      </div>
    </div>
  )
}
