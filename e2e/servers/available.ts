import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"

/** Whether a program can be started on this machine. What is missing is named by `npm test`, and its tests are skipped. */
export function isInstalled(program: "chromium" | "dovecot" | "nginx" | "swaks"): boolean {
  return pathOf(program) !== undefined
}

/** Where the program is. Debian keeps some outside the PATH of ordinary users. */
export function pathOf(program: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"]
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
}
