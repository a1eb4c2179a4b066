import { Link } from "@tanstack/react-router"
import { useHere } from "../here.tsx"
import { words } from "../words.ts"
import { Line, Lines } from "./lines.tsx"
import { Rate } from "./rate.tsx"
import type { Report } from "./use-report.ts"

const told = words.report

/** What became of everybody who had been told what is no longer true. */
export function Corrections({ report: { corrections } }: { report: Report }) {
  const { runs, people, corrected, honoured, left, notYet } = corrections
  if (runs === 0) return null
  return (
    <Lines title={told.corrections} note={told.correctionsOf(runs, people)}>
      <Line name={told.corrected}>{corrected}</Line>
      <Line name={told.honoured}>{honoured}</Line>
      <Line name={told.left}>{left}</Line>
      <Line name={told.notYet}>{notYet}</Line>
    </Lines>
  )
}

/** What customers asked to undo, with what had been said before, and whether it helped. */
export function AfterTheSale({ report: { afterSale } }: { report: Report }) {
  const { slug } = useHere()
  if (afterSale.orders === 0 && afterSale.asked === 0) return null
  const answered = afterSale.yes + afterSale.partly + afterSale.no
  return (
    <>
      <Lines title={told.afterSale} note={told.ordersOf(afterSale.orders)}>
        <Line
          name={
            <Link to="/$slug/orders" params={{ slug }}>
              {told.undone}
            </Link>
          }
        >
          <Rate share={afterSale.undoneShare} />
        </Line>
        <Line name={told.recommended}>
          <Rate share={afterSale.recommendedShare} />
        </Line>
        <Line name={told.misled}>
          <Rate share={afterSale.misledShare} />
        </Line>
      </Lines>
      <Lines title={told.helpedTitle} note={told.askedOf(afterSale.asked, answered)}>
        <Line name={told.helped}>
          <Rate share={afterSale.helpedShare} />
        </Line>
        <Line name={told.partly}>{afterSale.partly}</Line>
        <Line name={told.no}>{afterSale.no}</Line>
      </Lines>
    </>
  )
}
