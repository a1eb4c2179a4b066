import type { Actor, Desk } from "../verbs/desk.ts"
import { type ImportMail, type Imported, putMails, takeIn } from "../verbs/import-mails.ts"
import { readMail } from "./read-mail.ts"
import type { MboxPlace } from "../../ledger/mbox.ts"
import { type Mbox, openMbox } from "./read-mbox.ts"

const BATCH = 500 // mails in one transaction: a crash costs so many at most, and they are then taken in again
const BATCH_SIZE_MAX = 32 * 1024 * 1024 // bytes of mails in one transaction

export type ImportProgress = Imported & { readonly done: number; readonly of: number }

/** Takes in an mbox file, batch by batch, the oldest first. Stopped in the middle it goes on when it is run again. */
export async function importMbox(
  desk: Desk,
  actor: Actor,
  path: string,
  tell: (progress: ImportProgress) => void,
): Promise<ImportProgress> {
  const mbox = await openMbox(path)
  let progress: ImportProgress = { taken: 0, again: 0, left: 0, proposed: 0, done: 0, of: mbox.places.length }
  // The next batch is read and put on disk while the database works on this one.
  const read = (places: readonly MboxPlace[] | undefined) =>
    places === undefined ? null : readAll(desk, mbox, places).then((mails) => putMails(desk, actor, mails))
  const waiting = batches(mbox.places)
  let reading = read(waiting.next().value)
  try {
    while (reading !== null) {
      const mails = await reading
      reading = read(waiting.next().value)
      reading?.catch(() => {}) // it is thrown where it is awaited
      progress = added(progress, await takeIn(desk, actor, mails), mails.stored.length + mails.left)
      tell(progress)
    }
    return progress
  } finally {
    await reading?.catch(() => {}) // it reads from the file; what failed is thrown already
    await mbox.close()
  }
}

async function readAll(desk: Desk, mbox: Mbox, places: readonly MboxPlace[]): Promise<readonly ImportMail[]> {
  const mails: ImportMail[] = []
  for (const place of places) {
    const raw = await mbox.read(place)
    mails.push({ raw, mail: await readMail(raw), arrivedAt: arrivalOf(desk, place) })
  }
  return mails
}

function* batches(places: readonly MboxPlace[]): Generator<readonly MboxPlace[], undefined> {
  let batch: MboxPlace[] = []
  let size = 0
  for (const place of places) {
    if (batch.length > 0 && (batch.length === BATCH || size + place.length > BATCH_SIZE_MAX)) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(place)
    size += place.length
  }
  if (batch.length > 0) yield batch
}

/** A file without dates has come now. */
function arrivalOf(desk: Desk, { time }: MboxPlace): string {
  const now = desk.now()
  if (time <= 0 || time > now.epochMilliseconds) return now.toString()
  return Temporal.Instant.fromEpochMilliseconds(time).toString()
}

function added(before: ImportProgress, one: Imported, count: number): ImportProgress {
  return {
    taken: before.taken + one.taken,
    again: before.again + one.again,
    left: before.left + one.left,
    proposed: before.proposed + one.proposed,
    done: before.done + count,
    of: before.of,
  }
}
