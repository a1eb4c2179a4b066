import { fileURLToPath } from "node:url"
import { build } from "vite"

/** The whole public engine as one minified module for browsers; the polyfill for those without Temporal is not in it. */
export async function bundledEngine(): Promise<string> {
  const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url))
  const made = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: true, target: "esnext", lib: { entry, formats: ["es"], fileName: "engine" } },
  })
  const outputs = Array.isArray(made) ? made : [made]
  const chunks = outputs.flatMap((each) => ("output" in each ? each.output : []))
  return chunks.map((chunk) => ("code" in chunk ? chunk.code : "")).join("\n")
}
