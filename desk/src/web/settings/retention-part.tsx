import { useState } from "react"
import type { z } from "zod"
import { previewRetention, readRetention, writeRetention } from "../../contract/retention.ts"
import { RETENTION_KINDS, type RetentionKind } from "../../ledger/retention.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { TextField } from "../ui/field.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading, NotYet } from "../ui/states.tsx"
import { instantOf, longDay, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import { LegalHolds } from "./legal-holds.tsx"
import { isWholeNumber } from "./whole-number.ts"

const told = words.retention
const MONTHS_OFFERED = 24

type Retention = z.output<typeof readRetention.answer>

/** What is erased because of its age, what the rules did, and what must be kept. */
export function RetentionPart() {
  const read = useRead(readRetention)
  if (read.data === undefined) return <NotYet read={read} what={words.settings.failed} />
  const { rules, runs } = read.data
  return (
    <>
      <p className={page.hint}>{told.hint}</p>
      {RETENTION_KINDS.map((kind) => {
        const rule = rules.find((each) => each.kind === kind) ?? null
        return <RuleForm key={kind} kind={kind} rule={rule} />
      })}
      <LegalHolds />
      <Runs runs={runs} />
    </>
  )
}

type RuleProps = { readonly kind: RetentionKind; readonly rule: Retention["rules"][number] | null }

/** First what would go is seen; only then is there a button that switches it on, with that number. */
function RuleForm({ kind, rule }: RuleProps) {
  const write = useChange(writeRetention)
  const toast = useToast()
  const [typed, setTyped] = useState<string | null>(null)
  const [asked, setAsked] = useState<number | null>(null)
  const [isTried, setTried] = useState(false)
  const months = typed ?? String(rule?.months ?? MONTHS_OFFERED)
  const count = Number(months)
  const isGood = isWholeNumber(months, { min: 1, max: 600 })
  const save = (body: { months: number | null; count?: number }, onError = () => {}) =>
    write.mutate(
      { body: { kind, ...body } },
      {
        onError,
        onSuccess: () => {
          setTyped(null)
          setAsked(null)
          toast({ text: words.settings.saved })
        },
      },
    )
  return (
    <form
      noValidate
      className={page.form}
      style={{ marginTop: 24 }}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isGood) setAsked(count)
      }}
    >
      <div>
        <h2>{told.rules[kind]}</h2>
        <p className={page.hint}>{told.ruleHints[kind]}</p>
        <RuleState rule={rule} />
      </div>
      <div style={{ maxWidth: 260 }}>
        <TextField
          label={kind === "texts" ? told.months : told.monthsCustomers}
          inputMode="numeric"
          value={months}
          error={isTried && !isGood ? told.monthsBad : null}
          onChange={(event) => {
            setTyped(event.target.value)
            setAsked(null)
          }}
        />
      </div>
      {asked !== null && <Preview kind={kind} months={asked} busy={write.isPending} onSwitchOn={save} />}
      {write.isError && <Failure error={write.error} what={words.settings.saveFailed} />}
      <div className={page.row}>
        <Button type="submit" small>
          {told.preview}
        </Button>
        {rule !== null && (
          <Button kind="quiet" small held={write.isPending} onClick={() => save({ months: null })}>
            {told.switchOff}
          </Button>
        )}
      </div>
    </form>
  )
}

function RuleState({ rule }: Pick<RuleProps, "rule">) {
  const { zone } = useHere()
  const now = useNow()
  const next = instantOf(rule?.nextAt ?? null)
  if (rule === null || next === null) return <p className="mute">{told.off}</p>
  return (
    <p>
      <b>{told.on(rule.months, moment(next, { zone, now }))}</b>
    </p>
  )
}

type PreviewProps = {
  readonly kind: RetentionKind
  readonly months: number
  readonly busy: boolean
  /** `onError`: it may be another number by now. */
  readonly onSwitchOn: (body: { months: number; count: number }, onError: () => void) => void
}

function Preview({ kind, months, busy, onSwitchOn }: PreviewProps) {
  const { zone } = useHere()
  const read = useRead(previewRetention, { query: { kind, months } }, { keepPrevious: false })
  if (read.isError) return <Failure error={read.error} what={words.settings.failed} />
  if (read.data === undefined) return <Loading rows={1} />
  const { count, oldest, held } = read.data
  const day = instantOf(oldest)
  return (
    <div role="status" className={page.row}>
      <p className={page.grow}>
        {told.wouldErase[kind](count, day === null ? "" : longDay(day, zone))} {held > 0 && told.held(held)}
      </p>
      <Button kind="main" small held={busy} onClick={() => onSwitchOn({ months, count }, () => void read.refetch())}>
        {told.switchOn}
      </Button>
    </div>
  )
}

function Runs({ runs }: Pick<Retention, "runs">) {
  const { zone } = useHere()
  const now = useNow()
  const shown = (at: string) => {
    const instant = instantOf(at)
    return instant === null ? "" : moment(instant, { zone, now })
  }
  return (
    <section className={page.section} style={{ marginTop: 32 }}>
      <h2>{told.runs}</h2>
      {runs.length === 0 ? (
        <p className={page.hint}>{told.noRuns}</p>
      ) : (
        <table className={page.table}>
          <thead>
            <tr>
              <th>{told.columns.at}</th>
              <th>{told.columns.kind}</th>
              <th>{told.columns.months}</th>
              <th>{told.columns.erased}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <td>
                  {shown(run.beganAt)} {run.endedAt === null && told.going}
                </td>
                <td data-label={told.columns.kind}>{told.kinds[run.kind]}</td>
                <td data-label={told.columns.months}>{told.ofMonths(run.months)}</td>
                <td data-label={told.columns.erased}>{run.erased}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
