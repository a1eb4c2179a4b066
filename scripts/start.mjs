// `npm start`: installs what is missing, builds the web app when its sources changed, and runs the desk on the Node that
// the project pins. Runs on Node 20 with no packages.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { ensurePackages } from "./setup/packages.mjs"
import { PINNED_NODE, ROOT } from "./setup/root.mjs"
import { ensureWebApp } from "./setup/web.mjs"

const SAME_SIGNAL_MS = 1000 // a terminal and npm both pass Ctrl C on; the desk hears of it once
const PARENT_LOOK_MS = 500
const say = (line) => console.log(line)

if (!(await ensurePackages(say))) stop("The packages could not be installed; npm says why above.")
if (!(await ensureWebApp(say))) stop("The web app could not be built; the reason is above.")
runDesk()

function runDesk() {
  const main = join(ROOT, "desk", "src", "server", "main.ts")
  if (!existsSync(main)) stop(`There is no ${main}.`)
  // In a group of its own, so that signals reach it through us alone; the channel tells it when we are killed.
  const desk = spawn(PINNED_NODE, ["--import", endsWithParent(), main, ...process.argv.slice(2)], {
    cwd: ROOT,
    detached: true,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  })
  passSignalsTo(desk)
  if (process.env.npm_lifecycle_event === "start") endWithNpm(desk)
  desk.on("error", (error) => stop(`The desk could not be started: ${error.message}`))
  desk.on("exit", endLike)
}

function endsWithParent() {
  return pathToFileURL(join(ROOT, "scripts", "setup", "ends-with-parent.mjs")).href
}

function passSignalsTo(desk) {
  const passed = new Map()
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      const now = Date.now()
      if (now - (passed.get(signal) ?? 0) < SAME_SIGNAL_MS) return
      passed.set(signal, now)
      desk.kill(signal)
    })
  }
}

/** Killed at once, npm takes nobody along. On its own, a start may well outlive the shell that it came from (nohup). */
function endWithNpm(desk) {
  const npm = process.ppid
  const look = () => {
    if (process.ppid !== npm) desk.kill("SIGTERM")
  }
  setInterval(look, PARENT_LOOK_MS).unref()
}

/** Our caller sees what became of the desk: its exit code, or the signal that ended it. */
function endLike(code, signal) {
  if (signal === null) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
