import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { compileFacts, factBookOf, review } from "../src/index.ts"
import type { CompiledFacts, FoundClaim, Review } from "../src/index.ts"
import { share } from "./intervals.ts"
import type { Figure } from "./intervals.ts"
import { readingIn } from "./reading.ts"
import { rowsOf, textIn } from "./rows.ts"
import type { Row } from "./rows.ts"

type Claim = { readonly start: number; readonly end: number; readonly verdict: string; readonly factId: string }

/** A message with its labels and what was found in it. */
export type FactRow = {
  readonly id: string
  readonly business: string
  readonly text: string
  readonly truth: readonly Claim[]
  readonly found: readonly FoundClaim[]
  /** Findings of the family `claim/`. */
  readonly marks: readonly string[]
}

/** Reads each reply of a set, or of one business in it, with its business's fact book, at noon of the day that the row gives. */
export function scoreFacts(folder: string, set: string, business?: string): readonly FactRow[] {
  const books = booksIn(join(folder, "facts"))
  return rowsOf(folder, set).flatMap((row) => {
    const facts = books.get(textIn(row, "business"))
    if (facts === undefined || (business !== undefined && textIn(row, "business") !== business)) return []
    const read = review(
      { text: textIn(row, "text"), now: `${textIn(row, "asOf")}T12:00:00Z`, zone: "UTC" },
      { ...readingIn("UTC"), facts },
    )
    return [factRow(row, read)]
  })
}

function booksIn(folder: string): ReadonlyMap<string, CompiledFacts> {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"))
  return new Map(
    files.map((name) => {
      const { book, problems } = factBookOf(JSON.parse(readFileSync(join(folder, name), "utf8")))
      if (problems.length > 0) console.error(`${name}: ${problems.join(" ")}`)
      return [name.replace(".json", ""), compileFacts(book)]
    }),
  )
}

function factRow(row: Row, { claims, findings }: Review): FactRow {
  const listed: readonly Claim[] = Array.isArray(row["claims"]) ? row["claims"] : []
  return {
    id: textIn(row, "id"),
    business: textIn(row, "business"),
    text: textIn(row, "text"),
    truth: listed,
    found: claims,
    marks: findings.filter(({ rule }) => rule.startsWith("claim/")).map(({ rule }) => rule),
  }
}

/** Precision and recall of each verdict, by overlap; the right fact; marks on messages that claim nothing. */
export function factFigures(rows: readonly FactRow[], name: string): Readonly<Record<string, Figure>> {
  const figures: Record<string, Figure> = {}
  for (const verdict of ["contradicted", "supported", "unsupported", "needs-evidence"]) {
    const found = rows.flatMap((row) =>
      row.found.filter((claim) => claim.verdict === verdict).map((claim) => isRight(row, claim)),
    )
    const truth = rows.flatMap((row) =>
      row.truth.filter((claim) => claim.verdict === verdict).map((claim) => isFound(row, claim)),
    )
    figures[`${name} ${verdict} precision`] = share(found.filter(Boolean).length, found.length)
    figures[`${name} ${verdict} recall`] = share(truth.filter(Boolean).length, truth.length)
  }
  const plain = rows.filter(({ truth }) => truth.length === 0)
  figures[`${name} marks on messages without claims`] = share(plain.filter(isMarked).length, plain.length)
  return figures
}

export function isMarked({ found, marks }: FactRow): boolean {
  return marks.length > 0 || found.length > 0
}

type Placed = { readonly start: number; readonly end: number; readonly verdict: string }

export function isRight({ truth }: FactRow, claim: Placed): boolean {
  return truth.some((each) => each.verdict === claim.verdict && overlaps(each, claim))
}

export function isFound({ found }: FactRow, claim: Placed): boolean {
  return found.some((each) => each.verdict === claim.verdict && overlaps(each, claim))
}

function overlaps(one: Placed, other: Placed): boolean {
  return one.start < other.end && other.start < one.end
}
