import { fileURLToPath } from "node:url"
import { build } from "vite"

/** The whole public engine as one minified module for browsers; the polyfill for those without Temporal is not in it. */
export async function bundledEngine(): Promise<string> {
  const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url))
  const made = await build({
    configFile: false,
    logLevel: "error",
    // As in an application: what Vite builds as a library keeps its blanks.
    build: {
      write: false,
      minify: true,
      target: "esnext",
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict", output: { format: "es" } },
    },
  })
  const outputs = Array.isArray(made) ? made : [made]
  const chunks = outputs.flatMap((each) => ("output" in each ? each.output : []))
  return chunks.map((chunk) => ("code" in chunk ? chunk.code : "")).join("\n")
}
