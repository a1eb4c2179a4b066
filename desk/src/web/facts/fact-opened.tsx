import { Link } from "@tanstack/react-router"
import { listCorrections } from "../../contract/corrections.ts"
import { readFact } from "../../contract/facts.ts"
import { CorrectionPart, StartCorrection } from "../corrections/correction-part.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import { type Fact, shownScope } from "./fact-data.ts"
import type { FactDialog } from "./fact-dialogs.tsx"
import { FactTold } from "./fact-told.tsx"
import { FactVersions } from "./fact-versions.tsx"
import styles from "./facts.module.css"
import { useFactActs } from "./use-fact-acts.ts"

const told = words.facts.open

/** A fact with its versions, what can be done with it, and who was told. */
export function FactOpened({
  fact,
  today,
  onDialog,
}: {
  fact: Fact
  today: string
  onDialog: (dialog: FactDialog) => void
}) {
  const read = useRead(readFact, { params: { factId: fact.id } })
  const runs = useRead(listCorrections, { query: { factId: fact.id } }).data?.items ?? []
  if (read.data === undefined) {
    return (
      <div className={styles.opened}>
        {read.isError ? <Failure error={read.error} what={words.facts.failed} /> : <Loading rows={2} />}
      </div>
    )
  }
  return (
    <div className={styles.opened}>
      <section>
        <h2>{told.versions}</h2>
        <FactVersions fact={read.data} today={today} />
        <About fact={read.data} />
        <Acts fact={fact} onDialog={onDialog} />
      </section>
      <div>
        {runs.map((run) => (
          <CorrectionPart key={run.run.id} run={run} />
        ))}
        {!runs.some(({ run }) => run.closedAt === null) && <StartCorrection fact={read.data} />}
        <FactTold fact={read.data} />
      </div>
    </div>
  )
}

function About({ fact }: { fact: Fact }) {
  const { slug } = useHere()
  const { current } = fact
  return (
    <div className={styles.about}>
      <p className="q">{current.statement}</p>
      {current.aliases.length > 0 && <p>{told.aliases(current.aliases.join(", "))}</p>}
      {Object.keys(current.scope).length > 0 && <p>{told.scope(shownScope(current.scope))}</p>}
      {current.evidence !== null && <p>{told.evidence(current.evidence)}</p>}
      {fact.confirmDays !== null && <p>{told.every(fact.confirmDays)}</p>}
      {fact.conflicts.length > 0 && (
        <p className={styles.conflicts}>
          {told.conflicts(fact.conflicts.length)}{" "}
          {fact.conflicts.map((id, index) => (
            <Link key={id} to="/$slug/facts" params={{ slug }} search={{ filter: "conflicting", fact: id }}>
              {index + 1}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}

function Acts({ fact, onDialog }: { fact: Fact; onDialog: (dialog: FactDialog) => void }) {
  const acts = useFactActs(fact)
  return (
    <>
      <p className={styles.acts}>
        {acts.canConfirm && (
          <Button small keys="C" held={acts.busy} onClick={acts.confirm}>
            {told.confirm}
          </Button>
        )}
        {fact.standing !== "retired" && (
          <Button small keys="V" onClick={() => onDialog({ kind: "version", fact })}>
            {told.newVersion}
          </Button>
        )}
        {acts.canDecide && fact.waiting > 0 && (
          <>
            <Button small keys="Y" held={acts.busy} onClick={acts.approve}>
              {told.approve}
            </Button>
            <Button small held={acts.busy} onClick={acts.decline}>
              {told.decline}
            </Button>
          </>
        )}
        {acts.canDecide && fact.standing !== "retired" && (
          <Button small kind="quiet" held={acts.busy} onClick={acts.retire}>
            {told.retire}
          </Button>
        )}
      </p>
      {acts.error !== null && <Failure error={acts.error} what={told.notDone} />}
    </>
  )
}
