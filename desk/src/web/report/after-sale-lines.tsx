import { words } from "../words.ts"
import { Counted, Line, Lines } from "./lines.tsx"
import { type ReportSearch, unfiltered } from "./period.ts"
import { Rate } from "./rate.tsx"
import type { Report } from "./use-report.ts"

const told = words.report

type Props = { readonly report: Report; readonly search: ReportSearch }

/** What became of everybody who had been told what is no longer true. */
export function Corrections({ report: { corrections }, search }: Props) {
  const { runs, people, corrected, honoured, left, notYet } = corrections
  if (runs === 0) return null
  const lines = { corrected, honoured, left, "not-yet": notYet } as const
  return (
    <Lines title={told.corrections} note={unfiltered(search, told.correctionsOf(runs))}>
      {(["corrected", "honoured", "left", "not-yet"] as const).map((name) => (
        <Line key={name} name={told.cases[`corrections:${name}`]}>
          <Counted figure={`corrections:${name}`} count={lines[name]} search={search} />
        </Line>
      ))}
      <Line name={told.cases["corrections:all"]} isTotal>
        <Counted figure="corrections:all" count={people} search={search} />
      </Line>
    </Lines>
  )
}

/** What customers asked to undo, with what had been said before, and whether it helped. */
export function AfterTheSale({ report: { afterSale }, search }: Props) {
  if (afterSale.orders === 0 && afterSale.asked === 0) return null
  return (
    <>
      <Lines title={told.afterSale} note={unfiltered(search)}>
        <Line name={told.cases["orders:all"]}>
          <Counted figure="orders:all" count={afterSale.orders} search={search} />
        </Line>
        <Line name={told.undone}>
          <Rate share={afterSale.undoneShare} figure="orders:undone" whole="orders:all" search={search} />
        </Line>
        <Line name={told.recommended}>
          <Rate
            share={afterSale.recommendedShare}
            figure="orders:recommended-undone"
            whole="orders:recommended"
            search={search}
          />
        </Line>
        <Line name={told.misled}>
          <Rate share={afterSale.misledShare} figure="orders:misled-undone" whole="orders:misled" search={search} />
        </Line>
        <Line name={told.letDown}>
          <Rate
            share={afterSale.letDownShare}
            figure="orders:let-down-undone"
            whole="orders:let-down"
            search={search}
          />
        </Line>
      </Lines>
      <Helped title={told.helpedTitle} counts={afterSale} of="outcomes" search={search} />
    </>
  )
}

/** Whether our answers helped, where customers are asked. */
export function AnswersHelped({ report: { answers }, search }: Props) {
  return <Helped title={told.answersTitle} counts={answers} of="answers" search={search} />
}

type HelpedProps = {
  readonly title: string
  readonly counts: Report["answers"]
  readonly of: "outcomes" | "answers"
  readonly search: ReportSearch
}

/** What those answered who were asked; the share is of those who did, and nobody who says nothing is in it. */
function Helped({ title, counts, of, search }: HelpedProps) {
  if (counts.asked === 0) return null
  return (
    <Lines title={title} note={unfiltered(search, told.answeredOf(counts.helpedShare.n))}>
      <Line name={told.cases[`${of}:asked`]}>
        <Counted figure={`${of}:asked`} count={counts.asked} search={search} />
      </Line>
      <Line name={told.helped}>
        <Rate share={counts.helpedShare} figure={`${of}:yes`} whole={`${of}:answered`} search={search} />
      </Line>
      <Line name={told.partly}>
        <Counted figure={`${of}:partly`} count={counts.partly} search={search} />
      </Line>
      <Line name={told.no}>
        <Counted figure={`${of}:no`} count={counts.no} search={search} />
      </Line>
    </Lines>
  )
}
