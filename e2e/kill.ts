import { setTimeout as wait } from "node:timers/promises"
import { type Compared, compare } from "./faults/compare.ts"
import { beginWork } from "./faults/work.ts"
import { startDesk } from "./servers/desk.ts"
import { temporaryFolder } from "./servers/folder.ts"
import { setUpDesk } from "./servers/member.ts"
import { freePort } from "./servers/ports.ts"
import { startRelay } from "./servers/relay.ts"

export type KillReport = Compared & { readonly kills: number }

const ALIVE_MS_MAX = 1_500 // how long a desk lives between two kills at most

/**
 * Kills the desk at random moments while mail arrives, promises are made and kept, and answers are sent; everybody tries
 * again as a mail server or the web app would. Then looks whether everything acknowledged is there, once.
 */
export async function killAndCompare(options: {
  kills: number
  seed: number
  awaitMail: boolean
}): Promise<KillReport> {
  const folder = await temporaryFolder()
  const relay = await startRelay()
  const ports = { port: await freePort(), smtpPort: await freePort() }
  const chance = chanceOf(options.seed)
  const start = () => startDesk({ folder: folder.path, ...ports })
  let desk = await start()
  try {
    const member = await setUpDesk(desk.url)
    const work = await beginWork(member, relay, () => ports.smtpPort)
    for (let kill = 0; kill < options.kills; kill += 1) {
      await wait(Math.floor(chance() * ALIVE_MS_MAX))
      await desk.kill9()
      desk = await start()
    }
    await work.finish()
    return { kills: options.kills, ...(await compare(member, relay, work.done, options.awaitMail)) }
  } finally {
    await desk.stop()
    await relay.stop()
    await folder.remove()
  }
}

/** Mulberry32 (Tommy Ettinger, public domain): the same seed, the same moments. */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
