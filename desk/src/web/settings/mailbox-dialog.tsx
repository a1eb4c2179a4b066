import { useState } from "react"
import { changeMailbox, createMailbox, testMailbox } from "../../contract/mailboxes.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import {
  type Mailbox,
  type MailboxDraft,
  NEW_MAILBOX,
  draftOfMailbox,
  mailboxBody,
  problemOf,
} from "./mailbox-draft.ts"
import { MailboxAccountFields } from "./mailbox-account-fields.tsx"
import { MailboxReadingFields } from "./mailbox-reading-fields.tsx"
import { TrialSteps } from "./trial-steps.tsx"

const told = words.settings.mailboxes

/** Adds a mailbox, or changes how it is read; the account can be tried before. */
export function MailboxDialog({ box, onClose }: { box: Mailbox | null; onClose: () => void }) {
  const { zone } = useHere()
  const toast = useToast()
  const create = useChange(createMailbox)
  const change = useChange(changeMailbox)
  const [draft, setDraft] = useState<MailboxDraft>(box === null ? NEW_MAILBOX : draftOfMailbox(box, zone))
  const [isTried, setTried] = useState(false)
  const isNew = box === null || box.host !== draft.host.trim() || box.auth !== draft.auth
  const wrong = problemOf(draft, isNew)
  const save = () => {
    setTried(true)
    if (wrong !== null || create.isPending || change.isPending) return
    const body = mailboxBody(draft, zone)
    const onSuccess = () => {
      toast({ text: box === null ? told.added : words.settings.saved })
      onClose()
    }
    if (box === null) create.mutate({ body }, { onSuccess })
    else change.mutate({ params: { mailboxId: box.id }, body }, { onSuccess })
  }
  const failed = [create, change].find((one) => one.isError)
  const parts = { draft, setDraft, wrong: isTried ? wrong : null, isNew }
  return (
    <Dialog
      title={box === null ? told.addTitle : told.changeTitle(box.address)}
      onClose={onClose}
      onSubmit={save}
      wide
      foot={
        <DialogFoot
          does={box === null ? told.addDoes : words.settings.save}
          busy={create.isPending || change.isPending}
        />
      }
    >
      <MailboxAccountFields {...parts} />
      <MailboxReadingFields {...parts} />
      <Trial draft={draft} box={box} canTry={problemOf(draft, isNew) === null} />
      {failed !== undefined && <Failure error={failed.error} what={words.settings.saveFailed} />}
    </Dialog>
  )
}

export type MailboxFieldsProps = {
  readonly draft: MailboxDraft
  readonly setDraft: (draft: MailboxDraft) => void
  /** The field to put right, once somebody tried to save. */
  readonly wrong: keyof MailboxDraft | null
  /** A secret has to be entered. */
  readonly isNew: boolean
}

function Trial({ draft, box, canTry }: { draft: MailboxDraft; box: Mailbox | null; canTry: boolean }) {
  const { zone } = useHere()
  const test = useChange(testMailbox)
  const run = () => {
    if (!canTry || test.isPending) return
    test.mutate({ body: { ...mailboxBody(draft, zone), ...(box === null ? {} : { mailboxId: box.id }) } })
  }
  return (
    <div>
      <Button held={!canTry || test.isPending} onClick={run}>
        {told.test}
      </Button>
      {test.isError && <Failure error={test.error} what={words.settings.mail.testFailed} onRetry={run} />}
      {test.data !== undefined && (
        <TrialSteps steps={test.data.steps} names={told.steps}>
          {test.data.folders.length > 0 && (
            <p className="x mute">{told.folders(test.data.folders.slice(0, FOLDERS_SHOWN).join(", "))}</p>
          )}
        </TrialSteps>
      )}
    </div>
  )
}

const FOLDERS_SHOWN = 20
