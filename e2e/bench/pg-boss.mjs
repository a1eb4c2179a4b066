// Run by pg-boss-lateness.ts, with the folder that pg-boss is installed in: prints how late each job's handler began.
import { createRequire } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const [, , folder, url, loadText] = process.argv
const { steps, everyMilliseconds } = JSON.parse(loadText)
const LEAD_MS = 5_000 // for making the jobs before the first is due
const TAIL_MS = 3_000

const path = createRequire(join(folder, "package.json")).resolve("pg-boss")
const { PgBoss } = await import(pathToFileURL(path).href)
const boss = new PgBoss(url)
boss.on("error", (error) => console.error(error.message))
await boss.start()
await boss.createQueue("due")
const start = Date.now() + LEAD_MS
const jobs = Array.from({ length: steps }, (_, index) => {
  const due = start + index * everyMilliseconds
  return { data: { due }, startAfter: new Date(due) }
})
await boss.insert("due", jobs)
const lateness = []
await boss.work("due", { pollingIntervalSeconds: 0.5, batchSize: 100 }, async (taken) => {
  const now = performance.timeOrigin + performance.now()
  for (const { data } of taken) lateness.push(now - data.due)
})
await new Promise((done) => setTimeout(done, start - Date.now() + steps * everyMilliseconds + TAIL_MS))
await boss.stop({ graceful: false })
console.log(JSON.stringify(lateness))
process.exit(0)
