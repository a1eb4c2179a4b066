// Loaded into the desk by `npm start`: when the process that started it is killed, the desk shuts down too instead of
// going on alone and holding the database.
import { isMainThread } from "node:worker_threads"

if (isMainThread && process.channel !== undefined) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"))
  process.channel.unref()
}
