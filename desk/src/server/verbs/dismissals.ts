import { comparableWords } from "../../ledger/claim.ts"
import { forbidden, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { insertDismissal, stampBook, undoDismissal as undo } from "../database/fact-books.ts"
import { readFact } from "../database/facts.ts"
import { giveLeads } from "./overrides.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

/**
 * "This is not that": the rule finds these words no more in this workspace, until somebody undoes it. A `claim/` rule that
 * is dismissed for a fact goes on finding other words about that fact. Leads are told when a member lets pass what is held.
 */
export async function dismissFinding(
  desk: Desk,
  actor: Actor,
  { rule, words, factId }: { readonly rule: string; readonly words: string; readonly factId?: string | undefined },
): Promise<void> {
  if (actor.by.kind !== "member") throw forbidden("A person says that a rule is not about these words.")
  const compared = comparableWords(words)
  if (compared === "") throw invalid("Say for which words.", "words")
  await commit(desk, async (queries) => {
    const { workspaceId, by } = actor
    if (factId !== undefined && (await readFact(queries, workspaceId, factId)) === null) throw notFound("fact")
    const id = desk.newId()
    const at = desk.now().toString()
    const byId = by.kind === "member" ? by.id : null
    await insertDismissal(queries, workspaceId, { id, rule, words: compared, factId: factId ?? null, byId, at })
    await stampBook(queries, workspaceId, desk.newId(), at)
    await insertChange(queries, { workspaceId, kind: "fact", id, at })
    if (rule === HOLDS && actor.role === "member") {
      const told = `“${words.trim()}” was said not to be about the fact, so it goes out without a hold from now on.`
      await giveLeads(queries, desk, actor, { words: told })
    }
  })
}

const HOLDS = "claim/contradicted" // what it finds may not leave: whoever lets it pass does what an override does

/** Has the rule find these words again. `not_found` when it does already. */
export async function undoDismissal(desk: Desk, actor: Actor, dismissalId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const { workspaceId, by } = actor
    const at = desk.now().toString()
    const memberId = by.kind === "member" ? by.id : null
    if (!(await undo(queries, workspaceId, dismissalId, { at, memberId }))) throw notFound("dismissal")
    await stampBook(queries, workspaceId, desk.newId(), at)
    await insertChange(queries, { workspaceId, kind: "fact", id: dismissalId, at })
  })
}
