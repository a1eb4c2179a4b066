import type { Severity } from "aboveboard-engine"

/** What a team tells its members and its bots to do or to say. */
export const DOCUMENT_KINDS = ["policy", "script", "macro", "training", "prompt"] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A finding of the audit, at its place in a document. Lines and columns count from 1. */
export type AuditFinding = {
  /** Stands for rule and words: the same ones elsewhere in the document have it too. */
  readonly key: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly words: string
  /** What a reader sees around it, and where the words stand in that. */
  readonly context: string
  readonly contextStart: number
  readonly contextEnd: number
  readonly rule: string
  readonly severity: Severity
  readonly why: string
  readonly instead?: string
  /** The reason that the document itself gives for it, in place. */
  readonly ignored?: string
}

/** Somebody answers for a finding, until the end of a day. */
export type Acceptance = {
  readonly id: string
  readonly documentId: string
  readonly key: string
  readonly reason: string
  readonly until: string
  readonly by: string | null
  readonly at: string
}

/** `lapsed` was accepted until a day that has passed, and is open again. */
export type Standing = "open" | "lapsed" | "accepted" | "ignored"
export type JudgedFinding = AuditFinding & { readonly standing: Standing; readonly acceptance: Acceptance | null }

/** What stands of each finding on `day`, given what was accepted in this document. */
export function judged(
  findings: readonly AuditFinding[],
  acceptances: readonly Acceptance[],
  day: string,
): readonly JudgedFinding[] {
  return findings.map((finding) => {
    const acceptance = acceptances.find(({ key }) => key === finding.key) ?? null
    return { ...finding, acceptance, standing: standingOf(finding, acceptance, day) }
  })
}

function standingOf({ ignored }: AuditFinding, acceptance: Acceptance | null, day: string): Standing {
  if (ignored !== undefined) return "ignored"
  if (acceptance === null) return "open"
  return acceptance.until < day ? "lapsed" : "accepted"
}

/** Whether somebody has still to do something about it. */
export function isOpen({ standing }: JudgedFinding): boolean {
  return standing === "open" || standing === "lapsed"
}

export type Totals = Readonly<Record<Severity | "accepted", number>>

/** Open findings by severity, and those that somebody answers for, in the document itself or by an acceptance. */
export function totalsOf(findings: readonly JudgedFinding[]): Totals {
  const open = findings.filter(isOpen)
  const count = (severity: Severity) => open.filter((each) => each.severity === severity).length
  return {
    hold: count("hold"),
    confirm: count("confirm"),
    remark: count("remark"),
    accepted: findings.length - open.length,
  }
}

export type RuleLine = {
  readonly rule: string
  readonly severity: Severity
  readonly why: string
  readonly open: number
  readonly documents: number
}

/** Open findings by rule: most severe first, then most often. */
export function linesByRule(documents: readonly (readonly JudgedFinding[])[]): readonly RuleLine[] {
  const open = documents.flatMap((findings, document) =>
    findings.filter(isOpen).map((finding) => ({ ...finding, document })),
  )
  const lines = [...Map.groupBy(open, ({ rule }) => rule)].flatMap(([rule, found]) => {
    const [first] = found
    if (first === undefined) return []
    const { severity, why } = first
    return [{ rule, severity, why, open: found.length, documents: new Set(found.map(({ document }) => document)).size }]
  })
  return lines.toSorted((one, other) => RANK[other.severity] - RANK[one.severity] || other.open - one.open)
}

const RANK: Readonly<Record<Severity, number>> = { remark: 0, confirm: 1, hold: 2 }
