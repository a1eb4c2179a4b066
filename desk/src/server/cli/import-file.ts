import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { readCustomerFile } from "../../ledger/customer-file.ts"
import { invalid } from "../../ledger/error.ts"
import { readTicketExport } from "../../ledger/ticket-export.ts"
import { findWorkspaceToFill } from "../database/import-rows.ts"
import type { Progress } from "../database/imports.ts"
import { type Actor, type Desk, deskActor } from "../verbs/desk.ts"
import { importConversations } from "../verbs/import-conversations.ts"
import { importCustomers } from "../verbs/import-customers.ts"
import { counted } from "./verify-words.ts"

/** The mail door's, handed in because doors do not know one another. */
export type ImportMails = (
  desk: Desk,
  actor: Actor,
  file: string,
  tell: (progress: { readonly done: number; readonly of: number }) => void,
) => Promise<{ readonly taken: number; readonly again: number; readonly left: number; readonly proposed: number }>

const BATCH = 200 // entries in one transaction

/** Takes in a file of mails, of another desk's tickets or of customers, and says how far it is, a line for each batch. */
export async function importFile(
  desk: Desk,
  importMails: ImportMails,
  { file, workspace: slug }: { readonly file: string; readonly workspace: string | null },
): Promise<void> {
  const [workspace, other] = await findWorkspaceToFill(desk.database, slug)
  if (workspace === undefined)
    throw new Error(slug === null ? "There is no workspace yet." : `There is no workspace ${slug}.`)
  if (other !== undefined) throw new Error("There are several workspaces. Name one: --workspace SLUG.")
  const actor = deskActor(workspace.id)
  if (/\.(?:json|jsonl|ndjson)$/i.test(file)) return importTickets(desk, actor, file)
  if (/\.(?:csv|tsv)$/i.test(file)) return importTable(desk, actor, file)
  const end = await importMails(desk, actor, file, ({ done, of }) => console.log(`${done} of ${of}`))
  console.log(
    `${counted(end.taken, "mail")} taken in, ${end.again} were there before, ${end.left} left out (between members, or automatic of ours).`,
  )
  sayProposed(end.proposed)
}

async function importTickets(desk: Desk, actor: Actor, file: string): Promise<void> {
  const read = readTicketExport(await readFile(file, "utf8"))
  if (read === null) throw invalid(`${basename(file)} is no export of Zendesk or Freshdesk that this desk can read.`)
  const { source, conversations, problems } = read
  const end = await inBatches(conversations, (batch) => importConversations(desk, actor, source, batch))
  for (const problem of problems) console.log(problem)
  console.log(`${counted(end.taken, "message")} taken in, ${end.again} were there before or are of somebody erased.`)
  sayProposed(end.proposed)
}

async function importTable(desk: Desk, actor: Actor, file: string): Promise<void> {
  const { customers, ignored, problems } = readCustomerFile(await readFile(file, "utf8"))
  const end = await inBatches(customers, (batch) => importCustomers(desk, actor, batch))
  for (const problem of [...problems, ...end.problems]) console.log(problem)
  if (ignored.length > 0) console.log(`Columns that were not taken: ${ignored.join(", ")}.`)
  console.log(`${counted(end.taken, "customer")} added, ${end.changed} filled up, ${end.again} were as the file says.`)
}

async function inBatches<Entry>(
  entries: readonly Entry[],
  take: (batch: readonly Entry[]) => Promise<Progress>,
): Promise<Progress> {
  let sum: Progress = { taken: 0, changed: 0, again: 0, leftOut: 0, proposed: 0, problems: [] }
  for (let at = 0; at < entries.length; at += BATCH) {
    const one = await take(entries.slice(at, at + BATCH))
    sum = {
      taken: sum.taken + one.taken,
      changed: sum.changed + one.changed,
      again: sum.again + one.again,
      leftOut: sum.leftOut + one.leftOut,
      proposed: sum.proposed + one.proposed,
      problems: [...sum.problems, ...one.problems],
    }
    console.log(`${Math.min(at + BATCH, entries.length)} of ${entries.length}`)
  }
  return sum
}

function sayProposed(count: number): void {
  if (count === 0) return
  const wait = count === 1 ? "waits" : "wait"
  console.log(
    `${counted(count, "promise")} of ours from the last 30 days ${wait} to be looked at, confirmed by nobody.`,
  )
}
