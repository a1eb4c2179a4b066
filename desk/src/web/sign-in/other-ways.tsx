import { useQuery } from "@tanstack/react-query"
import { useSearch } from "@tanstack/react-router"
import { useState } from "react"
import { askProvider, readProvider, signInWithPasskey } from "../api.ts"
import { PasskeyGivenUp, canUsePasskeys } from "../api/passkeys.ts"
import { Button } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./other-ways.module.css"

const told = words.signIn

/** A passkey, or the organisation's provider where the operator has named one. */
export function OtherWays({ back, onDone }: { back: string; onDone: () => Promise<void> }) {
  const { error: refused } = useSearch({ from: "/sign-in" })
  const provider = useQuery({ queryKey: [null, "ways"], queryFn: readProvider })
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const run = async (way: () => Promise<void>) => {
    setBusy(true)
    setFailure(null)
    try {
      await way()
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }
  const name = provider.data ?? null
  return (
    <div className={styles.ways}>
      {canUsePasskeys() && (
        <Button held={busy} onClick={() => void run(() => signInWithPasskey().then(onDone))}>
          {told.passkey}
        </Button>
      )}
      {name !== null && (
        <Button held={busy} onClick={() => void run(async () => location.assign(await askProvider(back)))}>
          {told.provider(name)}
        </Button>
      )}
      {failure instanceof PasskeyGivenUp && <p role="alert">{told.passkeyGivenUp}</p>}
      {failure !== null && !(failure instanceof PasskeyGivenUp) && <Failure error={failure} what={told.failed} />}
      {refused !== undefined && <p role="alert">{told.providerFailed}</p>}
    </div>
  )
}
