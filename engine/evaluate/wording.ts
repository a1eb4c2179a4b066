import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { ownWords, review, sentences } from "../src/index.ts"
import type { Channel, Finding } from "../src/index.ts"
import { readingIn } from "./reading.ts"
import { share } from "./intervals.ts"
import type { Figure } from "./intervals.ts"
import { isIn, rowsOf, textIn } from "./rows.ts"
import type { Half } from "./rows.ts"

/** A wording finding with what it points at, for reading one by one. */
export type Marked = { readonly set: string; readonly rule: string; readonly words: string; readonly text: string }

const PRESSING = new Set(["Scarcity", "Urgency", "Social Proof"])

/** Recall of any `pressure/` finding on the texts whose category presses by scarcity, urgency or social proof. */
export function pressureRecall(
  folder: string,
  half: Half | null,
): { readonly figure: Figure; readonly misses: readonly string[] } {
  const rows = rowsOf(folder, "pressure_dev").filter(
    (row) => PRESSING.has(textIn(row, "Pattern Category")) && isIn(half, textIn(row, "page_id")),
  )
  const missed = rows.filter(
    (row) => !findingsIn(textIn(row, "text"), "mail").some(({ rule }) => rule.startsWith("pressure/")),
  )
  return {
    figure: share(rows.length - missed.length, rows.length),
    misses: missed.map((row) => `${textIn(row, "Pattern Category")}: ${textIn(row, "text")}`),
  }
}

const ORDINARY: readonly (readonly [set: string, channel: Channel])[] = [
  ["ordinary_replies_dev", "chat"],
  ["ordinary_calls_dev", "call"],
  ["mail_promises_dev", "mail"],
]

/** Wording findings where nothing misleads, as a share of the sentences: all of them count as false until defended. */
export function falseAlarms(folder: string): { readonly figure: Figure; readonly found: readonly Marked[] } {
  const found: Marked[] = []
  let count = 0
  for (const [set, channel] of ORDINARY) {
    for (const row of rowsOf(folder, set)) {
      const text = textIn(row, "text")
      count += sentences(text, [{ start: 0, end: text.length }]).length
      found.push(...marked(set, text, channel))
    }
  }
  return { figure: share(found.length, count), found }
}

/** Shop texts that press nobody, and what is found in them all the same. */
export function calmShopTexts(
  folder: string,
  half: Half | null,
): { readonly figure: Figure; readonly found: readonly Marked[] } {
  const rows = rowsOf(folder, "pressure_dev").filter(
    (row) => row["label"] === "0" && isIn(half, textIn(row, "page_id")),
  )
  const found = rows
    .map((row) => marked("pressure_dev", textIn(row, "text"), "mail"))
    .filter((marks) => marks.length > 0)
  return { figure: share(found.length, rows.length), found: found.flat() }
}

/** Findings in the two policies, as a share of their sentences. */
export function policyAlarms(folder: string): { readonly figure: Figure; readonly found: readonly Marked[] } {
  const found: Marked[] = []
  let count = 0
  for (const name of ["airline_policy.md", "retail_policy.md"]) {
    if (!existsSync(join(folder, name))) continue
    const text = readFileSync(join(folder, name), "utf8")
    count += sentences(text, ownWords(text)).length
    found.push(...marked(name, text, "policy"))
  }
  return { figure: share(found.length, count), found }
}

/** What is found in the handbook that in places tells staff to deceive. */
export function handbookFindings(folder: string): readonly Marked[] {
  const path = join(folder, "handbook_guidelines.json")
  if (!existsSync(path)) return []
  const handbook: unknown = JSON.parse(readFileSync(path, "utf8"))
  return [...new Set(textsIn(handbook))].flatMap((text) => marked("handbook", text, "policy"))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value]
  if (typeof value !== "object" || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function marked(set: string, text: string, channel: Channel): readonly Marked[] {
  return findingsIn(text, channel).map(({ rule, start, end }) => ({
    set,
    rule,
    words: text.slice(start, end),
    text: text.slice(Math.max(0, start - 60), end + 60),
  }))
}

/** All families but `promise/`, in a member's words. */
function findingsIn(text: string, channel: Channel): readonly Finding[] {
  const { findings } = review({ text, channel, now: "2026-03-04T10:00:00Z" }, READING)
  return findings.filter(({ rule }) => !rule.startsWith("promise/"))
}

const READING = readingIn("UTC")

/** The figures of the wording rules, by name. */
export function wordingFigures(folder: string, half: Half | null): Readonly<Record<string, Figure>> {
  const handbook = handbookFindings(folder)
  return {
    "pressure_dev recall (scarcity, urgency, social proof)": pressureRecall(folder, half).figure,
    "pressure_dev calm texts with a finding": calmShopTexts(folder, half).figure,
    "ordinary sentences with a wording finding": falseAlarms(folder).figure,
    "policies, sentences with a finding": policyAlarms(folder).figure,
    "handbook findings": { value: handbook.length, low: handbook.length, high: handbook.length, n: handbook.length },
  }
}
