import { useState } from "react"
import { readMailSettings, writeMailSettings } from "../../contract/mail-settings.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { CheckField } from "../ui/check-field.tsx"
import { TextArea, TextField } from "../ui/field.tsx"
import { Form } from "../ui/form.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, NotYet } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { type MailDraft, badAddressIn, bodyOf, draftOf, isServerGood } from "./mail-draft.ts"
import { MailboxAccessSection } from "./mailbox-access-section.tsx"
import { MailServerFields } from "./mail-server-fields.tsx"
import { MailboxesSection } from "./mailboxes-section.tsx"
import { MailTest } from "./mail-test.tsx"
import { WorkspaceSignatures } from "./signature-form.tsx"

const told = words.settings.mail

/** Where customers write to, and which server sends. */
export function MailPart() {
  const { workspace } = useHere()
  return workspace.kind === "sample" ? <Empty title={told.sample}>{told.sampleHint}</Empty> : <Loaded />
}

function Loaded() {
  const { workspace } = useHere()
  const read = useRead(readMailSettings)
  if (read.data === undefined) return <NotYet read={read} what={words.settings.failed} />
  const saved = draftOf(read.data)
  // Nothing is set yet: what customers know the team by is a name to begin with.
  const first = read.data.addresses.length === 0 && saved.fromName === "" ? { fromName: workspace.name } : {}
  return (
    <>
      <MailboxesSection />
      <section className={page.section} style={{ marginTop: 32 }}>
        <h2>{told.formTitle}</h2>
        <MailForm saved={{ ...saved, ...first }} hasPassword={read.data.server?.hasPassword ?? false} />
      </section>
      <WorkspaceSignatures />
      <MailboxAccessSection />
    </>
  )
}

function MailForm({ saved, hasPassword }: { saved: MailDraft; hasPassword: boolean }) {
  const { listener } = useHere()
  const toast = useToast()
  const write = useChange(writeMailSettings)
  const [typed, setTyped] = useState<Partial<MailDraft>>({}) // stays when a mailbox that is added brings an address
  const draft = { ...saved, ...typed }
  const [isTried, setTried] = useState(false)
  const change = (part: Partial<MailDraft>) => setTyped({ ...typed, ...part })
  const bad = badAddressIn(draft)
  const save = () => {
    setTried(true)
    if (bad !== null || (draft.hasServer && !isServerGood(draft)) || write.isPending) return
    write.mutate(
      { body: bodyOf(draft) },
      {
        onSuccess: () => {
          setTyped((now) => (now === typed ? {} : now))
          toast({ text: words.settings.saved })
        },
      },
    )
  }
  return (
    <Form onSubmit={save}>
      <TextArea
        label={told.addresses}
        hint={
          <>
            {told.addressesHint} {listener !== null && told.listener(listener.host, listener.port)}
          </>
        }
        rows={2}
        value={draft.addresses}
        error={isTried && bad !== null ? told.addressBad(bad) : null}
        onChange={(event) => change({ addresses: event.target.value })}
      />
      <TextField
        label={told.fromName}
        hint={told.fromNameHint}
        value={draft.fromName}
        onChange={(event) => change({ fromName: event.target.value })}
      />
      <section className={page.section} style={{ paddingBottom: 0 }}>
        <h2>{told.sends}</h2>
        <p className={page.hint}>{told.sendsHint}</p>
        <CheckField label={told.useServer} checked={draft.hasServer} onChange={(hasServer) => change({ hasServer })} />
      </section>
      {draft.hasServer && (
        <MailServerFields draft={draft} hasPassword={hasPassword} isTried={isTried} onChange={change} />
      )}
      {draft.hasServer && <MailTest draft={draft} />}
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} onRetry={save} />}
      <div>
        <Button kind="main" type="submit" held={write.isPending}>
          {words.settings.save}
        </Button>
      </div>
    </Form>
  )
}
