import { runWorld } from "./world/world.ts"

const started = performance.now()
const report = await runWorld({ seed: 1, days: 30, promisesADay: 40 })
console.log(report, ((performance.now() - started) / 1000).toFixed(1), "s")
