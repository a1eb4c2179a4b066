import { readFile } from "node:fs/promises"
import { hostileMails } from "../desk/test/hostile-mails.ts"
import { deliver } from "../desk/test/mail-server.ts"
import { writeMailSettings } from "../desk/src/contract/mail-settings.ts"
import { listConversations } from "../desk/src/contract/conversations.ts"
import { startDesk } from "./servers/desk.ts"
import { setUpDesk } from "./servers/member.ts"

const SHOP = "help@harbour.test"
const ROSA = "rosa@customers.test"
const MORE_MEMORY_MAX = 256 // MB
const MB = 1024 * 1024

export type HostileReport = {
  readonly mails: number
  /** How much more memory the server process had at its most than before the first mail, in MB. */
  readonly moreMemory: number
  readonly slowest: string
  readonly problems: readonly string[]
}

/** Sends every hostile mail in full size to a desk of its own, each followed by an ordinary one; measures its memory. */
export async function hostileAndMeasure(): Promise<HostileReport> {
  const problems: string[] = []
  const desk = await startDesk()
  try {
    const member = await setUpDesk(desk.url)
    await member.call(writeMailSettings, { body: { fromName: "Harbour", addresses: [SHOP], server: null } })
    await deliver(desk.smtpPort, { from: ROSA, to: [SHOP], raw: ordinary("warm") })
    const memory = await watchMemory(desk.pid)
    const mails = hostileMails(1)
    let slowest = { name: "", seconds: 0 }
    for (const [number, { name, raw }] of mails.entries()) {
      const began = performance.now()
      const answer = await deliver(desk.smtpPort, { from: ROSA, to: [SHOP], raw })
      const seconds = (performance.now() - began) / 1_000
      if (seconds > slowest.seconds) slowest = { name, seconds }
      if (!answer.startsWith("250")) problems.push(`${name}: ${answer}`)
      const next = await deliver(desk.smtpPort, { from: ROSA, to: [SHOP], raw: ordinary(`after ${number}`) })
      if (!next.startsWith("250")) problems.push(`after ${name}: ${next}`)
    }
    const moreMemory = Math.round((await memory.most()) / MB)
    if (moreMemory > MORE_MEMORY_MAX) problems.push(`${moreMemory} MB more memory, at most ${MORE_MEMORY_MAX}`)
    const { items } = await member.call(listConversations, { query: { filter: "all", limit: 100 } })
    if (items.length < mails.length) problems.push(`${items.length} conversations of ${mails.length} mails at least`)
    return { mails: mails.length, moreMemory, slowest: `${slowest.name}: ${slowest.seconds.toFixed(1)} s`, problems }
  } finally {
    await desk.stop()
  }
}

function ordinary(id: string): string {
  return `From: Rosa <${ROSA}>\nTo: ${SHOP}\nMessage-ID: <${id.replaceAll(" ", "-")}@rosa>\nSubject: ${id}\n\nAn ordinary mail, ${id}.\n`
}

const LOOK_MS = 20

/** Looks often at how much memory a process has: its own record of the most would hold what it needed to start. */
async function watchMemory(pid: number): Promise<{ most: () => Promise<number> }> {
  const before = await memoryOf(pid)
  let most = before
  const look = async () => {
    most = Math.max(most, await memoryOf(pid))
  }
  const timer = setInterval(() => void look().catch(() => {}), LOOK_MS)
  return {
    most: async () => {
      clearInterval(timer)
      await look()
      return most - before
    },
  }
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8")
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024
}
