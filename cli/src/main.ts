import { parseArgs } from "node:util"
import { runReview } from "./run-review.ts"
import type { ReviewOptions } from "./run-review.ts"

const USAGE = `Usage: aboveboard review [--format jsonl|pretty] [--facts FILE] [--calendar FILE] [FILE|-]

Reads one JSON object a line ({"id", "text", "channel"?, "author"?, "previous"?, "now"?, "zone"?, "scope"?}) from FILE
or standard input, and writes one review a line, in the same order.

Exit status: 0 every line was reviewed, 1 a line could not be read (it is named on standard error), 2 could not run.`

/** The command line: `aboveboard review`. Sets the exit status; never throws for what the caller did wrong. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on("error", leaveQuietly)
  const options = optionsIn(args)
  if (typeof options === "string") {
    console.error(options)
    process.exitCode = options === USAGE && args.some((arg) => arg === "--help" || arg === "-h") ? 0 : 2
    return
  }
  process.exitCode = await runReview(options, {
    now: () => Temporal.Now.instant().toString(),
    write,
    complain: (line) => console.error(line),
  })
}

/** The reader of our output has closed it ("| head"): there is nobody left to write for. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0)
  throw error
}

function optionsIn(args: readonly string[]): ReviewOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string", default: "jsonl" },
        facts: { type: "string" },
        calendar: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    })
    const [command, file = "-", ...more] = positionals
    if (values.help === true || command === undefined) return USAGE
    if (command !== "review") return `Unknown command "${command}".\n\n${USAGE}`
    if (more.length > 0) return `One file at a time: "${more.join(" ")}" is too much.\n\n${USAGE}`
    if (values.format !== "jsonl" && values.format !== "pretty")
      return `--format is jsonl or pretty, not "${values.format}".`
    return {
      format: values.format,
      file,
      ...(values.facts === undefined ? {} : { facts: values.facts }),
      ...(values.calendar === undefined ? {} : { calendar: values.calendar }),
    }
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`
  }
}

/** Resolves when the receiver is ready for more, so that a slow one never fills our memory. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve()
    else process.stdout.once("drain", resolve)
  })
}
