import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { exampleFailures, type Rule } from "aboveboard-engine"
import { configPath, readConfig, STANDARD } from "./check/config.ts"
import { fileOf, rulePage, rulesPage } from "./rule-pages.ts"
import type { World } from "./run-review.ts"

type Status = 0 | 1 | 2

/** `aboveboard explain RULE`: why it is there, what it rests on, what it finds and leaves. */
export async function explain(id: string | undefined, world: World): Promise<Status> {
  const rules = rulesHere()
  const rule = rules.find((each) => each.id === id)
  if (rule === undefined) {
    world.complain(
      id === undefined
        ? "Which rule? For instance: aboveboard explain pressure/scarcity"
        : `No rule "${id}". There are:\n${rules.map((each) => `  ${each.id}`).join("\n")}`,
    )
    return 2
  }
  await world.write(rulePage(rule))
  return 0
}

/** `aboveboard rules`: the list; `--write FOLDER` writes rules.md and a page for each rule there. */
export async function listRules(
  options: { readonly json: boolean; readonly folder?: string },
  world: World,
): Promise<Status> {
  if (options.folder !== undefined) {
    writePages(STANDARD.rules, options.folder)
    return 0
  }
  const listed = rulesHere().map(({ id, severity, why, instead, source, channels, authors }) => ({
    id,
    severity,
    why,
    instead,
    source,
    channels,
    authors,
  }))
  await world.write(
    options.json
      ? `${JSON.stringify(listed, null, 2)}\n`
      : listed.map(({ id, severity, why }) => `${id.padEnd(32)} ${severity.padEnd(8)} ${why}\n`).join(""),
  )
  return 0
}

function writePages(rules: readonly Rule[], folder: string): void {
  const pages = join(folder, "rules")
  mkdirSync(pages, { recursive: true })
  for (const name of readdirSync(pages)) if (name.endsWith(".md")) rmSync(join(pages, name))
  writeFileSync(join(folder, "rules.md"), rulesPage(rules))
  for (const rule of rules) writeFileSync(join(pages, fileOf(rule.id)), rulePage(rule))
}

/** `aboveboard test-rules`: tries every example of every rule, those of the workspace too. */
export async function testRules(world: World): Promise<Status> {
  const rules = rulesHere()
  const failures = rules.flatMap(exampleFailures)
  const examples = rules.reduce((sum, { finds, leaves }) => sum + finds.length + leaves.length, 0)
  await world.write(
    [...failures, `${rules.length} rules, ${examples} examples, ${failures.length} not as said.`, ""].join("\n"),
  )
  return failures.length === 0 ? 0 : 1
}

function rulesHere(): readonly Rule[] {
  const path = configPath(process.cwd())
  return path === null ? STANDARD.rules : readConfig(path).rules
}

/** `aboveboard init`: a first configuration, with every setting explained. Never writes over one that is there. */
export async function init(world: World): Promise<Status> {
  const path = "aboveboard.config.yaml"
  const known = configPath(process.cwd())
  if (known !== null && existsSync(known)) {
    world.complain(`There is one already: ${known}`)
    return 2
  }
  writeFileSync(path, FIRST_CONFIG)
  await world.write(`Wrote ${path}. Now: aboveboard check .\n`)
  return 0
}

const FIRST_CONFIG = `# Settings of the linter. Every one may be left out.

# Which rules: promises, honest-wording, protocol, eu-ucpd, uk-cap, us-ftc. All when left out.
# packs: [honest-wording, protocol]

# How severe: off, remark, confirm or hold.
severities:
  pressure/social-proof: remark

paths:
  exclude: ["CHANGELOG.md"]
  # Whose words a file holds, where its kind does not say so.
  as:
    - match: "macros/**"
      channel: mail
      author: saved-reply

# Words that are all right wherever they stand.
allow: []

# Rules of your own. The examples are tried each time the settings are read.
rules:
  - id: house/no-jargon
    why: Customers do not know our internal names.
    instead: Say what it is.
    severity: remark
    phrases: ["RMA ticket", "tier-2 queue"]
    finds: ["I moved it to the tier-2 queue."]
    leaves: ["I asked a colleague who knows these pumps."]
`
