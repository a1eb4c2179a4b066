import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, relative, resolve } from "node:path"
import type { Severity } from "aboveboard-engine"
import { readFile } from "../reading/read-file.ts"
import type { World } from "../run-review.ts"
import { baselineOf, readBaseline, withBaseline } from "./baseline.ts"
import { checkFile } from "./check-file.ts"
import type { Voice } from "./check-file.ts"
import { configPath, readConfig, STANDARD } from "./config.ts"
import type { Config } from "./config.ts"
import { counting, reaches } from "./finding.ts"
import type { FileFinding, Report } from "./finding.ts"
import { githubReport } from "./formats/github-report.ts"
import { htmlReport } from "./formats/html-report.ts"
import { jsonLines, jsonReport } from "./formats/json-report.ts"
import { junitReport } from "./formats/junit-report.ts"
import { prettyReport } from "./formats/pretty-report.ts"
import { sarifReport } from "./formats/sarif-report.ts"
import { globOf } from "./gitignore.ts"
import { filesIn } from "./walk.ts"

export const FORMATS = ["pretty", "json", "jsonl", "sarif", "github", "junit", "html"] as const
export type Format = (typeof FORMATS)[number]

export type CheckOptions = {
  readonly paths: readonly string[]
  readonly format: Format
  readonly failOn: Severity
  readonly config?: string
  readonly baseline?: string
  readonly updateBaseline: boolean
}

/**
 * Checks files and writes the report. Resolves to the exit status: 1 with findings that count, 2 when it could
 * not run, or could not read a file that was asked for by its name.
 */
export async function runCheck(options: CheckOptions, world: World): Promise<0 | 1 | 2> {
  try {
    const folder = process.cwd()
    const path = options.config ?? configPath(folder)
    const config = path === null ? STANDARD : readConfig(path)
    const report = settled(await checkAll(options.paths, folder, config, world.now()), options)
    await world.write(shown(report, options, config))
    if (counting(report).some(({ severity }) => reaches(severity, options.failOn))) return 1
    return report.unread.some(({ path: each }) => options.paths.includes(each)) ? 2 : 0
  } catch (error) {
    world.complain(error instanceof Error ? error.message : String(error))
    return 2
  }
}

async function checkAll(paths: readonly string[], folder: string, config: Config, now: string): Promise<Report> {
  const findings: FileFinding[] = []
  const unread: Report["unread"][number][] = []
  const foreign: Report["foreign"][number][] = []
  const files = filesIn(paths, folder, config)
  const voices = config.voices.map((voice) => ({ ...voice, matches: globOf(voice.match) }))
  for (const path of files) {
    const reading = await readFile(path, readFileSync(path))
    if ("unread" in reading) {
      unread.push({ path, reason: reading.unread })
      continue
    }
    const name = relative(folder, resolve(folder, path)).replaceAll("\\", "/")
    const voice: Voice = voices.find(({ matches }) => matches(name)) ?? {}
    const checked = checkFile(path, reading, { ...config, now }, voice)
    if (checked.language !== "en") foreign.push({ path, language: checked.language })
    findings.push(...checked.findings)
  }
  return { findings, files: files.length - unread.length, unread, foreign }
}

/** With what the baseline knows marked; writes the baseline where that is asked for. */
function settled(report: Report, { baseline, updateBaseline }: CheckOptions): Report {
  if (baseline === undefined) return report
  if (updateBaseline) {
    if (!existsSync(dirname(baseline))) throw new Error(`${baseline}: no such folder`)
    writeFileSync(baseline, baselineOf(counting(report)))
  }
  if (!existsSync(baseline)) throw new Error(`${baseline}: no such file; write it with --update-baseline`)
  try {
    return { ...report, findings: withBaseline(report.findings, readBaseline(readFileSync(baseline, "utf8"))) }
  } catch (error) {
    throw new Error(`${baseline}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function shown(report: Report, { format, failOn }: CheckOptions, config: Config): string {
  if (format === "json") return jsonReport(report)
  if (format === "jsonl") return jsonLines(report)
  if (format === "sarif") return sarifReport(report, config.rules)
  if (format === "github") return githubReport(report)
  if (format === "junit") return junitReport(report, failOn)
  if (format === "html") return htmlReport(report)
  return (format satisfies "pretty") ? prettyReport(report) : ""
}
