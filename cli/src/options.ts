import { parseArgs } from "node:util"
import type { Severity } from "aboveboard-engine"
import { FORMATS } from "./check/run-check.ts"
import type { CheckOptions } from "./check/run-check.ts"
import type { ReviewOptions } from "./run-review.ts"

export const USAGE = `Usage: aboveboard COMMAND

  check PATH…       Finds wording that misleads, presses or tells staff to deceive, in Markdown, text, HTML, Word,
                    CSV, JSON and YAML of macros, mails; walks folders.
                    --format ${FORMATS.join("|")}  --fail-on remark|confirm|hold (remark)
                    --config FILE  --baseline FILE [--update-baseline]
                    Exit status: 0 nothing, 1 findings, 2 could not run.
  review [FILE|-]   Reads one JSON object a line ({"id", "text", "channel"?, "author"?, "previous"?, "now"?, "zone"?,
                    "scope"?}) and writes one review a line, in the same order.
                    --format jsonl|pretty  --facts FILE  --calendar FILE
                    Exit status: 0 every line was reviewed, 1 a line could not be read, 2 could not run.
  rules [--json]    Lists the rules. --write FOLDER writes them as pages.
  explain RULE      Why a rule is there, what it rests on, what it finds and leaves.
  test-rules        Tries the examples of all rules, your own too.
  init              Writes a first aboveboard.config.yaml.`

/** The options of `review`, or a sentence that says what is wrong with them. */
export function reviewOptions(args: readonly string[]): ReviewOptions | string {
  return understood(() => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string", default: "jsonl" },
        facts: { type: "string" },
        calendar: { type: "string" },
      },
    })
    const [file = "-", ...more] = positionals
    if (more.length > 0) return `One file at a time: "${more.join(" ")}" is too much.`
    if (values.format !== "jsonl" && values.format !== "pretty")
      return `--format is jsonl or pretty, not "${values.format}".`
    return {
      format: values.format,
      file,
      ...(values.facts === undefined ? {} : { facts: values.facts }),
      ...(values.calendar === undefined ? {} : { calendar: values.calendar }),
    }
  })
}

/** The options of `check`, or a sentence that says what is wrong with them. */
export function checkOptions(args: readonly string[]): CheckOptions | string {
  return understood(() => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string", default: "pretty" },
        "fail-on": { type: "string", default: "remark" },
        config: { type: "string" },
        baseline: { type: "string" },
        "update-baseline": { type: "boolean", default: false },
      },
    })
    const format = FORMATS.find((known) => known === values.format)
    if (format === undefined) return `--format is one of ${FORMATS.join(", ")}, not "${values.format}".`
    const failOn = SEVERITIES.find((known) => known === values["fail-on"])
    if (failOn === undefined) return `--fail-on is one of ${SEVERITIES.join(", ")}, not "${values["fail-on"]}".`
    if (positionals.length === 0) return "Which files or folders? For instance: aboveboard check ."
    if (values["update-baseline"] && values.baseline === undefined) return "--update-baseline needs --baseline FILE."
    return {
      paths: positionals,
      format,
      failOn,
      updateBaseline: values["update-baseline"],
      ...(values.config === undefined ? {} : { config: values.config }),
      ...(values.baseline === undefined ? {} : { baseline: values.baseline }),
    }
  })
}

const SEVERITIES: readonly Severity[] = ["remark", "confirm", "hold"]

/** The options of `rules`, or a sentence that says what is wrong with them. */
export function ruleListOptions(
  args: readonly string[],
): { readonly json: boolean; readonly folder?: string } | string {
  return understood(() => {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: "boolean", default: false }, write: { type: "string" } },
    })
    return { json: values.json, ...(values.write === undefined ? {} : { folder: values.write }) }
  })
}

function understood<Options>(read: () => Options | string): Options | string {
  try {
    return read()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
