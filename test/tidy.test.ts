import { describe, expect, test } from "vitest"
import { wrongImports } from "./tidy/direction.ts"
import { poorNames, tooLong, unwantedSyntax } from "./tidy/form.ts"
import { looksTooEarly } from "./tidy/journeys.ts"
import { rolesLeftToTheDoor } from "./tidy/roles.ts"
import { type Source, type Violation, allPaths, readSources, told } from "./tidy/source.ts"
import { clocksAndDice, environmentReads, straySql } from "./tidy/surroundings.ts"

const sources = readSources()

describe("the project", () => {
  test("is there to be read", () => expect(sources.length).toBeGreaterThan(20))
  test("imports in the agreed directions only", () => expectNone(wrongImports))
  test("knows the time and draws at random in its entry points only", () => expectNone(clocksAndDice))
  test("reads the environment in one file", () => expectNone(environmentReads))
  test("has SQL in one folder", () => expectNone(straySql))
  test("asks for the role in the verbs of leads and admins, too", () => expectEmpty(rolesLeftToTheDoor(sources)))
  test("has short files and functions", () => expectNone(tooLong))
  test("does without enums, namespaces, default exports and asserted types", () => expectNone(unwantedSyntax))
  test("waits in its journeys for what it expects", () => expectNone(looksTooEarly))
  test("has names that say what is inside", () => expectEmpty(allPaths().flatMap(poorNames)))
})

function expectNone(rule: (source: Source) => readonly Violation[]): void {
  expectEmpty(sources.flatMap(rule))
}

function expectEmpty(violations: readonly Violation[]): void {
  expect(violations.map(told)).toEqual([])
}
