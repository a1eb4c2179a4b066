import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as source from "../src/index.ts"
import type { ReviewInput } from "../src/index.ts"
import { bundledEngine } from "./bundled-engine.ts"
import { sizeOf } from "./size.ts"

const calendar = source.standardCalendar("Europe/London")
const examples = source.rules.flatMap(({ finds, leaves }) => [...finds, ...leaves]).map(inputOf)

function inputOf(example: source.Example): ReviewInput {
  return { now: "2026-03-04T10:00:00Z", ...(typeof example === "string" ? { text: example } : example) }
}

function told({ review }: Pick<typeof source, "review">, input: ReviewInput): string {
  return JSON.stringify(review(input, { calendar }))
}

describe("the engine bundled for browsers", () => {
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-bundle-"))
  let modules: ReadonlyMap<string, string> = new Map()
  let engine: typeof source
  let facts: typeof source

  beforeAll(async () => {
    modules = await bundledEngine()
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }')
    for (const [name, code] of modules) writeFileSync(join(folder, name), code)
    const loaded = (name: string) => import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href)
    engine = await loaded("engine.js")
    facts = await loaded("facts.js")
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test("reads every rule's examples as the source does, and carries none of them", () => {
    const differently = examples.filter((input) => told(engine, input) !== told(source, input)) // as text: they are thousands
    expect(differently).toEqual([])
    expect(engine.rules.map(({ id }) => id)).toEqual(source.rules.map(({ id }) => id))
    expect(engine.rules.flatMap(({ finds, leaves }) => [...finds, ...leaves])).toEqual([])
  })

  test("compares with a fact book that was made ready by the module of facts", () => {
    const book: source.FactBook = {
      currency: "EUR",
      facts: [
        {
          id: "f1",
          subject: "Kestrel",
          attribute: "price",
          type: "money",
          value: 90,
          unit: "EUR",
          statement: "The Kestrel costs EUR 90.",
        },
      ],
    }
    const read = engine.review({ text: "The Kestrel costs 80 euros." }, { calendar, facts: facts.compileFacts(book) })
    expect(read.claims).toEqual([expect.objectContaining({ verdict: "contradicted", factId: "f1" })])
    expect(engine).not.toHaveProperty("compileFacts")
  })

  test("is at most 120 kB over the line", () => expect(sizeOf(modules).gzip).toBeLessThanOrEqual(120_000))
})
