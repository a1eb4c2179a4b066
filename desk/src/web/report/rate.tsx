import type { Share } from "../../ledger/wilson.ts"
import { words } from "../words.ts"
import styles from "./report.module.css"

const told = words.report

const CASES_MIN = 10 // under it there is not enough record

/** A rate with its n and range, or that there is not enough record. */
export function Rate({ share }: { share: Share }) {
  if (share.n < CASES_MIN) return <NotEnough n={share.n} />
  return (
    <>
      {told.of(share.count, share.n)}{" "}
      <span className="mute">
        {told.percent(share.percent)}, {told.range(share.low, share.high)}
      </span>
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
