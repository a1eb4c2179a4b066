import { useSearch } from "@tanstack/react-router"
import { CASE_FIGURES } from "../../ledger/report-figure.ts"
import { BehindCases } from "./behind-cases.tsx"
import { BehindPromises } from "./behind-promises.tsx"

/** The list behind one figure of the report. */
export function FigurePage() {
  const { figure, ...search } = useSearch({ from: "/$slug/report/promises" })
  const ofCases = CASE_FIGURES.find((each) => each === figure)
  return ofCases === undefined ? (
    <BehindPromises figure={figure} search={search} />
  ) : (
    <BehindCases figure={ofCases} search={search} />
  )
}
