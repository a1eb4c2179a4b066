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
  // Awaited, not called back: whoever goes elsewhere before the answer must not find the note here again, as if unsaved.
  const keep = async () => {
    const saved = await save.mutateAsync({ params: { conversationId }, body: { text: text.trim() } }).catch(() => null)
    if (saved === null) return
    const left = writtenSince(text, written.keeper.view().draft.text)
    setText(left)
    toast({ text: words.composer.noteSaved })
    if (left === "") onSaved()
  }
  const run = () => {
    if (!isEmpty && !save.isPending) void keep()
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

/** What came to the text while it was being saved. */
function writtenSince(saved: string, text: string): string {
  return text.startsWith(saved) ? text.slice(saved.length).trimStart() : text
}
