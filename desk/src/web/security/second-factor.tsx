import { useState } from "react"
import type { z } from "zod"
import { createRecoveryCodes, endSecondFactor, type readSecurity } from "../../contract/security.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { PasswordDialog } from "./password-dialog.tsx"
import { RecoveryCodes } from "./recovery-codes.tsx"
import styles from "./security.module.css"
import { SetUpCodes } from "./set-up-codes.tsx"

const told = words.security.codes

type Props = { readonly security: z.output<typeof readSecurity.answer> }

/** Codes of an authenticator: whether they are asked for, and what is left when the phone is gone. */
export function SecondFactor({ security: { secondFactor, recoveryCodesLeft } }: Props) {
  const [open, setOpen] = useState<"set up" | "end" | "renew" | null>(null)
  const close = () => setOpen(null)
  return (
    <section>
      <h2>{told.title}</h2>
      <p className={page.hint}>{secondFactor ? `${told.on} ${told.left(recoveryCodesLeft)}` : told.off}</p>
      <div className={styles.line}>
        {secondFactor ? (
          <>
            <Button onClick={() => setOpen("renew")}>{told.renew}</Button>
            <Button kind="quiet" onClick={() => setOpen("end")}>
              {told.end}
            </Button>
          </>
        ) : (
          <Button onClick={() => setOpen("set up")}>{told.setUp}</Button>
        )}
      </div>
      {open === "set up" && <SetUpCodes onClose={close} />}
      {open === "end" && <EndCodes onClose={close} />}
      {open === "renew" && <RenewCodes onClose={close} />}
    </section>
  )
}

function EndCodes({ onClose }: { onClose: () => void }) {
  const end = useChange(endSecondFactor)
  const toast = useToast()
  const give = (password: string) =>
    end.mutate(
      { body: { password } },
      {
        onSuccess: () => {
          toast({ text: told.ended })
          onClose()
        },
      },
    )
  return (
    <PasswordDialog
      title={told.endTitle}
      does={told.end}
      busy={end.isPending}
      error={end.error}
      onGiven={give}
      onClose={onClose}
    />
  )
}

function RenewCodes({ onClose }: { onClose: () => void }) {
  const renew = useChange(createRecoveryCodes)
  if (renew.data !== undefined) return <RecoveryCodes codes={renew.data.recoveryCodes} onClose={onClose} />
  return (
    <PasswordDialog
      title={told.renew}
      does={told.renew}
      busy={renew.isPending}
      error={renew.error}
      onGiven={(password) => renew.mutate({ body: { password } })}
      onClose={onClose}
    >
      <p>{told.renewHint}</p>
    </PasswordDialog>
  )
}
