import { useId, useState } from "react"
import { createView, listTags, removeView, restoreView } from "../../contract/tags.ts"
import { useTeam } from "../promise/owner-field.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { SelectField, TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./views-dialog.module.css"
import type { SavedView } from "./use-conversation-list.ts"

const told = words.conversation.views
const STATES = ["open", "awaiting", "snoozed", "closed", "all"] as const

type Props = {
  readonly views: readonly SavedView[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** The views that the team saved: look at one, remove one, save another. */
export function ViewsDialog({ views, onChoose, onClose }: Props) {
  const [name, setName] = useState("")
  const [state, setState] = useState<(typeof STATES)[number]>("open")
  const [assignee, setAssignee] = useState("anybody")
  const [tag, setTag] = useState("")
  const create = useChange(createView)
  const remove = useChange(removeView)
  const restore = useChange(restoreView)
  const removed = views.some(({ id }) => id === remove.data?.id) ? undefined : remove.data
  const isReady = name.trim() !== "" && !create.isPending
  const choose = (id: string) => {
    onChoose(id)
    onClose()
  }
  const save = () => {
    if (!isReady) return
    const body = { name: name.trim(), state, assignee, tag: tag.trim() === "" ? null : tag }
    create.mutate({ body }, { onSuccess: ({ id }) => choose(id) })
  }
  return (
    <Dialog title={told.title} onClose={onClose} onSubmit={save} foot={<DialogFoot does={told.save} busy={!isReady} />}>
      <ul className={styles.views}>
        {views.map((view) => (
          <li key={view.id}>
            <Button kind="quiet" onClick={() => choose(view.id)}>
              {told.counted(view.name, view.count, view.more)}
            </Button>
            <Button
              small
              kind="quiet"
              aria-label={told.removeNamed(view.name)}
              onClick={() => remove.mutate({ params: { viewId: view.id } })}
            >
              {told.remove}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.removed}>
        {removed !== undefined && (
          <>
            {told.removed(removed.name)}{" "}
            <TextButton onClick={() => restore.mutate({ params: { viewId: removed.id } })}>{words.ui.undo}</TextButton>
          </>
        )}
      </p>
      <TextField label={told.name} value={name} data-first onChange={(event) => setName(event.target.value)} />
      <SelectField
        label={told.state}
        choices={STATES.map((each) => ({ value: each, label: told.states[each] }))}
        value={state}
        onChange={(event) => setState(STATES.find((each) => each === event.target.value) ?? "open")}
      />
      <AssigneeField value={assignee} onChange={setAssignee} />
      <TagField label={told.tag} value={tag} onChange={setTag} />
      {create.isError && <Failure error={create.error} what={told.failed} />}
      {remove.isError && <Failure error={remove.error} what={told.removeFailed} />}
      {restore.isError && <Failure error={restore.error} what={told.restoreFailed} />}
    </Dialog>
  )
}

function AssigneeField({ value, onChange }: { value: string; onChange: (assignee: string) => void }) {
  const team = useTeam().map(({ id, name }) => ({ value: id, label: name }))
  const groups = (["anybody", "me", "nobody"] as const).map((each) => ({ value: each, label: told.assignees[each] }))
  return (
    <SelectField
      label={told.assignee}
      choices={[...groups, ...team]}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A tag, with those in use offered. */
export function TagField(props: { label: string; value: string; onChange: (tag: string) => void }) {
  const list = useId()
  const tags = useRead(listTags).data?.items ?? []
  return (
    <>
      <TextField
        label={props.label}
        value={props.value}
        list={list}
        maxLength={40}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <datalist id={list}>
        {tags.map(({ tag }) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  )
}
