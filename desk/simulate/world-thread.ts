import { parentPort } from "node:worker_threads"
import { type WorldOptions, runWorld } from "./world/world.ts"

parentPort?.on("message", (options: WorldOptions) => {
  void runWorld(options).then((report) => parentPort?.postMessage(report))
})
