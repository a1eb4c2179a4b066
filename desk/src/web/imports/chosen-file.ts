import type { z } from "zod"
import * as contract from "../../contract/imports.ts"
import { readCustomerFile } from "../../ledger/customer-file.ts"
import { Mistake } from "../../ledger/error.ts"
import { type ByteSource, type MboxPlace, findMails, readMboxMail } from "../../ledger/mbox.ts"
import { readTicketExport } from "../../ledger/ticket-export.ts"
import { words } from "../words.ts"

const told = words.imports

const BATCH_SIZE = 4 * 1024 * 1024 // bytes of mails in one call: progress is seen, and a failed call costs little
const BATCH_COUNT = 200
const TEXT_SIZE_MAX = 400 * 1024 * 1024 // bytes; a browser holds no longer text

export type Kind = "mails" | "tickets" | "customers"

/** One call: what it hands in, and up to which entry. */
export type BatchCall =
  | { readonly kind: "mails"; readonly body: z.input<typeof contract.importMailBatch.body> }
  | { readonly kind: "tickets"; readonly body: z.input<typeof contract.importTicketBatch.body> }
  | { readonly kind: "customers"; readonly body: z.input<typeof contract.importCustomerBatch.body> }

/** A file that somebody chose, as far as it could be read: what is in it, and its entries after the first `from`. */
export type ChosenFile = {
  readonly kind: Kind
  readonly name: string
  readonly size: number
  readonly total: number
  /** What is left out, a sentence each. */
  readonly problems: readonly string[]
  readonly batches: (from: number) => AsyncGenerator<BatchCall>
}

/** Reads what a file holds without handing anything in. Throws a `Mistake` that says why it cannot. */
export async function readChosen(file: File): Promise<ChosenFile> {
  const { name, size } = file
  if (/\.(?:csv|tsv)$/i.test(name)) return { name, size, ...readCustomers(await textOf(file)) }
  if (/\.(?:json|jsonl|ndjson)$/i.test(name)) return { name, size, ...readTickets(await textOf(file)) }
  return { name, size, ...(await readMails(file)) }
}

type Read = Omit<ChosenFile, "name" | "size">

async function textOf(file: File): Promise<string> {
  if (file.size > TEXT_SIZE_MAX) throw new Mistake("invalid", told.tooLarge)
  return file.text()
}

function readCustomers(text: string): Read {
  const { customers, ignored, problems } = readCustomerFile(text)
  if (customers.length === 0) throw new Mistake("invalid", problems[0] ?? told.empty)
  return {
    kind: "customers",
    total: customers.length,
    problems: ignored.length === 0 ? problems : [told.ignored(ignored.join(", ")), ...problems],
    async *batches(from) {
      for (let at = from; at < customers.length; at += BATCH_COUNT) {
        const batch = customers.slice(at, at + BATCH_COUNT)
        yield { kind: "customers", body: { done: at + batch.length, customers: batch.map((one) => ({ ...one })) } }
      }
    },
  }
}

function readTickets(text: string): Read {
  const read = readTicketExport(text)
  if (read === null) throw new Mistake("invalid", told.noExport)
  const { source, conversations, problems } = read
  if (conversations.length === 0) throw new Mistake("invalid", problems[0] ?? told.empty)
  return {
    kind: "tickets",
    total: conversations.length,
    problems,
    async *batches(from) {
      for (const { end, entries } of inBatches(conversations, from, lengthOf)) {
        const batch = entries.map((one) => ({
          ...one,
          to: [...one.to],
          messages: one.messages.map((each) => ({ ...each, files: [...each.files] })),
        }))
        yield { kind: "tickets", body: { done: end, source, conversations: batch } }
      }
    },
  }
}

function lengthOf({ messages }: { readonly messages: readonly { readonly text: string }[] }): number {
  return messages.reduce((sum, { text }) => sum + text.length, 0)
}

async function readMails(file: File): Promise<Read> {
  const source: ByteSource = {
    size: file.size,
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  }
  const places = await findMails(source)
  const tooLarge = places.filter(({ length }) => length > contract.MAIL_SIZE_MAX).length
  return {
    kind: "mails",
    total: places.length,
    problems: tooLarge === 0 ? [] : [told.largeMails(tooLarge)],
    async *batches(from) {
      for (const { end, entries } of inBatches(places, from, ({ length }) => length)) {
        const small = entries.filter(({ length }) => length <= contract.MAIL_SIZE_MAX)
        const mails = await Promise.all(small.map((place) => mailAt(source, place)))
        yield { kind: "mails", body: { done: end, mails } }
      }
    },
  }
}

async function mailAt(source: ByteSource, place: MboxPlace): Promise<{ base64: string; at: string | null }> {
  const at = place.time <= 0 ? null : new Date(place.time).toISOString()
  return { base64: await base64Of(await readMboxMail(source, place)), at }
}

function base64Of(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener("load", () => {
      const url = typeof reader.result === "string" ? reader.result : ""
      resolve(url.slice(url.indexOf(",") + 1))
    })
    reader.addEventListener("error", () => reject(reader.error ?? new Error("the file could not be read")))
    reader.readAsDataURL(new Blob([new Uint8Array(bytes)]))
  })
}

function* inBatches<Entry>(
  entries: readonly Entry[],
  from: number,
  sizeOf: (entry: Entry) => number,
): Generator<{ readonly end: number; readonly entries: readonly Entry[] }> {
  let begin = from
  let size = 0
  for (const [at, one] of entries.entries()) {
    if (at < from) continue
    const more = sizeOf(one)
    if (at > begin && (at - begin === BATCH_COUNT || size + more > BATCH_SIZE)) {
      yield { end: at, entries: entries.slice(begin, at) }
      begin = at
      size = 0
    }
    size += more
  }
  if (begin < entries.length) yield { end: entries.length, entries: entries.slice(begin) }
}
