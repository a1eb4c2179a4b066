// node engine/examples/bundle.ts: writes the engine with all rules beside this file, as typing.html loads it
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { bundledEngine } from "../bench/bundled-engine.ts"

for (const [name, code] of await bundledEngine()) {
  const file = fileURLToPath(new URL(name, import.meta.url))
  writeFileSync(file, code)
  console.log(`Written: ${file}`)
}
console.log("Serve this folder (python3 -m http.server) and open typing.html.")
