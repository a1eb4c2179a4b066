import { workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import { Counted, Line, Lines } from "./lines.tsx"
import type { ReportSearch } from "./period.ts"
import { NotEnough } from "./rate.tsx"
import styles from "./report.module.css"
import type { Report } from "./use-report.ts"

const told = words.report

const DAY = 480 // working minutes

/** How long promises took, open ones counted as waited for; and what was promised against what was done. */
export function UntilDone({ report, search }: { report: Report; search: ReportSearch }) {
  const { untilDone, promisedAndDone } = report
  return (
    <>
      <Lines title={told.untilDone}>
        <Line name={told.made}>
          <Counted figure="made:all" count={untilDone.n} search={search} />
        </Line>
        <Line name={told.madeOpen}>
          <Counted figure="made:open" count={untilDone.open} search={search} />
        </Line>
        {untilDone.within.map(({ minutes, share }) => (
          <Line key={minutes} name={told.within(minutes / DAY)}>
            {share === null ? (
              <NotEnough n={untilDone.n} />
            ) : (
              <>
                {told.percent(share.percent)} <span className="mute">{told.range(share.low, share.high)}</span>
              </>
            )}
          </Line>
        ))}
        {untilDone.n >= 10 && (
          <Line name={told.median}>{untilDone.median === null ? told.medianNone : workingText(untilDone.median)}</Line>
        )}
        {promisedAndDone.promised !== null && promisedAndDone.n >= 10 && (
          <>
            <Line name={told.promised}>
              {workingText(promisedAndDone.promised)} <span className="mute">{told.promisedOf(promisedAndDone.n)}</span>
            </Line>
            <Line name={told.done}>
              {workingText(promisedAndDone.done ?? 0)}{" "}
              <span className="mute">{told.promisedOf(promisedAndDone.n)}</span>
            </Line>
          </>
        )}
      </Lines>
      <p className={styles.aside}>{told.kaplanMeier}</p>
    </>
  )
}
