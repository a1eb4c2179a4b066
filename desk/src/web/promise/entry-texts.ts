import type { z } from "zod"
import type { entry } from "../../contract/promises.ts"
import { type When, fullMoment, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"

type Entry = z.output<typeof entry>

export function entryName({ kind }: Entry): string {
  const names: Readonly<Record<string, string>> = words.record.entryKinds
  return names[kind] ?? kind
}

/** Words that somebody said or wrote with it; null when erased or none were said. */
export function entryWords({ texts }: Entry): string | null {
  return text(texts?.["words"]) ?? text(texts?.["note"])
}

/** What it set: a due time, an owner, what it waits on, what shows it. */
export function entryDetail({ body }: Entry, when: When, names: ReadonlyMap<string, string>): string {
  const until = instantOf(text(body["until"]))
  const owner = names.get(text(body["ownerId"]) ?? "")
  const parts = [
    until === null ? "" : `${words.fields.due.toLowerCase()} ${fullMoment(until, when)}`,
    owner === undefined ? "" : `${words.fields.owner.toLowerCase()} ${owner}`,
    waitingText(body),
    evidenceText(body),
  ]
  return parts.filter((part) => part !== "").join(" · ")
}

function waitingText(body: Record<string, unknown>): string {
  if (!("on" in body)) return ""
  const parties: Readonly<Record<string, string>> = words.today.waitingOn
  return parties[text(body["on"]) ?? ""] ?? words.today.us
}

function evidenceText(body: Record<string, unknown>): string {
  const kinds: Readonly<Record<string, string>> = words.record.evidence
  return kinds[text(body["kind"]) ?? ""] ?? ""
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}
