import { spawn } from "node:child_process"
import { delimiter } from "node:path"
import { ROOT } from "./root.mjs"

/**
 * Runs a program in the project's folder and waits for it. `quiet` keeps its words and gives them back as `output`;
 * otherwise they go to the terminal. Never throws: a program that cannot be started has the code 127.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, started?: (pid: number) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: ROOT,
      env: options.env ?? process.env,
      stdio: options.quiet === true ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    })
    let output = ""
    child.stdout?.on("data", (words) => (output += words))
    child.stderr?.on("data", (words) => (output += words))
    child.on("error", (error) => resolve({ code: 127, output: error.message }))
    child.on("close", (code) => resolve({ code: code ?? 1, output }))
    if (child.pid !== undefined) options.started?.(child.pid)
  })
}

/**
 * The environment without the folders that `npm run` puts in front of PATH: `node` and `npm` are then those of the
 * machine, not the ones that an installation is about to replace.
 */
export function machineEnvironment() {
  const folders = (process.env.PATH ?? "").split(delimiter)
  const own = folders.filter((folder) => !/node_modules[/\\]\.bin[/\\]?$|node-gyp-bin$/.test(folder))
  return { ...process.env, PATH: own.join(delimiter) }
}
