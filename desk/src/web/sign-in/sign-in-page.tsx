import { useQueryClient } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { Refusal, signIn } from "../api.ts"
import { Alone } from "../shell/alone.tsx"
import { Button } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

/** Signs in with e-mail and password, then goes back to where the reader wanted to be. */
export function SignInPage() {
  const { back } = useSearch({ from: "/sign-in" })
  const navigate = useNavigate()
  const client = useQueryClient()
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const enter = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await signIn(email.trim(), password)
      client.clear()
      await navigate({ to: back ?? "/", replace: true })
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  const isWrong = failure instanceof Refusal && (failure.problem.status === 401 || failure.problem.status === 403)
  return (
    <Alone title={words.signIn.title} onSubmit={() => void enter()}>
      <TextField
        label={words.signIn.email}
        type="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label={words.signIn.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={isWrong ? words.signIn.wrong : null}
      />
      {failure !== null && !isWrong && <Failure error={failure} what={words.signIn.failed} />}
      <div>
        <Button kind="main" type="submit" held={busy}>
          {words.signIn.does}
        </Button>
      </div>
      <p className="x mute">{words.signIn.forgot}</p>
    </Alone>
  )
}
