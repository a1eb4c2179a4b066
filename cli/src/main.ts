import { runCheck } from "./check/run-check.ts"
import { checkOptions, reviewOptions, ruleListOptions, USAGE } from "./options.ts"
import { explain, init, listRules, testRules } from "./rule-commands.ts"
import { runReview } from "./run-review.ts"
import type { World } from "./run-review.ts"

/** The command line. Sets the exit status; never throws for what the caller did wrong. */
export async function main(args: readonly string[]): Promise<void> {
  process.stdout.on("error", leaveQuietly)
  const world: World = { now: () => Temporal.Now.instant().toString(), write, complain: (line) => console.error(line) }
  process.exitCode = await run(args, world)
}

async function run([command, ...rest]: readonly string[], world: World): Promise<0 | 1 | 2> {
  if (
    command === undefined ||
    rest.includes("--help") ||
    rest.includes("-h") ||
    command === "--help" ||
    command === "-h"
  )
    return usage(command, world)
  if (command === "review") return withOptions(reviewOptions(rest), world, runReview)
  if (command === "check") return withOptions(checkOptions(rest), world, runCheck)
  if (command === "rules") return withOptions(ruleListOptions(rest), world, listRules)
  if (command === "explain") return explain(rest[0], world)
  if (command === "test-rules") return testRules(world)
  if (command === "init") return init(world)
  world.complain(`Unknown command "${command}".\n\n${USAGE}`)
  return 2
}

async function usage(command: string | undefined, world: World): Promise<0 | 2> {
  if (command === undefined) {
    world.complain(USAGE)
    return 2
  }
  await world.write(`${USAGE}\n`)
  return 0
}

/** What could not be understood is a sentence. */
async function withOptions<Options extends object>(
  options: Options | string,
  world: World,
  go: (options: Options, world: World) => Promise<0 | 1 | 2>,
): Promise<0 | 1 | 2> {
  if (typeof options !== "string") return go(options, world)
  world.complain(`${options}\n\n${USAGE}`)
  return 2
}

/** The reader of our output has closed it ("| head"): there is nobody left to write for. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0)
  throw error
}

/** Resolves when the receiver is ready for more, so that a slow one never fills our memory. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve()
    else process.stdout.once("drain", resolve)
  })
}
