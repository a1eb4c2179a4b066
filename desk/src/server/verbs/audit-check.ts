import { checkAside, checkFile, keyOf, readFile, readTexts } from "aboveboard"
import { type OwnRule, type Policy, type Rule, rules } from "aboveboard-engine"
import { type Dismissed, comparableWords, softenedOn } from "../../ledger/claim.ts"
import { invalid } from "../../ledger/error.ts"
import type { AuditFinding, DocumentKind } from "../../ledger/protocol-audit.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { Desk } from "./desk.ts"

/** A document as it was handed in: pasted, or a file in base64. */
export type DocumentContent = { readonly text: string } | { readonly base64: string }

export const DOCUMENT_LENGTH_MAX = 400_000 // characters; a handbook of 150 pages

/**
 * The text of a document and how it is to be read again. `invalid` with the reason where it cannot be read. Of PDF and Word
 * the text is all that is kept.
 */
export async function readDocument(
  name: string,
  content: DocumentContent,
): Promise<{ readonly text: string; readonly format: string }> {
  const ending = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? "txt"
  const bytes = "text" in content ? Buffer.from(content.text) : Buffer.from(content.base64, "base64")
  const reading = await readTexts(`document.${ending}`, bytes)
  if ("unread" in reading) throw invalid(`The document could not be read: ${reading.unread}.`, "content")
  return kept(reading.source, ending)
}

function kept(source: string, ending: string): { readonly text: string; readonly format: string } {
  if (source.trim() === "") throw invalid("The document holds no text.", "content")
  if (source.length > DOCUMENT_LENGTH_MAX) {
    throw invalid(`The document has more than ${DOCUMENT_LENGTH_MAX} characters. Hand it in in parts.`, "content")
  }
  const text = source.replaceAll("\0", " ").toWellFormed()
  return { text, format: ending === "pdf" || ending === "docx" ? "txt" : ending }
}

/**
 * The text of what lies at an address. Of pages, too, the text is all that is kept: what a server puts into a page besides is
 * another each time. `invalid` with the reason where it cannot be read.
 */
export async function readFetched(
  ending: string,
  bytes: Buffer,
): Promise<{ readonly text: string; readonly format: string }> {
  if (ending !== "html") return readDocument(`document.${ending}`, { base64: bytes.toString("base64") })
  const reading = await readTexts("document.html", bytes)
  if ("unread" in reading) throw invalid(`The document could not be read: ${reading.unread}.`, "url")
  const texts = reading.texts.map((text) => text.replaceAll(/[^\S\n]+/g, " ").replaceAll(/\s*\n\s*/g, "\n\n"))
  return kept(texts.join("\n\n").trim(), "txt")
}

/** What a document is held against: the workspace's rules and, where it speaks to customers, its facts. */
export type Against = {
  readonly settings: WorkspaceSettings
  readonly rules: readonly Rule[]
  /** Those among them that the team wrote itself. */
  readonly ownRules: readonly OwnRule[]
  readonly facts: Pick<Policy, "facts" | "notThat"> | null
  /** Words in which a rule finds nothing here, because a member said so. */
  readonly dismissed: readonly Dismissed[]
}

/** That the book says nothing of it is no fault of a text. */
const NO_FACT_ASKED_FOR = { "claim/unsupported": "off" } as const

export type Found = { readonly findings: readonly AuditFinding[]; readonly language: string }

export type DocumentText = { readonly kind: DocumentKind; readonly format: string; readonly text: string }

const HERE_MAX = 20_000 // characters; held against the rules in some 30 ms, and a thread takes longer to begin

/** Whether it is checked in a thread of its own, so that requests do not wait for it. */
export function isLong({ text }: DocumentText): boolean {
  return text.length > HERE_MAX
}

/** What the rules find in a text that was read before. What is compared with facts is checked here: it is what members write. */
export async function findingsIn(desk: Desk, document: DocumentText, against: Against): Promise<Found> {
  const { kind } = document
  const voice = kind === "macro" ? ({ channel: "mail", author: "saved-reply" } as const) : {}
  const softened = softenedOn(against.settings.rules, kind === "macro" ? "mail" : "policy")
  const manner = { severities: { ...softened, ...NO_FACT_ASKED_FOR }, allow: [], now: desk.now().toString() }
  const isAside = isLong(document) && against.facts === null
  const checked = await (isAside ? checkedAside : checkedHere)(document, { manner, voice }, against)
  return checked === null ? { findings: [], language: "en" } : foundOf(checked, against)
}

type Checked = ReturnType<typeof checkFile>
type Reading = Pick<Parameters<typeof checkAside>[0], "manner" | "voice">

function checkedAside({ format, text }: DocumentText, how: Reading, { ownRules }: Against): Promise<Checked | null> {
  return checkAside({ ending: format, text, ...how, ownRules })
}

async function checkedHere(
  { format, text }: DocumentText,
  { manner, voice }: Reading,
  { rules: held, facts }: Against,
): Promise<Checked | null> {
  const reading = await readFile(`document.${format}`, Buffer.from(text))
  if ("unread" in reading) return null
  return checkFile("document", reading, { ...manner, rules: held, ...(facts === null ? {} : { facts }) }, voice)
}

function foundOf(checked: Checked, { dismissed }: Against): Found {
  const known = new Set(dismissed.map(({ rule, words }) => `${rule}\n${words}`))
  const standing = checked.findings.filter(({ rule, words }) => !known.has(`${rule}\n${comparableWords(words)}`))
  const findings = standing.map((finding): AuditFinding => {
    const { path: _path, suppressed, ...rest } = finding
    const ignored = suppressed === undefined ? {} : { ignored: suppressed.reason }
    return { ...rest, ...ignored, key: keyOf(finding) }
  })
  return { findings, language: checked.language }
}

/** Changes when a rule does, or when the workspace takes one otherwise: what was found before is found again. */
export function rulesStamp(
  desk: Desk,
  settings: WorkspaceSettings,
  { ownRules, facts }: { readonly ownRules: readonly OwnRule[]; readonly facts: string | null },
): string {
  return desk.digest(
    `${SHAPE}\n${engineStamp(desk)}\n${JSON.stringify(settings.rules)}\n${ownRules.length === 0 ? "" : JSON.stringify(ownRules)}${facts ?? ""}`,
  )
}

const SHAPE = 2 // of what is stored of a finding: with another one everything is found again

/** The rules by what they say and by their examples, which change with what they find. */
function engineStamp(desk: Desk): string {
  stamp ??= desk.digest(JSON.stringify(rules.map(said)))
  return stamp
}

let stamp: string | null = null

function said({ id, severity, why, source, finds, leaves, cues }: Rule): unknown {
  return { id, severity, why, source, finds, leaves, cues }
}
