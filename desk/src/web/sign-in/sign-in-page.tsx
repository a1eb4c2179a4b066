import { useQueryClient } from "@tanstack/react-query"
import { useNavigate, useSearch } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { Refusal, signIn } from "../api.ts"
import { useDrafts } from "../conversations/draft/drafts.tsx"
import { Alone } from "../shell/alone.tsx"
import { Button } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { CodeStep } from "./code-step.tsx"
import { OtherWays } from "./other-ways.tsx"

/** Signs in, then goes back to where the reader wanted to be. */
export function SignInPage() {
  const { back } = useSearch({ from: "/sign-in" })
  const navigate = useNavigate()
  const client = useQueryClient()
  const { restAll } = useDrafts()
  useEffect(restAll, [restAll])
  const [step, setStep] = useState<"password" | "code">("password")
  const go = async () => {
    client.clear()
    await navigate({ href: back ?? "/", replace: true }) // with what was chosen on that page
  }
  if (step === "code") return <CodeStep onDone={go} onAgain={() => setStep("password")} />
  return <PasswordStep onDone={go} onCode={() => setStep("code")} back={back ?? "/"} />
}

type Props = { readonly onDone: () => Promise<void>; readonly onCode: () => void; readonly back: string }

function PasswordStep({ onDone, onCode, back }: Props) {
  const [email, setEmail] = useState("")
  const [password, setPassword] = useState("")
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const enter = async () => {
    setBusy(true)
    setFailure(null)
    try {
      if ((await signIn(email.trim(), password)) === "code") onCode()
      else await onDone()
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
      <OtherWays back={back} onDone={onDone} />
      <p className="x mute">{words.signIn.forgot}</p>
    </Alone>
  )
}
