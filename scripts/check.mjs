// Format, lint and types: what an editor would say, for everything at once. Runs on Node 20 with no packages.
import { ensurePackages } from "./setup/packages.mjs"
import { runStaticCheck, staticChecks } from "./setup/static-checks.mjs"

const say = (line) => console.log(line)
if (!(await ensurePackages(say))) process.exit(1)
let failed = 0
for (const check of staticChecks()) if (!(await runStaticCheck(check, say))) failed += 1
process.exitCode = failed === 0 ? 0 : 1
