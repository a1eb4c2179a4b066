import type { Severity } from "aboveboard-engine"

/** Why a finding does not count: somebody said so in the text or the configuration, or it is older than the baseline. */
export type Suppression = { readonly kind: "inline" | "allowed" | "baseline"; readonly reason: string }

/** A finding of the linter, at its place in a file. Lines and columns count from 1. */
export type FileFinding = {
  readonly path: string
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
  readonly suppressed?: Suppression
}

/** What a run of the linter saw. */
export type Report = {
  readonly findings: readonly FileFinding[]
  readonly files: number
  readonly unread: readonly { readonly path: string; readonly reason: string }[]
  /** Files in another language than English, left alone. */
  readonly foreign: readonly { readonly path: string; readonly language: string }[]
}

/** Those that count. */
export function counting(report: Report): readonly FileFinding[] {
  return report.findings.filter(({ suppressed }) => suppressed === undefined)
}

const RANK: Readonly<Record<Severity, number>> = { remark: 0, confirm: 1, hold: 2 }

/** Whether a finding is as severe as `least`, or more. */
export function reaches(severity: Severity, least: Severity): boolean {
  return RANK[severity] >= RANK[least]
}
