import { packs } from "aboveboard-engine"
import type { Example, Rule } from "aboveboard-engine"

/** The list of all rules as Markdown: docs/rules.md. */
export function rulesPage(rules: readonly Rule[]): string {
  const families = Map.groupBy(rules, ({ id }) => id.slice(0, id.indexOf("/")))
  const parts = [...families].map(([family, members]) =>
    [`## ${family}/`, "", "| rule | severity | why |", "|---|---|---|", ...members.map(row), ""].join("\n"),
  )
  const listed = packs.map(({ name, about, rules: ids }) => `- \`${name}\` (${ids.length} rules): ${about}`)
  return [
    "# Rules",
    "",
    "Generated from the rules themselves: `aboveboard rules --write docs`. Each rule has a page with its reasons and examples. Nothing here is legal advice.",
    "",
    "Severities: `remark` can be dismissed with one key, `confirm` asks the sender to look, `hold` keeps a message back until it is changed or overridden with a reason.",
    "",
    "## Packs",
    "",
    ...listed,
    "",
    ...parts,
  ].join("\n")
}

function row({ id, severity, why }: Rule): string {
  return `| [\`${id}\`](rules/${fileOf(id)}) | ${severity} | ${why.replaceAll("|", "\\|")} |`
}

/** The file name of a rule's page. */
export function fileOf(id: string): string {
  return `${id.replace("/", "-")}.md`
}

/** One rule as Markdown, with its examples. */
export function rulePage(rule: Rule): string {
  const applies = [
    `- Severity: \`${rule.severity}\``,
    ...(rule.channels === undefined ? [] : [`- Only in: ${rule.channels.join(", ")}`]),
    ...(rule.authors === undefined ? [] : [`- Only for: ${rule.authors.join(", ")}`]),
    `- Packs: ${
      packs
        .filter((pack) => pack.rules.includes(rule.id))
        .map(({ name }) => name)
        .join(", ") || "none"
    }`,
    `- Rests on: ${rule.source}`,
  ]
  const instead = rule.instead === undefined ? [] : [`**Instead:** ${rule.instead}`, ""]
  return [
    `# ${rule.id}`,
    "",
    rule.why,
    "",
    ...instead,
    ...applies,
    "",
    "## Finds",
    "",
    ...rule.finds.map(item),
    "",
    "## Leaves alone",
    "",
    ...rule.leaves.map(item),
    "",
  ].join("\n")
}

function item(example: Example): string {
  const { text, channel, author, previous } = typeof example === "string" ? { text: example } : example
  const setting = [channel, author, previous === undefined ? undefined : `after "${previous}"`].filter(
    (each) => each !== undefined,
  )
  return `- ${text.replace(/\s*\n\s*/g, " ⏎ ").replace(/[<>*_`[\]|]/g, "\\$&")}${setting.length === 0 ? "" : ` (${setting.join(", ")})`}`
}
