import { encode } from "uqr"
import { useState } from "react"
import { confirmSecondFactor, prepareSecondFactor } from "../../contract/security.ts"
import { Refusal } from "../api.ts"
import { useChange } from "../queries.ts"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { TextField } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { PasswordDialog } from "./password-dialog.tsx"
import { RecoveryCodes } from "./recovery-codes.tsx"
import styles from "./security.module.css"

const told = words.security.codes

/** Password, the recovery codes, then the code to scan and the first one back: from then on codes are asked for. */
export function SetUpCodes({ onClose, onDone }: { onClose: () => void; onDone?: () => void }) {
  const prepare = useChange(prepareSecondFactor)
  const [isKept, setKept] = useState(false)
  const toast = useToast()
  const end = () => {
    toast({ text: told.confirmed })
    onClose()
    onDone?.()
  }
  if (prepare.data === undefined) {
    return (
      <PasswordDialog
        title={told.scanTitle}
        does={words.security.goOn}
        busy={prepare.isPending}
        error={prepare.error}
        onGiven={(password) => prepare.mutate({ body: { password } })}
        onClose={onClose}
      />
    )
  }
  if (!isKept)
    return <RecoveryCodes codes={prepare.data.recoveryCodes} onClose={onClose} onKept={() => setKept(true)} />
  return <Scan uri={prepare.data.uri} onClose={onClose} onConfirmed={end} />
}

function Scan({ uri, onClose, onConfirmed }: { uri: string; onClose: () => void; onConfirmed: () => void }) {
  const confirm = useChange(confirmSecondFactor)
  const [code, setCode] = useState("")
  const [isTried, setTried] = useState(false)
  const isWhole = /^\s*\d{3}\s?\d{3}\s*$/.test(code)
  const submit = () => {
    setTried(true)
    if (isWhole && !confirm.isPending) confirm.mutate({ body: { code } }, { onSuccess: onConfirmed })
  }
  const isWrong = confirm.error instanceof Refusal && confirm.error.problem.code === "invalid"
  const missing = isTried && !isWhole ? told.codeMissing : null
  return (
    <Dialog
      title={told.scanTitle}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot does={told.confirm} busy={confirm.isPending} />}
    >
      <p>{told.scan}</p>
      <div className={styles.scan}>
        <Picture uri={uri} />
        <div>
          <TextField
            label={told.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={isWrong ? (confirm.error?.message ?? null) : missing}
            onChange={(event) => setCode(event.target.value)}
          />
          <p className="x mute">
            {told.byHand}
            <code className={styles.key}>{new URL(uri).searchParams.get("secret")}</code>
          </p>
        </div>
      </div>
      {confirm.isError && !isWrong && <Failure error={confirm.error} what={words.security.changeFailed} />}
    </Dialog>
  )
}

function Picture({ uri }: { uri: string }) {
  const { data, size } = encode(uri, { border: 0 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("")
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={told.picture} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  )
}
