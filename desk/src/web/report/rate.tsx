import type { Share } from "../../ledger/wilson.ts"
import { words } from "../words.ts"
import { Counted } from "./lines.tsx"
import type { ReportSearch } from "./period.ts"
import styles from "./report.module.css"

const told = words.report

const CASES_MIN = 10 // under it there is not enough record

type RateProps = {
  readonly share: Share
  readonly figure: string
  readonly whole: string
  readonly search: ReportSearch
}

/** A rate with its n and range, or that there is not enough record; what it counts and its whole open their lists. */
export function Rate({ share, figure, whole, search }: RateProps) {
  return (
    <>
      <Counted figure={figure} count={share.count} search={search} /> {told.ofWhole}{" "}
      <Counted figure={whole} count={share.n} search={search} />{" "}
      {isEnough(share) ? (
        <span className={`mute ${styles.rate}`}>
          {told.percent(share.percent)}, {told.range(share.low, share.high)}
        </span>
      ) : (
        <span className={`${styles.none} ${styles.rate}`}>{told.notEnough}</span>
      )}
    </>
  )
}

/** A count that opens its list, with its share of a whole where that is enough. */
export function CountAndShare({ share, figure, search }: { share: Share; figure: string; search: ReportSearch }) {
  return (
    <>
      {isEnough(share) && (
        <span className="mute">
          {told.percent(share.percent)}, {told.range(share.low, share.high)}{" "}
        </span>
      )}
      <Counted figure={figure} count={share.count} search={search} />
    </>
  )
}

export function NotEnough({ n }: { n: number }) {
  return (
    <>
      <span className={styles.none}>{told.notEnough}</span> <span className="mute">{told.n(n)}</span>
    </>
  )
}

export function isEnough({ n }: { readonly n: number }): boolean {
  return n >= CASES_MIN
}
