import { Link } from "@tanstack/react-router"
import { Mistake } from "../../ledger/error.ts"
import { useHere } from "../here.tsx"
import { Button } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { Failure, Notice } from "../ui/states.tsx"
import { words } from "../words.ts"
import type { ChosenFile } from "./chosen-file.ts"
import type { ImportView } from "./earlier-imports.tsx"
import { type RunState, isUnderWay, leaveImport, pauseImport, runImport } from "./import-run.ts"
import styles from "./imports.module.css"

const told = words.imports

/** What was read of the chosen file, and how far it is. */
export function ImportUnderWay({ run }: { run: RunState }) {
  if (run.phase === "none") return null
  if (run.phase === "reading") return <p role="status">{told.reading(run.name)}</p>
  if (run.phase === "unreadable") return <Unreadable name={run.name} error={run.error} />
  if (run.phase === "done") return <Done view={run.view} />
  return (
    <section className={styles.run} aria-label={told.title}>
      <p>
        <b>{run.file.name}</b>{" "}
        <span className="mute">{told.holds(run.file.kind, run.file.total, sizeText(run.file.size))}</span>
      </p>
      {run.phase === "chosen" ? (
        <Problems problems={run.file.problems} />
      ) : (
        <Progress file={run.file} view={run.view} />
      )}
      {run.phase === "stopped" && <Failure error={run.error} what={told.stopped} />}
      <Buttons run={run} />
      {isUnderWay() && <p className="mute x">{told.keepOpen}</p>}
    </section>
  )
}

function Unreadable({ name, error }: { name: string; error: unknown }) {
  if (!(error instanceof Mistake)) return <Failure error={error} what={told.unreadable(name)} />
  return <Notice title={told.unreadable(name)}>{error.message}</Notice>
}

type WithFile = Extract<RunState, { readonly file: ChosenFile }>

function Buttons({ run }: { run: WithFile }) {
  const { slug } = useHere()
  const start = () => void runImport(slug, (ms) => new Promise((resolve) => setTimeout(resolve, ms)))
  if (run.phase === "running" || run.phase === "pausing") {
    return (
      <div className={page.buttons}>
        <Button held={run.phase === "pausing"} onClick={pauseImport}>
          {run.phase === "pausing" ? told.pausing : told.pause}
        </Button>
      </div>
    )
  }
  return (
    <div className={page.buttons}>
      <Button kind="main" onClick={start}>
        {run.phase === "chosen" ? told.does(run.file.kind, run.file.total) : told.goOn}
      </Button>
      <Button kind="quiet" onClick={leaveImport}>
        {told.leave}
      </Button>
    </div>
  )
}

function Progress({ file, view }: { file: ChosenFile; view: ImportView | null }) {
  const done = view?.done ?? 0
  return (
    <div>
      <progress className={styles.bar} max={file.total} value={done} aria-label={told.progress} />
      <p className={page.number} role="status">
        {told.of(done, file.total)} {view !== null && <span className="mute">{told.counts(view)}</span>}
      </p>
    </div>
  )
}

function Done({ view }: { view: ImportView }) {
  const { slug } = useHere()
  return (
    <section className={styles.run} aria-label={told.title} role="status">
      <p>
        <b>{told.done(view.fileName)}</b> {told.counts(view)}
      </p>
      {view.proposed > 0 && (
        <p>
          <Link to="/$slug/proposals" params={{ slug }}>
            {told.proposed(view.proposed)}
          </Link>
        </p>
      )}
      <Problems problems={view.problems} />
    </section>
  )
}

const PROBLEMS_SHOWN = 8

function Problems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <div className={styles.problems}>
      <p>{told.problems(problems.length)}</p>
      <ul>
        {problems.slice(0, PROBLEMS_SHOWN).map((problem, index) => (
          <li key={index}>{problem}</li>
        ))}
      </ul>
      {problems.length > PROBLEMS_SHOWN && <p className="mute x">{told.more(problems.length - PROBLEMS_SHOWN)}</p>}
    </div>
  )
}

const MEGA = 1_000_000
const GIGA = 1_000_000_000

function sizeText(bytes: number): string {
  if (bytes < 1_000) return told.bytes(bytes)
  const [unit, name] = bytes >= GIGA ? [GIGA, "GB"] : bytes >= MEGA ? [MEGA, "MB"] : [1_000, "kB"]
  const size = bytes / Number(unit)
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${name}`
}
