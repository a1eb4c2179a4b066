import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Alone } from "../shell/alone.tsx"
import { SignOutLabel, useSignOut } from "../shell/sign-out.tsx"
import { canUsePasskeys } from "../api/passkeys.ts"
import { Button } from "../ui/button.tsx"
import { words } from "../words.ts"
import { AddPasskey } from "./passkeys.tsx"
import styles from "./security.module.css"
import { SetUpCodes } from "./set-up-codes.tsx"

const told = words.security.first

/** The workspace lets nobody in with a password alone: set something up, or sign in with it. */
export function SecureFirst() {
  const client = useQueryClient()
  const leave = useSignOut()
  const [open, setOpen] = useState<"codes" | "passkey" | null>(null)
  const [hasPasskey, setHasPasskey] = useState(false)
  const close = () => setOpen(null)
  return (
    <Alone title={told.title} intro={told.intro}>
      <div className={styles.line}>
        <Button kind="main" onClick={() => setOpen("codes")}>
          {words.security.codes.setUp}
        </Button>
        {canUsePasskeys() && <Button onClick={() => setOpen("passkey")}>{words.security.passkeys.add}</Button>}
        <Button kind="quiet" onClick={leave}>
          <SignOutLabel />
        </Button>
      </div>
      {hasPasskey && <p role="status">{told.passkeyNext}</p>}
      {open === "codes" && <SetUpCodes onClose={close} onDone={() => void client.invalidateQueries()} />}
      {open === "passkey" && <AddPasskey onClose={close} onDone={() => setHasPasskey(true)} />}
    </Alone>
  )
}
