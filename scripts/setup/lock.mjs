import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs"
import { setTimeout as wait } from "node:timers/promises"

const LOOK_AGAIN_MS = 200

/**
 * Does `work` while no other process does work under the same lock file; waits for its turn. The lock of a process that
 * died is taken over. `hold` names a further process (a child) that keeps the lock alive should this one be killed.
 * @template T
 * @param {string} file
 * @param {(hold: (pid: number) => void) => Promise<T>} work
 * @param {() => void} [onWait]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  for (let turn = 0; !take(file); turn += 1) {
    if (turn === 0) onWait?.()
    await wait(LOOK_AGAIN_MS)
  }
  try {
    return await work((pid) => rewrite(file, `${nameOf(process.pid)}\n${nameOf(pid)}\n`))
  } finally {
    rmSync(file, { force: true })
  }
}

/** Linking a finished file is atomic: nobody ever reads a lock that is half written. */
function take(file) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, `${nameOf(process.pid)}\n`)
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if (error.code !== "EEXIST") throw error
    removeIfDead(file, mine)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

function rewrite(file, holders) {
  writeFileSync(`${file}.${process.pid}`, holders)
  renameSync(`${file}.${process.pid}`, file)
}

/** Moves a dead lock away, and puts it back if somebody else replaced it by a live one in between. */
function removeIfDead(file, mine) {
  const aside = `${mine}.aside`
  try {
    if (isAlive(readFileSync(file, "utf8"))) return
    renameSync(file, aside)
    if (isAlive(readFileSync(aside, "utf8"))) linkSync(aside, file)
    unlinkSync(aside)
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error
    rmSync(aside, { force: true })
  }
}

function isAlive(holders) {
  return holders
    .split("\n")
    .filter((line) => line !== "")
    .some((line) => nameOf(Number(line.split(" ")[0])) === line)
}

/** A pid and when it started, since pids are used again. Empty when there is no such process. */
function nameOf(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== "EPERM") return ""
  }
  return `${pid} ${startOf(pid)}`
}

function startOf(pid) {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "")
    return afterName.trim().split(" ")[19]
  } catch {
    return "" // not Linux: the pid alone has to do
  }
}
