import { accessSync, chmodSync, constants, mkdirSync, readdirSync, rmSync, statfsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const MEMORY = "/dev/shm" // Linux; what lies there is memory
const FREE_MIN = 2 * 1024 ** 3 // bytes; the databases, mails and browsers of three journeys at once need some 600 MB
const NAME = "ab-tests-" // and the process it is of. Short: paths of sockets in it may not be longer than 107 bytes

/**
 * A folder for what tests make and throw away, in memory where there is room: each of some hundred databases is copied from a
 * seed, and copying 43 MB to a disk takes ten times as long. What an earlier run left, because it was ended, is removed.
 * @returns {{ folder: string, remove: () => void }}
 */
export function temporaryForTests() {
  const root = hasRoom() ? MEMORY : tmpdir()
  removeLeft(root)
  const folder = join(root, `${NAME}${process.pid}`)
  mkdirSync(folder)
  chmodSync(folder, 0o711) // PostgreSQL runs as another user, in a folder of its own inside
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function hasRoom() {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= FREE_MIN
  } catch {
    return false // a container may have 64 MB there, another system has no such folder
  }
}

function removeLeft(root) {
  for (const name of readdirSync(root)) {
    if (!name.startsWith(NAME) || isRunning(Number(name.slice(NAME.length)))) continue
    rmSync(join(root, name), { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}
