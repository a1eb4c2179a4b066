import { useState } from "react"
import { createReply, listReplies, removeReply, writeReply } from "../../contract/saved-replies.ts"
import { OwnerField } from "../promise/owner-field.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { TextArea, TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./replies.module.css"
import type { SavedReply } from "./reply-dialog.tsx"

const told = words.replies

/** Replies that are written once; what a fact contradicts is marked until it is put right. */
export function RepliesPart() {
  const read = useRead(listReplies)
  const [edited, setEdited] = useState<string | null>(null)
  const items = (read.data?.items ?? []).toSorted((one, other) => WEIGHT[one.verdict] - WEIGHT[other.verdict])
  return (
    <div className={page.section}>
      <p className={page.hint}>{told.hint}</p>
      {edited === "new" ? (
        <ReplyForm reply={null} onDone={() => setEdited(null)} />
      ) : (
        <Button onClick={() => setEdited("new")}>{told.add}</Button>
      )}
      {read.isError && <Failure error={read.error} what={words.replies.dialog.failed} />}
      {read.data === undefined && read.isPending && <Loading rows={3} />}
      {read.data !== undefined && items.length === 0 && <Empty title={told.empty} />}
      <ul>
        {items.map((reply) =>
          edited === reply.id ? (
            <li key={reply.id} className={styles.item}>
              <ReplyForm reply={reply} onDone={() => setEdited(null)} />
            </li>
          ) : (
            <ReplyRow key={reply.id} reply={reply} onEdit={() => setEdited(reply.id)} />
          ),
        )}
      </ul>
    </div>
  )
}

const WEIGHT: Readonly<Record<SavedReply["verdict"], number>> = { hold: 0, confirm: 1, clear: 2 }
const TONE: Readonly<Record<SavedReply["verdict"], string>> = { hold: "red", confirm: "ochre", clear: "mute" }

function ReplyRow({ reply, onEdit }: { reply: SavedReply; onEdit: () => void }) {
  const toast = useToast()
  const remove = useChange(removeReply)
  const grave = reply.findings.filter(({ severity }) => severity !== "remark")
  return (
    <li className={styles.item} id={`reply-${reply.id}`}>
      <header>
        <b>{reply.name}</b>
        <span className={TONE[reply.verdict]}>{told.verdicts[reply.verdict]}</span>
        <span className="mute">
          {reply.owner} · {told.used(reply.used)}
        </span>
      </header>
      <p className={`q ${styles.text}`}>{reply.text}</p>
      {grave.map((finding) => (
        <p key={`${finding.rule} ${finding.start}`} className={`${styles.why} ${TONE[reply.verdict]}`}>
          {finding.why}
        </p>
      ))}
      <p className={page.buttons}>
        <TextButton onClick={onEdit}>{words.customers.edit}</TextButton>
        <TextButton
          onClick={() =>
            remove.mutate({ params: { replyId: reply.id } }, { onSuccess: () => toast({ text: told.removed }) })
          }
        >
          {told.remove}
        </TextButton>
      </p>
      {remove.isError && <Failure error={remove.error} what={told.saveFailed} />}
    </li>
  )
}

function ReplyForm({ reply, onDone }: { reply: SavedReply | null; onDone: () => void }) {
  const { member } = useHere()
  const toast = useToast()
  const create = useChange(createReply)
  const write = useChange(writeReply)
  const [name, setName] = useState(reply?.name ?? "")
  const [text, setText] = useState(reply?.text ?? "")
  const [ownerId, setOwnerId] = useState(reply?.ownerId ?? member.id)
  const [tried, setTried] = useState(false)
  const error = create.error ?? write.error
  const save = () => {
    setTried(true)
    if (name.trim() === "" || text.trim() === "") return
    const body = { name: name.trim(), text, ownerId }
    const done = {
      onSuccess: () => {
        toast({ text: told.saved })
        onDone()
      },
    }
    if (reply === null) create.mutate({ body }, done)
    else write.mutate({ params: { replyId: reply.id }, body }, done)
  }
  return (
    <div className={page.form}>
      <TextField
        label={told.name}
        value={name}
        error={tried && name.trim() === "" ? told.missing : null}
        onChange={(event) => setName(event.target.value)}
      />
      <TextArea
        label={told.text}
        said
        rows={6}
        value={text}
        error={tried && text.trim() === "" ? told.missing : null}
        onChange={(event) => setText(event.target.value)}
      />
      <OwnerField ownerId={ownerId} onChange={setOwnerId} />
      <p className={page.buttons}>
        <Button kind="main" held={create.isPending || write.isPending} onClick={save}>
          {told.save}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {words.ui.cancel}
        </Button>
      </p>
      {error !== null && <Failure error={error} what={told.saveFailed} />}
    </div>
  )
}
