import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const BIN = fileURLToPath(new URL("../bin/aboveboard.mjs", import.meta.url))

export type Found = {
  path: string
  line: number
  column: number
  rule: string
  severity: string
  words: string
  suppressed?: { kind: string; reason: string }
}
type Outcome = { readonly stdout: string; readonly stderr: string; readonly status: number | null }

/** A folder of its own for each test, and the command line in it. */
export function workplace() {
  const root = mkdtempSync(join(tmpdir(), "aboveboard-check-"))
  const place = { folder: root }
  let count = 0
  function run(args: readonly string[]): Outcome {
    return spawnSync(process.execPath, [BIN, ...args], { cwd: place.folder, encoding: "utf8" })
  }
  function check(args: readonly string[]): Outcome {
    return run(["check", ...args])
  }
  return {
    run,
    check,
    found: (args: readonly string[]): readonly Found[] => {
      const parsed: { findings: Found[] } = JSON.parse(check(["--format", "json", ...args]).stdout)
      return parsed.findings
    },
    write: (name: string, content: string | Uint8Array): void => {
      const path = join(place.folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
    },
    fresh: (): void => {
      place.folder = join(root, String(count++))
      mkdirSync(place.folder)
    },
    remove: (): void => rmSync(root, { recursive: true }),
  }
}
