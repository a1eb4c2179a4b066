import { useState } from "react"
import { Refusal, enterCode } from "../api.ts"
import { Alone } from "../shell/alone.tsx"
import { Button, TextButton } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"

const told = words.signIn

/** After the password: the authenticator's code, or one of the recovery codes. `onAgain`: the password first, again. */
export function CodeStep({ onDone, onAgain }: { onDone: () => Promise<void>; onAgain: () => void }) {
  const [kind, setKind] = useState<"code" | "recovery-code">("code")
  const [code, setCode] = useState("")
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const enter = async () => {
    if (code.trim() === "") return
    setBusy(true)
    setFailure(null)
    try {
      await enterCode(kind, code)
      await onDone()
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  const change = () => {
    setKind(kind === "code" ? "recovery-code" : "code")
    setCode("")
    setFailure(null)
  }
  const isWrong = failure instanceof Refusal && failure.problem.code === "invalid"
  const isOver = failure instanceof Refusal && failure.problem.status === 401
  return (
    <Alone
      title={told.codeTitle}
      intro={kind === "code" ? told.codeIntro : told.recoveryIntro}
      onSubmit={() => void enter()}
    >
      <TextField
        key={kind}
        label={kind === "code" ? told.code : told.recoveryCode}
        inputMode={kind === "code" ? "numeric" : "text"}
        autoComplete={kind === "code" ? "one-time-code" : "off"}
        autoFocus
        value={code}
        error={isWrong ? failure.message : null}
        onChange={(event) => setCode(event.target.value)}
      />
      {failure !== null && !isWrong && <Failure error={failure} what={told.failed} />}
      <div>
        {isOver ? (
          <Button kind="main" onClick={onAgain}>
            {told.again}
          </Button>
        ) : (
          <Button kind="main" type="submit" held={busy}>
            {told.enterDoes}
          </Button>
        )}
      </div>
      <p className="x">
        <TextButton onClick={change}>{kind === "code" ? told.useRecovery : told.useCode}</TextButton>
      </p>
    </Alone>
  )
}
