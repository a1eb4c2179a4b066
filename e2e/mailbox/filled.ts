import { chown, readdir, stat, utimes, writeFile } from "node:fs/promises"
import { join } from "node:path"

/** What lies in a Maildir before the desk reads it: the same at every call. */
export type Filling = { readonly mails: number; readonly shop: string; readonly until: Temporal.Instant }

const FLAGS = ["", "S", "RS", "FS"] // unseen, seen, answered, flagged: as somebody left them
const MINUTES_APART = 5
const LONG_LINES = 40 // of every twentieth mail, so that not all are short
const BODY = "The frame is fine, the bell rings, and the left pedal squeaks at every turn.\r\n"

/** Writes mails of many customers into the folder, four to a thread, each with the time at which it came. */
export async function fill(maildir: string, { mails, shop, until }: Filling): Promise<void> {
  const owner = await stat(maildir)
  const writeOne = async (number: number) => {
    const at = until.subtract({ minutes: MINUTES_APART * (mails - number) })
    const path = join(maildir, "cur", `${at.epochMilliseconds / 1_000}.${number}.harbour:2,${FLAGS[number % 4] ?? ""}`)
    await writeFile(path, mailOf(number, { mails, shop, until }, at))
    await chown(path, owner.uid, owner.gid)
    const seconds = at.epochMilliseconds / 1_000
    await utimes(path, seconds, seconds) // what dovecot says it came at
  }
  for (let from = 0; from < mails; from += 200)
    await Promise.all(Array.from({ length: Math.min(200, mails - from) }, (_, index) => writeOne(from + index)))
}

function mailOf(number: number, { mails, shop }: Filling, at: Temporal.Instant): string {
  const thread = Math.floor(number / 4)
  const customer = `customer-${thread % Math.ceil(mails / 12)}@customers.test`
  const earlier = number % 4 === 0 ? "" : `In-Reply-To: <mail-${number - 1}@customers.test>\r\n`
  const lines = number % 20 === 0 ? LONG_LINES * 20 : LONG_LINES
  return `From: Customer <${customer}>\r\nTo: ${shop}\r\nDate: ${new Date(at.epochMilliseconds).toUTCString()}\r\nMessage-ID: <mail-${number}@customers.test>\r\n${earlier}Subject: Thread ${thread}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThis is number ${number}.\r\n${BODY.repeat(lines)}`
}

/** Name (with its flags), size and time of everything in the folder: what was marked, moved, deleted or written is seen in it. */
export async function stateOf(maildir: string): Promise<ReadonlyMap<string, string>> {
  const state = new Map<string, string>()
  for (const folder of ["cur", "new", "tmp"]) {
    for (const name of await readdir(join(maildir, folder))) {
      const { size, mtimeMs } = await stat(join(maildir, folder, name))
      state.set(`${folder}/${name}`, `${size} ${mtimeMs}`)
    }
  }
  return state
}
