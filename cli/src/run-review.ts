import { createReadStream } from "node:fs"
import { access, readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { compileFacts, factBookOf, review, standardCalendar } from "aboveboard-engine"
import type { Calendar, CompiledFacts, Review } from "aboveboard-engine"
import { isJsonObject, readCalendar, readInput } from "./read-input.ts"
import type { CalendarWishes, Line } from "./read-input.ts"
import { pretty } from "./pretty.ts"
import { readingPolicy } from "./reading-policy.ts"

export type ReviewOptions = {
  readonly format: "jsonl" | "pretty"
  readonly file: string
  readonly facts?: string
  readonly calendar?: string
}

/** What the command touches of the world. */
export type World = {
  readonly now: () => string
  readonly write: (text: string) => Promise<void>
  readonly complain: (line: string) => void
}

/** Reviews line by line. Resolves to the exit status: 1 when a line could not be read, 2 when a file could not. */
export async function runReview(options: ReviewOptions, world: World): Promise<0 | 1 | 2> {
  try {
    const wishes = options.calendar === undefined ? {} : readCalendar(await jsonIn(options.calendar))
    const facts = options.facts === undefined ? undefined : await factsIn(options.facts)
    return await reviewLines(options, wishes, facts, world)
  } catch (error) {
    world.complain(error instanceof Error ? error.message : String(error))
    return 2
  }
}

async function factsIn(path: string): Promise<CompiledFacts> {
  const { book, problems } = factBookOf(await jsonIn(path))
  if (problems.length > 0) throw new Error(problems.map((problem) => `${path}: ${problem}`).join("\n"))
  return compileFacts(book)
}

async function jsonIn(path: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(path, "utf8")
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!isJsonObject(value)) throw new Error(`${path}: not a JSON object`)
  return value
}

const CHUNK_LENGTH = 64_000 // characters; enough lines at once that writing costs little

async function reviewLines(
  options: ReviewOptions,
  wishes: CalendarWishes,
  facts: CompiledFacts | undefined,
  world: World,
): Promise<0 | 1> {
  if (options.file !== "-") await access(options.file)
  const lines = createInterface({
    input: options.file === "-" ? process.stdin : createReadStream(options.file),
    crlfDelay: Infinity,
  })
  let status: 0 | 1 = 0
  let number = 0
  let waiting = ""
  for await (const line of lines) {
    number++
    if (line.trim() === "") continue
    const read = readInput(line)
    if (typeof read === "string") {
      world.complain(`line ${number}: ${read}`)
      status = 1
      continue
    }
    waiting += shown(read, reviewed(read, wishes, facts, world), options.format)
    if (waiting.length > CHUNK_LENGTH || options.file === "-") {
      await world.write(waiting)
      waiting = ""
    }
  }
  await world.write(waiting)
  return status
}

function reviewed(line: Line, wishes: CalendarWishes, facts: CompiledFacts | undefined, world: World): Review {
  const zone = line.input.zone ?? "UTC"
  const calendar: Calendar = { ...standardCalendar(zone), ...wishes }
  const policy = readingPolicy(calendar)
  return review({ now: world.now(), ...line.input, zone }, facts === undefined ? policy : { ...policy, facts })
}

function shown(line: Line, outcome: Review, format: ReviewOptions["format"]): string {
  return format === "jsonl" ? `${JSON.stringify({ id: line.id, ...outcome })}\n` : pretty(line, outcome)
}
