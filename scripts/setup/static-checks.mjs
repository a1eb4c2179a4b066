import { existsSync } from "node:fs"
import { join } from "node:path"
import { PINNED_NODE, ROOT } from "./root.mjs"
import { run } from "./run.mjs"

const TYPE_CHECKED = [
  "engine/tsconfig.json",
  "cli/tsconfig.json",
  "desk/tsconfig.pure.json",
  "desk/tsconfig.server.json",
  "desk/tsconfig.web.json",
  "tsconfig.tests.json",
]

/** What can be told without running the product: format, lint and types. `fix` says how to put it right. */
export function staticChecks() {
  const types = TYPE_CHECKED.filter((file) => existsSync(join(ROOT, file)))
  return [
    { name: "format", file: "node_modules/oxfmt/bin/oxfmt", parameters: ["--check"], fix: "npx oxfmt" },
    { name: "lint", file: "node_modules/oxlint/bin/oxlint", parameters: [] },
    ...types.map((file) => ({
      name: `types ${file}`,
      file: "node_modules/typescript/bin/tsc",
      parameters: ["-p", file],
    })),
  ]
}

/**
 * @param {{ name: string, file: string, parameters: readonly string[], fix?: string }} check
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} whether all is well; says what is not
 */
export async function runStaticCheck(check, say) {
  const { code, output } = await run(PINNED_NODE, [join(ROOT, check.file), ...check.parameters], { quiet: true })
  say(
    `${code === 0 ? "ok    " : "FAILED"} ${check.name}${code !== 0 && check.fix !== undefined ? ` (${check.fix})` : ""}`,
  )
  if (code !== 0) say(output.trimEnd())
  return code === 0
}
