import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { packs, rules, rulesOf } from "aboveboard-engine"
import type { Author, Channel, Rule, Severity } from "aboveboard-engine"

import { parse } from "yaml"
import { isJsonObject } from "../read-input.ts"
import { readOwnRule } from "./own-rules.ts"

export type Config = {
  readonly rules: readonly Rule[]
  readonly severities: Readonly<Record<string, "off" | Severity>>
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly voices: readonly { readonly match: string; readonly channel?: Channel; readonly author?: Author }[]
  readonly allow: readonly string[]
}

export const STANDARD: Config = { rules, severities: {}, include: [], exclude: [], voices: [], allow: [] }

/** The configuration file of a folder or the nearest one above; null when there is none. */
export function configPath(from: string): string | null {
  const here = NAMES.map((name) => join(from, name)).find((path) => existsSync(path))
  const above = dirname(from)
  return here ?? (above === from ? null : configPath(above))
}

const NAMES = ["aboveboard.config.json", "aboveboard.config.yaml", "aboveboard.config.yml"]

/** Reads a configuration file. Fails with every mistake in it at once. */
export function readConfig(path: string): Config {
  const text = readFileSync(path, "utf8")
  let value: unknown
  try {
    value = path.endsWith(".json") ? JSON.parse(text) : parse(text)
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const problems: string[] = []
  const config = configOf(value ?? {}, problems)
  if (problems.length > 0) throw new Error(problems.map((problem) => `${path}: ${problem}`).join("\n"))
  return config
}

/** The rules of a team's own that a configuration file has, as they stand there, and every mistake in the file. */
export function ownRulesIn(text: string): { readonly rules: readonly unknown[]; readonly problems: readonly string[] } {
  const problems: string[] = []
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    return { rules: [], problems: [error instanceof Error ? error.message : String(error)] }
  }
  configOf(value ?? {}, problems)
  const rules = isJsonObject(value) ? listOf(value["rules"], "rules", []) : []
  return { rules, problems }
}

/** Reads what a configuration file says, and adds each mistake to `problems`. */
export function configOf(value: unknown, problems: string[]): Config {
  if (!isJsonObject(value)) {
    problems.push("the configuration is a list of settings with names")
    return STANDARD
  }
  for (const key of Object.keys(value))
    if (!SETTINGS.includes(key)) problems.push(`"${key}" is no setting; there are ${SETTINGS.join(", ")}`)
  const paths = isJsonObject(value["paths"]) ? value["paths"] : {}
  const own = listOf(value["rules"], "rules", problems).flatMap((each) => readOwnRule(each, problems))
  const named = textsOf(value["packs"], "packs", problems)
  for (const name of named)
    if (!packs.some((pack) => pack.name === name))
      problems.push(`no pack "${name}"; there are ${packs.map((pack) => pack.name).join(", ")}`)
  const chosen = [...(named.length === 0 ? rules : rulesOf(named)), ...own]
  return {
    rules: chosen,
    severities: severitiesOf(value["severities"], [...rules, ...own], problems),
    include: textsOf(paths["include"], "paths.include", problems),
    exclude: textsOf(paths["exclude"], "paths.exclude", problems),
    voices: listOf(paths["as"], "paths.as", problems).flatMap((each) => voiceOf(each, problems)),
    allow: textsOf(value["allow"], "allow", problems).map((words) => words.toLowerCase()),
  }
}

const SETTINGS: readonly string[] = ["packs", "severities", "paths", "allow", "rules"]
const SEVERITIES = ["off", "remark", "confirm", "hold"] as const
export const CHANNELS: readonly Channel[] = ["mail", "chat", "call", "note", "policy"]
const AUTHORS: readonly Author[] = ["member", "bot", "saved-reply"]

function severitiesOf(value: unknown, known: readonly Rule[], problems: string[]): Config["severities"] {
  if (value === undefined) return {}
  if (!isJsonObject(value)) {
    problems.push("severities: rule ids, each with off, remark, confirm or hold")
    return {}
  }
  const read: Record<string, "off" | Severity> = {}
  for (const [id, each] of Object.entries(value)) {
    const severity = SEVERITIES.find((name) => name === each)
    if (!known.some((rule) => rule.id === id)) problems.push(`severities: no rule "${id}"`)
    if (severity === undefined) problems.push(`severities: "${id}" is one of ${SEVERITIES.join(", ")}`)
    else read[id] = severity
  }
  return read
}

function voiceOf(value: unknown, problems: string[]): Config["voices"] {
  const match = isJsonObject(value) ? value["match"] : undefined
  if (!isJsonObject(value) || typeof match !== "string") {
    problems.push('paths.as: each has "match" (a glob), and "channel" or "author"')
    return []
  }
  const channel = CHANNELS.find((known) => known === value["channel"])
  const author = AUTHORS.find((known) => known === value["author"])
  if (value["channel"] !== undefined && channel === undefined)
    problems.push(`paths.as: "channel" is one of ${CHANNELS.join(", ")}`)
  if (value["author"] !== undefined && author === undefined)
    problems.push(`paths.as: "author" is one of ${AUTHORS.join(", ")}`)
  return [{ match, ...(channel === undefined ? {} : { channel }), ...(author === undefined ? {} : { author }) }]
}

function listOf(value: unknown, name: string, problems: string[]): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  problems.push(`${name} is a list`)
  return []
}

export function textsOf(value: unknown, name: string, problems: string[]): readonly string[] {
  const list = listOf(value, name, problems)
  if (list.some((each) => typeof each !== "string" || each.trim() === "")) problems.push(`${name} is a list of texts`)
  return list.filter((each): each is string => typeof each === "string" && each.trim() !== "")
}
