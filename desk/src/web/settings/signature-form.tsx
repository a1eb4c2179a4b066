import { useState } from "react"
import { readSignatures, writeSignature } from "../../contract/signatures.ts"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { TextArea } from "../ui/field.tsx"
import { Form } from "../ui/form.tsx"
import page from "../ui/page.module.css"
import { Failure, NotYet } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.outbound.signature

/** What stands below one's own messages. */
export function OwnSignature() {
  const read = useRead(readSignatures)
  if (read.data === undefined) return <NotYet read={read} what={words.settings.failed} rows={2} />
  const { data } = read
  return <SignatureForm of="own" label={told.own} hint={told.ownHint} saved={data.own} />
}

/** What stands below everybody's messages: the workspace's, and that of an address in its place. */
export function WorkspaceSignatures() {
  const read = useRead(readSignatures)
  if (read.data === undefined) return <NotYet read={read} what={words.settings.failed} rows={2} />
  const { data } = read
  return (
    <section className={page.section} style={{ marginTop: 32 }}>
      <h2>{told.title}</h2>
      <SignatureForm of="workspace" label={told.workspace} hint={told.workspaceHint} saved={data.workspace} />
      {data.addresses.length > 1 &&
        data.addresses.map(({ address, text }) => (
          <SignatureForm
            key={address}
            of="workspace"
            address={address}
            label={told.address(address)}
            hint={told.addressHint}
            saved={text}
          />
        ))}
    </section>
  )
}

type Props = {
  readonly of: "own" | "workspace"
  readonly address?: string
  readonly label: string
  readonly hint: string
  readonly saved: string
}

function SignatureForm({ of, address, label, hint, saved }: Props) {
  const [typed, setTyped] = useState<string | null>(null) // what is typed stays, whatever is saved meanwhile
  const text = typed ?? saved
  const toast = useToast()
  const write = useChange(writeSignature)
  const save = () => {
    const body = { of, text, ...(address === undefined ? {} : { address }) }
    write.mutate(
      { body },
      {
        onSuccess: () => {
          setTyped((now) => (now === text ? null : now))
          toast({ text: words.settings.saved })
        },
      },
    )
  }
  return (
    <Form onSubmit={save} style={{ paddingBottom: 16 }}>
      <TextArea
        label={label}
        hint={hint}
        rows={3}
        maxLength={2_000}
        value={text}
        onChange={(event) => setTyped(event.target.value)}
      />
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
      <div>
        <Button type="submit" held={text === saved || write.isPending}>
          {told.save}
        </Button>
      </div>
    </Form>
  )
}
