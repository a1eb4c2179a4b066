import type { readOrder } from "../../contract/orders.ts"
import { useNow } from "../edge.tsx"
import type { AnswerOf } from "../api.ts"
import { dateIn, dayAndMonth, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./after-sale.module.css"

const told = words.afterSale

export type Order = AnswerOf<typeof readOrder>["order"]

const SOON_DAYS = 2 // then the last day is said in ink

/** The customer's clock, as it stands: the same that they see on their page. */
export function WindowLine({ order: { window, zone, country } }: { order: Order }) {
  const day = useDayText(zone)
  switch (window.state) {
    case "none":
      return <span className="mute">{told.window.none(window.exception)}</span>
    case "no-rule":
      return <span className="mute">{told.window["no-rule"](country)}</span>
    case "not-begun":
      return <>{told.window["not-begun"](window.days)}</>
    case "open":
      return (
        <>
          <span className={window.daysLeft <= SOON_DAYS ? styles.soon : undefined}>
            {told.window.open(window.daysLeft)}
          </span>{" "}
          <span className="mute">{told.window.until(day(window.until))}</span>
        </>
      )
    case "ended":
      return <span className="mute">{told.window.ended(day(window.until))}</span>
    default:
      return window satisfies never
  }
}

export function OutcomeLine({ order: { check, checkAt, zone } }: { order: Order }) {
  const day = useDayText(zone)
  if (check === null)
    return <span className="mute">{checkAt === null ? told.notAsked : told.willAsk(day(checkAt))}</span>
  if (check.problem !== null) return <span className="ochre">{told.askFailed}</span>
  if (check.answer === null) return <span className="mute">{told.asked(day(check.askedAt))}</span>
  return (
    <>
      <b>{told.outcomes[check.answer]}</b>
      {check.words !== null && <span className={styles.said}>“{check.words}”</span>}
    </>
  )
}

/** "19 Nov", in this zone; the year when it is not this one. */
export function useDayText(zone: string): (at: string) => string {
  const now = useNow()
  const today = dateIn(now, zone)
  return (at) => {
    const instant = instantOf(at)
    return instant === null ? "" : dayAndMonth(dateIn(instant, zone), today)
  }
}

/** A day of the calendar: "2026-11-19" as "19 Nov". */
export function usePlainDayText(zone: string): (day: string) => string {
  const today = dateIn(useNow(), zone)
  return (day) => dayAndMonth(Temporal.PlainDate.from(day), today)
}

export function nameOf({ number, product }: Pick<Order, "number" | "product">): string {
  if (product === null) return told.erased
  return number === null ? product : `${product}, ${number}`
}
