import { afterAll, beforeEach, expect, test } from "vitest"
import { workplace } from "../../test/workplace.ts"

const { run, check, found, write, fresh, remove } = workplace()
beforeEach(fresh)
afterAll(remove)

test("names file, line, column, words, why and what to do instead", () => {
  write("policy.md", "# Calls\n\nBe kind.\nIf they ask, **make up a reason** for the delay.\n")
  const { stdout, status } = check(["policy.md"])
  expect(stdout).toContain("policy.md:4:16  hold  protocol/invent-reason")
  expect(stdout).toContain('"make up a reason"')
  expect(stdout).toContain("Instead: Give the real reason")
  expect(status).toBe(1)
})

test("exits with 0 where nothing is found, and says how much was read", () => {
  write("policy.md", "Answer within a day. Say no when the answer is no, and say why.\n")
  expect(check(["."])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("0 findings (0 hold, 0 confirm, 0 remark) in 1 file."),
  })
})

test("--fail-on counts from a severity on; the rest is shown all the same", () => {
  write("offer.txt", "Hurry, only 3 left!\n")
  expect(check(["--fail-on", "confirm", "."])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("pressure/scarcity"),
  })
  expect(check(["--fail-on", "remark", "."]).status).toBe(1)
})

test("walks folders in the order of names, without what .gitignore leaves out", () => {
  for (const name of ["b/one.md", "a/two.md", "drafts/three.md", "build/four.md", "build/kept.md", "photo.png"])
    write(name, "Never say no.\n")
  write(".gitignore", "drafts/\nbuild/*\n!build/kept.md\n")
  expect(found(["."]).map(({ path }) => path)).toEqual(["a/two.md", "b/one.md", "build/kept.md"])
  expect(found(["drafts/three.md"])).toHaveLength(1)
})

test("leaves out what is explained in place, and counts it", () => {
  write(
    "a.md",
    "<!-- aboveboard-ignore protocol/never-say-no: quoted from the old handbook -->\nNever say no.\n\nNever say no.\n",
  )
  expect(found(["a.md"]).map(({ line, suppressed }) => [line, suppressed?.reason])).toEqual([
    [2, "quoted from the old handbook"],
    [4, undefined],
  ])
  expect(check(["a.md"]).stdout).toContain("1 suppressed")
})

test("an exception without a reason is none", () => {
  write("a.md", "<!-- aboveboard-ignore protocol/never-say-no -->\nNever say no.\n")
  expect(found(["a.md"]).map(({ rule, suppressed }) => [rule, suppressed])).toEqual([
    ["linter/ignore-without-reason", undefined],
    ["protocol/never-say-no", undefined],
  ])
})

test("with a baseline only new findings fail, wherever the old ones have moved", () => {
  write("a.md", "Never say no.\n")
  expect(check(["--baseline", "base.json", "."]).status).toBe(2)
  expect(check(["--baseline", "base.json", "--update-baseline", "."]).status).toBe(0)
  write("a.md", "A new first line.\n\nNever say no.\n")
  expect(check(["--baseline", "base.json", "."]).status).toBe(0)
  write("a.md", "Never say no.\n\nNever say no.\n")
  expect(check(["--baseline", "base.json", "."]).status).toBe(1)
})

test("the configuration chooses packs, severities, paths, voices, allowed words and own rules", () => {
  write("aboveboard.config.yaml", CONFIG)
  write("macros/late.txt", "We will send you a new pump.\n")
  write("script.md", "Never say no. The customer is always right. Call it a tier-2 queue. Hurry up!\n")
  write("old/script.md", "Never say no.\n")
  const seen = found(["."]).map(({ path, rule, severity, suppressed }) => [path, rule, severity, suppressed?.kind])
  expect(seen).toEqual([
    ["macros/late.txt", "promise/no-time", "confirm", undefined],
    ["script.md", "protocol/never-say-no", "remark", undefined],
    ["script.md", "protocol/customer-always-right", "confirm", "allowed"],
    ["script.md", "house/no-jargon", "hold", undefined],
  ])
})

