import { type ReactNode, useState } from "react"
import { Refusal } from "../api.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.security

type Props = {
  readonly title: string
  readonly does: string
  readonly busy: boolean
  readonly error: Error | null
  readonly onGiven: (password: string) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Asks for the password before something that only its owner may do. */
export function PasswordDialog({ title, does, busy, error, onGiven, onClose, children }: Props) {
  const [password, setPassword] = useState("")
  const isWrong = error instanceof Refusal && error.problem.code === "invalid"
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => (busy || password === "" ? undefined : onGiven(password))}
      foot={<DialogFoot does={does} busy={busy || password === ""} />}
    >
      {children}
      <TextField
        label={told.password}
        hint={told.passwordWhy}
        type="password"
        autoComplete="current-password"
        value={password}
        error={isWrong ? error.message : null}
        onChange={(event) => setPassword(event.target.value)}
      />
      {error !== null && !isWrong && <Failure error={error} what={told.changeFailed} />}
    </Dialog>
  )
}
