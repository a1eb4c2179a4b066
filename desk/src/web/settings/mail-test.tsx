import { useState } from "react"
import { testMailServer } from "../../contract/mail-settings.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { type MailDraft, addressesIn, badAddressIn, isServerGood, serverOf } from "./mail-draft.ts"
import { TrialSteps } from "./trial-steps.tsx"

const told = words.settings.mail

/** Tries the server as it is typed, step by step, and says at which step it stopped and why. */
export function MailTest({ draft }: { draft: MailDraft }) {
  const test = useChange(testMailServer)
  const [sendTo, setSendTo] = useState("")
  const to = sendTo.trim()
  const run = () => {
    if (!isServerGood(draft)) return
    const from = badAddressIn(draft) === null ? addressesIn(draft)[0] : undefined
    const send = to === "" ? {} : { sendTo: to, ...(from === undefined ? {} : { from }) }
    test.mutate({ body: { ...serverOf(draft), ...send } })
  }
  return (
    <div>
      <div className={page.row} style={{ alignItems: "flex-start" }}>
        <div className={page.grow}>
          <TextField
            label={told.testTo}
            hint={told.testToHint}
            type="email"
            value={sendTo}
            onChange={(event) => setSendTo(event.target.value)}
          />
        </div>
        <div style={{ paddingTop: 20 }}>
          <Button held={test.isPending || !isServerGood(draft)} onClick={run}>
            {told.test}
          </Button>
        </div>
      </div>
      {test.isError && <Failure error={test.error} what={told.testFailed} onRetry={run} />}
      {test.data !== undefined && (
        <TrialSteps steps={test.data.steps} names={told.steps}>
          <p className="x mute">{test.data.ok ? told.testOk : told.testBad}</p>
        </TrialSteps>
      )}
    </div>
  )
}
