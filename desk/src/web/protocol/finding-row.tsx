import { withdrawAuditAcceptance } from "../../contract/audit.ts"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import { type Finding, useDayText } from "./audit-data.ts"
import styles from "./protocol.module.css"

const told = words.protocol

/** A finding in the line it stands on: what rule, why, what instead, and who answers for it. */
export function FindingRow({ finding, onAccept }: { finding: Finding; onAccept: () => void }) {
  const { member } = useHere()
  const { line, rule, severity, why, instead, standing } = finding
  const isOpen = standing === "open" || standing === "lapsed"
  return (
    <li className={styles.finding} data-open={isOpen || undefined}>
      <span className={styles.at}>{told.line(line)}</span>
      <div>
        <Context finding={finding} />
        <p className={styles.why}>
          <span className={styles.severity} data-severity={severity}>
            {told.severities[severity]}
          </span>{" "}
          <b>{rule}</b> {why}
        </p>
        {instead !== undefined && (
          <p className={styles.why}>
            {told.instead} {instead}
          </p>
        )}
        <Answer finding={finding} />
      </div>
      {isOpen && member.role !== "member" && (
        <Button small onClick={onAccept}>
          {told.accept}
        </Button>
      )}
    </li>
  )
}

/** What a reader sees around the words, with the words marked. */
function Context({ finding: { context, contextStart, contextEnd, severity } }: { finding: Finding }) {
  return (
    <p className={`q ${styles.context}`}>
      {context.slice(0, contextStart)}
      <mark data-severity={severity}>{context.slice(contextStart, contextEnd)}</mark>
      {context.slice(contextEnd)}
    </p>
  )
}

function Answer({ finding: { standing, acceptance, ignored } }: { finding: Finding }) {
  const { member } = useHere()
  const day = useDayText()
  const withdraw = useChange(withdrawAuditAcceptance)
  if (ignored !== undefined) return <Reason says={told.ignored} reason={ignored} />
  if (acceptance === null) return null
  const who = acceptance.by ?? told.nobody
  const until = day(acceptance.until)
  if (standing === "lapsed") return <p className={`${styles.why} ochre`}>{told.lapsed(who, until)}</p>
  return (
    <>
      <Reason says={told.acceptedBy(who, until)} reason={acceptance.reason} />
      {member.role !== "member" && (
        <p className={styles.why}>
          <TextButton onClick={() => withdraw.mutate({ params: { acceptanceId: acceptance.id } })}>
            {told.withdraw}
          </TextButton>
        </p>
      )}
      {withdraw.isError && <Failure error={withdraw.error} what={told.acceptance.failed} />}
    </>
  )
}

function Reason({ says, reason }: { says: string; reason: string }) {
  return (
    <p className={styles.why}>
      {says} <span className="q">“{reason}”</span>
    </p>
  )
}
