import { useState } from "react"
import { COMPARED_WORDS, comparedWith, measureText, measuredText, percentOf } from "../../ledger/standing-promise.ts"
import { useHere } from "../here.tsx"
import { useMomentText } from "../protocol/audit-data.ts"
import { TextButton } from "../ui/button.tsx"
import { words } from "../words.ts"
import { StandingDialog } from "./standing-dialog.tsx"
import type { Standing } from "./standing-part.tsx"
import { WithdrawDialog } from "./withdraw-dialog.tsx"
import styles from "./standing.module.css"

const told = words.standing

type Version = Standing["versions"][number]

/** One promise: its words, its limits, what the record shows, whom to turn to; and the texts before it. */
export function StandingRow({ standing }: { standing: Standing }) {
  const { member } = useHere()
  const at = useMomentText()
  const [dialog, setDialog] = useState<"change" | "withdraw" | null>(null)
  const [now, ...before] = standing.versions
  if (now === undefined) return null
  const close = () => setDialog(null)
  return (
    <li>
      <p className={`q ${styles.what}`}>“{now.what}”</p>
      <dl className={styles.facts}>
        <Fact name={told.limits} value={now.limits} />
        <dt>{told.measured}</dt>
        <dd>
          <Result version={now} />
        </dd>
        <Fact name={told.complain} value={now.complain} />
      </dl>
      <p className={styles.foot}>
        <span>{told.since(at(now.validFrom), now.by ?? told.somebody)}</span>
        {member.role === "admin" && (
          <>
            <TextButton onClick={() => setDialog("change")}>{told.change}</TextButton>
            <TextButton onClick={() => setDialog("withdraw")}>{told.withdraw}</TextButton>
          </>
        )}
      </p>
      {before.length > 0 && (
        <details className={styles.before}>
          <summary>{told.earlier(before.length)}</summary>
          {before.map((each) => (
            <div key={each.version}>
              <p className="q">“{each.what}”</p>
              <p className="mute">
                {told.heldUntil(at(each.validUntil ?? each.validFrom))}. {each.limits}
              </p>
              <Result version={each} />
            </div>
          ))}
        </details>
      )}
      {dialog === "change" && <StandingDialog known={{ ...now, id: standing.id }} onClose={close} />}
      {dialog === "withdraw" && <WithdrawDialog id={standing.id} what={now.what} onClose={close} />}
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  if (value === "") return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Result({ version: { measure, measured } }: { version: Version }) {
  const { settings } = useHere()
  const percent = percentOf(measure)
  const compared = measured.kind === "share" && percent !== null ? comparedWith(measured.share, percent) : null
  const deedName = (id: string) => settings.deeds.find((deed) => deed.id === id)?.name ?? id
  if (measured.kind === "none") return <p>{measureText(measure, deedName)}</p>
  return (
    <>
      <p>
        <b className={styles.figure}>{measuredText(measured, percent)}</b>{" "}
        {compared !== null && <span data-compared={compared}>{COMPARED_WORDS[compared]}</span>}
      </p>
      <p className="mute x">{measureText(measure, deedName)}</p>
    </>
  )
}
