// After `npm pack`: package.json is as it was, and what was built is gone.
import { existsSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"

const folder = process.cwd()
if (existsSync(join(folder, "package.json.source")))
  renameSync(join(folder, "package.json.source"), join(folder, "package.json"))
rmSync(join(folder, "dist"), { recursive: true, force: true })
rmSync(join(folder, "LICENSE"), { force: true })
