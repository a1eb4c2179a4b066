import type { PromiseFigures } from "../../ledger/trust-report.ts"
import type { Share } from "../../ledger/wilson.ts"
import { words } from "../words.ts"
import { Counted } from "./lines.tsx"
import type { ReportSearch } from "./period.ts"
import { NotEnough, isEnough } from "./rate.tsx"
import styles from "./report.module.css"

const told = words.report

/** The one headline figure, and the same by kind of promise: each with n and range, bars from 0. */
export function PromisesInTime({
  figures,
  deedName,
  search,
}: {
  figures: Pick<PromiseFigures, "inTime" | "inTimeShown" | "byDeed">
  deedName: (deed: string) => string
  search: ReportSearch
}) {
  const { inTime, inTimeShown, byDeed } = figures
  return (
    <section>
      <h2>
        {told.inTime} <small>{told.closedIn}</small>
      </h2>
      <p className={styles.big}>
        {isEnough(inTime) ? (
          <>
            <b>{told.percent(inTime.percent)}</b>
            <span>
              {told.range(inTime.low, inTime.high)},{" "}
              <Counted figure="outcome:in-time" count={inTime.count} search={search} /> of{" "}
              <Counted figure="closed" count={inTime.n} search={search} />
            </span>
          </>
        ) : (
          <NotEnough n={inTime.n} />
        )}
      </p>
      {isEnough(inTimeShown) && (
        <p className={styles.shown}>
          {told.shownBesides(inTimeShown.count, inTimeShown.percent, told.range(inTimeShown.low, inTimeShown.high))}
        </p>
      )}
      <table className={styles.kinds}>
        <thead>
          <tr>
            <th>{told.columns.kind}</th>
            <th>{told.columns.n}</th>
            <th>{told.columns.inTime}</th>
            <th>{told.columns.range}</th>
            <th aria-hidden="true">
              <span className={styles.scale}>
                <span>0</span>
                <span>50</span>
                <span>100&nbsp;%</span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {byDeed.map(({ deed, share }) => (
            <Kind key={deed} name={deedName(deed)} share={share} search={{ ...search, deed }} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Kind({ name, share, search }: { name: string; share: Share; search: ReportSearch }) {
  if (!isEnough(share)) {
    return (
      <tr>
        <td>{name}</td>
        <td>
          <Counted figure="closed" count={share.n} search={search} />
        </td>
        <td colSpan={3} className={styles.few}>
          <span className={styles.none}>{told.notEnough}</span>
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <td>{name}</td>
      <td>
        <Counted figure="closed" count={share.n} search={search} />
      </td>
      <td className={styles.value}>
        <Counted figure="outcome:in-time" count={share.count} search={search}>
          {told.percent(share.percent)}
        </Counted>
      </td>
      <td className="mute">{told.shortRange(share.low, share.high)}</td>
      <td>
        <div className={styles.range} role="img" aria-label={told.said(share.percent, share.low, share.high)}>
          <i style={{ left: `${share.low}%`, width: `${share.high - share.low}%` }} />
          <em style={{ left: `${share.percent}%` }} />
        </div>
      </td>
    </tr>
  )
}
