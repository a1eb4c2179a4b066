import { useState } from "react"
import type { z } from "zod"
import { createCorrection, type listCorrections, readCorrection } from "../../contract/corrections.ts"
import { useNow } from "../edge.tsx"
import type { OpenFact } from "../facts/fact-data.ts"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Failure, Loading } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { CorrectionDialog } from "./correction-dialog.tsx"
import styles from "./corrections.module.css"
import { Progress } from "./progress.tsx"

const told = words.corrections
const SHOWN = 4 // of those to go; the others are in the dialog

type Run = z.output<typeof listCorrections.answer>["items"][number]

/** A correction run as it is seen below its fact: how far it is, who is next, and the way to their messages. */
export function CorrectionPart({ run }: { run: Run }) {
  const [isOpen, setOpen] = useState(false)
  const { zone } = useHere()
  const now = useNow()
  const read = useRead(readCorrection, { params: { runId: run.run.id } })
  const started = instantOf(run.run.startedAt)
  const closed = instantOf(run.run.closedAt)
  const waiting = (read.data?.people ?? []).filter(({ state }) => state === "told" || state === "held")
  useKeys("row", closed === null ? { m: { label: told.review.toLowerCase(), run: () => setOpen(true) } } : {})
  return (
    <section>
      <h2 className={styles.head}>
        {told.title(run.run.fromVersion, run.run.toVersion)}
        <span>
          {closed === null
            ? started !== null && told.started(run.run.startedBy ?? told.somebody, moment(started, { now, zone }))
            : told.finished(moment(closed, { now, zone }))}
        </span>
      </h2>
      <Progress run={run} />
      {read.isError && <Failure error={read.error} what={told.failed} />}
      {read.data === undefined && read.isPending && <Loading rows={2} />}
      <ul className={styles.lines}>
        {waiting.slice(0, SHOWN).map((person) => (
          <PersonLine key={person.customerId} person={person} />
        ))}
      </ul>
      {closed === null && (
        <p className={styles.acts}>
          <Button small kind="main" keys="M" onClick={() => setOpen(true)}>
            {run.run.previewedAt === null ? told.review : told.next}
          </Button>
          <span className="x mute">{told.each}</span>
        </p>
      )}
      {isOpen && read.data !== undefined && <CorrectionDialog view={read.data} onClose={() => setOpen(false)} />}
    </section>
  )
}

type Person = z.output<typeof readCorrection.answer>["people"][number]

function PersonLine({ person }: { person: Person }) {
  const { zone } = useHere()
  const now = useNow()
  const at = instantOf(person.toldAt)
  return (
    <li>
      <span>
        <b>{person.name ?? told.dialog.unknown}</b>{" "}
        <span className="mute">
          {at !== null && told.toldAt(moment(at, { now, zone }), person.toldBy ?? told.somebody)}
          {person.owes > 0 && ` · ${told.owes(person.owes)}`}
        </span>
      </span>
      <span className={person.state === "held" ? "ochre" : "mute"}>{told.states[person.state]}</span>
    </li>
  )
}

/** Where a fact has an earlier version that was told, and nobody has begun to tell them. */
export function StartCorrection({ fact }: { fact: OpenFact }) {
  const { member } = useHere()
  const start = useChange(createCorrection)
  const earlier = fact.versions.find((each) => each.approvedAt !== null && each.version < fact.current.version)
  if (earlier === undefined || member.role === "member" || fact.standing === "retired") return null
  const begin = () => start.mutate({ params: { factId: fact.id } })
  return (
    <div className={styles.start}>
      <Button small held={start.isPending} onClick={begin}>
        {told.start}
      </Button>
      <span className="x mute">{told.startHint(earlier.version)}</span>
      {start.isError && <Failure error={start.error} what={told.startFailed} />}
    </div>
  )
}
