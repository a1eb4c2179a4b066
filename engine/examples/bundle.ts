// node engine/examples/bundle.ts: writes the engine with all rules beside this file, as typing.html loads it
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { bundledEngine } from "../bench/bundled-engine.ts"

const file = fileURLToPath(new URL("engine.js", import.meta.url))
writeFileSync(file, await bundledEngine())
console.log(`Written: ${file}. Serve this folder (python3 -m http.server) and open typing.html.`)
