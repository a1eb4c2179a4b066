import { useState } from "react"
import { listMailboxes, pauseMailbox, removeMailbox, resumeMailbox } from "../../contract/mailboxes.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { Icon } from "../ui/icon.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { MailboxDialog } from "./mailbox-dialog.tsx"
import type { Mailbox } from "./mailbox-draft.ts"
import styles from "./settings.module.css"

const told = words.settings.mailboxes

/** The mailboxes that the desk reads by IMAP, and how reading them goes. */
export function MailboxesSection() {
  const read = useRead(listMailboxes)
  const [opened, setOpened] = useState<Mailbox | "new" | null>(null)
  return (
    <section className={page.section} aria-labelledby="mailboxes">
      <h2 id="mailboxes">{told.title}</h2>
      <p className={page.hint}>{told.hint}</p>
      {read.isError && <Failure error={read.error} what={words.settings.failed} onRetry={() => void read.refetch()} />}
      {read.isPending && <Loading rows={1} />}
      {read.data !== undefined && read.data.items.length > 0 && (
        <ul className={styles.mailboxes}>
          {read.data.items.map((box) => (
            <MailboxRow key={box.id} box={box} onChange={() => setOpened(box)} />
          ))}
        </ul>
      )}
      <div style={{ paddingTop: 8 }}>
        <Button onClick={() => setOpened("new")}>{told.add}</Button>
      </div>
      {opened !== null && <MailboxDialog box={opened === "new" ? null : opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

function MailboxRow({ box, onChange }: { box: Mailbox; onChange: () => void }) {
  const pause = useChange(pauseMailbox)
  const resume = useChange(resumeMailbox)
  const remove = useChange(removeMailbox)
  const [isAsked, setAsked] = useState(false)
  const params = { mailboxId: box.id }
  const failed = [pause, resume, remove].find((one) => one.isError)
  return (
    <li>
      <div className={page.grow}>
        <b>{box.address}</b> <span className="mute">{told.at(box.host)}</span>
        <MailboxState box={box} />
      </div>
      <div className={page.row}>
        {isAsked ? (
          <>
            <span className="mute">{told.removeHint}</span>
            <TextButton onClick={() => remove.mutate({ params })}>{told.removeDoes}</TextButton>
            <TextButton onClick={() => setAsked(false)}>{words.ui.cancel}</TextButton>
          </>
        ) : (
          <>
            <TextButton aria-label={told.changeOf(box.address)} onClick={onChange}>
              {told.change}
            </TextButton>
            <TextButton
              aria-label={box.paused ? told.resumeOf(box.address) : told.pauseOf(box.address)}
              onClick={() => (box.paused ? resume : pause).mutate({ params })}
            >
              {box.paused ? told.resume : told.pause}
            </TextButton>
            <TextButton aria-label={told.removeOf(box.address)} onClick={() => setAsked(true)}>
              {words.settings.remove}
            </TextButton>
          </>
        )}
      </div>
      {failed !== undefined && <Failure error={failed.error} what={words.settings.saveFailed} />}
    </li>
  )
}

/** Only what is known: when it was last looked at, or what went wrong and when it is tried again. */
function MailboxState({ box }: { box: Mailbox }) {
  const { zone } = useHere()
  const now = useNow()
  const shown = (at: string | null) => {
    const instant = instantOf(at)
    return instant === null ? "" : moment(instant, { zone, now })
  }
  if (box.paused) return <p className="mute">{told.paused}</p>
  if (box.state === "failed") {
    return (
      <p className={styles.mailboxFailed}>
        <Icon name="late" small />{" "}
        <span>
          {told.failed} {box.problem} {box.nextAt !== null && told.again(shown(box.nextAt))}{" "}
          {box.readAt !== null && told.lastRead(shown(box.readAt))}
        </span>
      </p>
    )
  }
  if (box.state === "new") return <p className="mute">{told.waiting}</p>
  return (
    <p className="mute">
      {told.reading(shown(box.readAt))} {box.sentFound !== null && told.sentIn(box.sentFound)}
    </p>
  )
}
