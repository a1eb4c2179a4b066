import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { bundledEngine } from "./bundled-engine.ts"
import { median } from "./measure.ts"

/** Bytes of the engine with all rules, bundled for the browser, and of what a fact book needs besides; milliseconds until it has read its first message in a fresh Node. */
export type Size = {
  readonly bytes: number
  readonly gzip: number
  readonly factsGzip: number
  readonly loadMilliseconds: number
  readonly readyMilliseconds: number
}

const STARTS = 9

export async function sizeAndStart(): Promise<Size> {
  const modules = await bundledEngine()
  const folder = mkdtempSync(join(tmpdir(), "aboveboard-bench-"))
  try {
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }')
    for (const [name, code] of modules) writeFileSync(join(folder, name), code)
    const file = join(folder, "engine.js")
    const starts = Array.from({ length: STARTS }, () => startOf(file))
    return {
      ...sizeOf(modules),
      loadMilliseconds: median(starts.map(({ load }) => load)),
      readyMilliseconds: median(starts.map(({ ready }) => ready)),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What `engine.js` is with what it shares, and what `facts.js` adds. */
export function sizeOf(modules: ReadonlyMap<string, string>): Pick<Size, "bytes" | "gzip" | "factsGzip"> {
  const sizes = [...modules]
    .filter(([name]) => ["core.js", "engine.js", "facts.js"].includes(name))
    .map(([name, code]) => {
      return { isFacts: name === "facts.js", bytes: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length }
    })
  const sum = (of: "bytes" | "gzip", isFacts: boolean) =>
    sizes.reduce((all, size) => all + (size.isFacts === isFacts ? size[of] : 0), 0)
  return { bytes: sum("bytes", false), gzip: sum("gzip", false), factsGzip: sum("gzip", true) }
}

function startOf(file: string): { readonly load: number; readonly ready: number } {
  const script = `const began = performance.now()
    const { review, standardCalendar } = await import(${JSON.stringify(file)})
    const load = performance.now() - began
    review({ text: "Someone will call you by Friday.", now: "2026-03-04T10:00:00Z" }, { calendar: standardCalendar("UTC") })
    console.log(JSON.stringify({ load, ready: performance.now() - began }))`
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" })
  if (stdout === "") throw new Error(`The bundled engine did not start: ${stderr}`)
  return JSON.parse(stdout) as { load: number; ready: number }
}