const CONFIG = `
packs: [promises, protocol]
severities: { protocol/never-say-no: remark }
paths:
  exclude: ["old/**"]
  as: [{ match: "macros/**", channel: mail, author: saved-reply }]
allow: ["the customer is always right"]
rules:
  - id: house/no-jargon
    why: Customers do not know our internal names.
    severity: hold
    pattern: "tier-[0-9]+ queue"
    finds: ["I moved it to the tier-2 queue."]
    leaves: ["There is a queue at tier two."]
`

test("says every mistake in the configuration at once, wrong examples too", () => {
  write(
    "aboveboard.config.json",
    JSON.stringify({
      pack: [],
      severities: { "no/such": "remark" },
      rules: [
        { id: "house/x", why: "x", phrases: ["ninja"], finds: ["a pirate"], leaves: ["a ninja"] },
        { id: "house/y", why: "y", pattern: "(a", finds: ["a"], leaves: ["b"] },
      ],
    }),
  )
  const { stderr, status } = check(["."])
  for (const problem of [
    '"pack" is no setting',
    'no rule "no/such"',
    "house/x does not find: a pirate",
    "house/x does not leave: a ninja",
    'house/y: "pattern" is not understood',
  ])
    expect(stderr).toContain(problem)
  expect(status).toBe(2)
})

test("a pattern of the workspace takes linear time", () => {
  write(
    "aboveboard.config.json",
    JSON.stringify({ rules: [{ id: "house/slow", why: "x", pattern: "(a+)+b", finds: ["aab"], leaves: ["c"] }] }),
  )
  write("a.txt", `${"a".repeat(50_000)} the end of it.\n`)
  const start = performance.now()
  expect(check(["a.txt"]).status).toBe(0)
  expect(performance.now() - start).toBeLessThan(40_000) // otherwise it never ends
})

test("writes SARIF with suppressions, JUnit, GitHub commands, JSON lines and a page", () => {
  write(
    "a.md",
    "<!-- aboveboard-ignore protocol/never-say-no: old -->\nNever say no.\n\nMake up an excuse, 100% <b>safe</b>.\n",
  )
  const sarif: unknown = JSON.parse(check(["--format", "sarif", "a.md"]).stdout)
  expect(sarif).toMatchObject({
    version: "2.1.0",
    runs: [
      {
        results: [
          { ruleId: "protocol/never-say-no", suppressions: [{ kind: "inSource", justification: "old" }] },
          {
            ruleId: "protocol/invent-reason",
            level: "error",
            locations: [
              { physicalLocation: { artifactLocation: { uri: "a.md" }, region: { startLine: 4, startColumn: 1 } } },
            ],
          },
        ],
      },
    ],
  })
  expect(check(["--format", "junit", "a.md"]).stdout).toContain('tests="2" failures="1"')
  expect(check(["--format", "github", "a.md"]).stdout).toBe(
    '::error file=a.md,line=4,col=1,endLine=4,endColumn=18,title=protocol/invent-reason::"Make up an excuse": It tells staff to lie, and the customer acts on what is not so. Instead: Give the real reason, or say that you do not know it and who does.\n',
  )
  expect(check(["--format", "jsonl", "a.md"]).stdout.trim().split("\n")).toHaveLength(2)
  expect(check(["--format", "html", "a.md"]).stdout).toContain("<mark>Make up an excuse</mark>, 100% &lt;b&gt;safe")
})

test("says why it could not run", () => {
  expect(check(["nowhere"])).toMatchObject({ status: 2, stderr: expect.stringContaining("nowhere: no such file") })
  expect(check(["--format", "xml", "."])).toMatchObject({ status: 2 })
  expect(check([])).toMatchObject({ status: 2 })
})

test("init writes settings that can be read, once; test-rules and explain know the own rules", () => {
  expect(run(["init"]).status).toBe(0)
  expect(run(["init"]).status).toBe(2)
  expect(run(["test-rules"])).toMatchObject({ status: 0, stdout: expect.stringContaining("0 not as said") })
  expect(run(["explain", "house/no-jargon"]).stdout).toContain("Customers do not know our internal names.")
  expect(run(["explain", "no/such"]).status).toBe(2)
  expect(run(["rules"]).stdout).toContain("pressure/scarcity")
})
