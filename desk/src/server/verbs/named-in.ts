import { isAboutPerson, namesWholly, partsToFind } from "../../ledger/about-person.ts"
import { notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import type { Queries } from "../database/database.ts"
import { type TeamText, eraseViewsAndTags, listTeamTexts, listViewsAndTags, readNamed } from "../database/named-in.ts"
import { readCustomerHead } from "../database/people.ts"
import { type Actor, type Desk, assertRole } from "./desk.ts"

export type Naming = Omit<TeamText, "text">

/**
 * What the team wrote for itself and names a customer, before they are erased: what goes with them, and what may mean them and
 * stays until a person changes it. Afterwards nobody can find it any more. Admins only; `not_found` when there is no such customer.
 */
export async function readErasure(
  { database }: Desk,
  actor: Actor,
  customerId: string,
): Promise<{ readonly goes: readonly Naming[]; readonly stays: readonly Naming[] }> {
  assertRole(actor, "admin")
  const { workspaceId } = actor
  if ((await readCustomerHead(database, workspaceId, customerId)) === null) throw notFound("customer")
  const named = await readNamed(database, workspaceId, customerId)
  const written = await listTeamTexts(database, workspaceId, customerId, partsToFind(named))
  const naming = onceEach(written.filter(({ text }) => isAboutPerson(text, named)))
  return {
    goes: naming.filter((each) => goesAlong(each, named)).map(titled),
    stays: naming.filter((each) => !goesAlong(each, named)).map(titled),
  }
}

/** Erases views and tags that name the customer and can hardly mean anything else. Gives the conversations that lose a tag. */
export async function eraseNaming(
  queries: Queries,
  desk: Desk,
  { workspaceId }: Actor,
  customerId: string,
): Promise<readonly string[]> {
  const named = await readNamed(queries, workspaceId, customerId)
  const written = await listViewsAndTags(queries, workspaceId, customerId, partsToFind(named))
  const going = written.filter((each) => goesAlong(each, named))
  if (going.length === 0) return []
  const at = desk.now().toString()
  for (const { id } of going.filter(({ kind }) => kind === "view"))
    await insertChange(queries, { workspaceId, kind: "view", id, at })
  return eraseViewsAndTags(queries, workspaceId, going)
}

/** A view is a way of looking: little is lost with it. What is written in it stands line by line. */
function goesAlong({ kind, text }: TeamText, named: Parameters<typeof namesWholly>[1]): boolean {
  return (kind === "view" || kind === "tag") && text.split("\n").some((line) => namesWholly(line, named))
}

function onceEach(written: readonly TeamText[]): readonly TeamText[] {
  return [...new Map(written.map((each) => [`${each.kind} ${each.id}`, each])).values()]
}

function titled({ kind, id, title }: TeamText): Naming {
  return { kind, id, title }
}
