import { useState } from "react"
import type { z } from "zod"
import { createPasskey, deletePasskey, preparePasskey, type readSecurity } from "../../contract/security.ts"
import { PasskeyGivenUp, canUsePasskeys, makePasskey } from "../api/passkeys.ts"
import { useNow } from "../edge.tsx"
import { useChange } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { PasswordDialog } from "./password-dialog.tsx"
import styles from "./security.module.css"

const told = words.security.passkeys

type Passkey = z.output<typeof readSecurity.answer>["passkeys"][number]

export function Passkeys({ passkeys, zone }: { passkeys: readonly Passkey[]; zone: string }) {
  const remove = useChange(deletePasskey)
  const [isAdding, setAdding] = useState(false)
  return (
    <section>
      <h2>{told.title}</h2>
      <p className={page.hint}>{told.hint}</p>
      <ul className={styles.list}>
        {passkeys.map((each) => (
          <Row
            key={each.id}
            passkey={each}
            zone={zone}
            onRemove={() => remove.mutate({ params: { passkeyId: each.id } })}
          />
        ))}
      </ul>
      {remove.isError && <Failure error={remove.error} what={words.security.changeFailed} />}
      <div className={styles.line}>
        {canUsePasskeys() ? (
          <Button onClick={() => setAdding(true)}>{told.add}</Button>
        ) : (
          <p className="x mute">{told.impossible}</p>
        )}
      </div>
      {isAdding && <AddPasskey onClose={() => setAdding(false)} />}
    </section>
  )
}

function Row({ passkey, zone, onRemove }: { passkey: Passkey; zone: string; onRemove: () => void }) {
  const now = useNow()
  const [made, used] = [instantOf(passkey.createdAt), instantOf(passkey.usedAt)]
  return (
    <li>
      <div>
        <b>{passkey.name}</b>
        <p>
          {made !== null && told.made(moment(made, { zone, now }))},{" "}
          {used === null ? told.neverUsed : told.used(moment(used, { zone, now }))}
        </p>
      </div>
      <TextButton aria-label={told.removeOf(passkey.name)} onClick={onRemove}>
        {told.remove}
      </TextButton>
    </li>
  )
}

/** Password and a name, then the browser asks its user. `onDone`: it was added. */
export function AddPasskey({ onClose, onDone }: { onClose: () => void; onDone?: () => void }) {
  const prepare = useChange(preparePasskey)
  const create = useChange(createPasskey)
  const toast = useToast()
  const [name, setName] = useState("")
  const [isTried, setTried] = useState(false)
  const [failure, setFailure] = useState<Error | null>(null)
  const [isBusy, setBusy] = useState(false)
  const add = async (password: string) => {
    setTried(true)
    if (name.trim() === "") return
    setBusy(true)
    setFailure(null)
    try {
      const { request, options } = await prepare.mutateAsync({ body: { password } })
      await create.mutateAsync({ body: { request, name: name.trim(), response: await makePasskey(options) } })
      toast({ text: told.added })
      onClose()
      onDone?.()
    } catch (error) {
      setFailure(error instanceof Error ? error : null)
    }
    setBusy(false)
  }
  const hasGivenUp = failure instanceof PasskeyGivenUp
  return (
    <PasswordDialog
      title={told.addTitle}
      does={told.add}
      busy={isBusy}
      error={hasGivenUp ? null : failure}
      onGiven={(password) => void add(password)}
      onClose={onClose}
    >
      <TextField
        label={told.name}
        hint={told.nameHint}
        value={name}
        error={isTried && name.trim() === "" ? told.nameMissing : null}
        onChange={(event) => setName(event.target.value)}
      />
      {hasGivenUp && <p role="alert">{told.givenUp}</p>}
    </PasswordDialog>
  )
}
