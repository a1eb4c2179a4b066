import { findWorkspaceToFill } from "../database/import-rows.ts"
import { type Actor, type Desk, deskActor } from "../verbs/desk.ts"
import { counted } from "./verify-words.ts"

/** The mail door's, handed in because doors do not know one another. */
export type Import = (
  desk: Desk,
  actor: Actor,
  file: string,
  tell: (progress: { readonly done: number; readonly of: number }) => void,
) => Promise<{ readonly taken: number; readonly again: number; readonly left: number; readonly proposed: number }>

/** Takes in a file of mails and says how far it is, a line for each batch. */
export async function importFile(
  desk: Desk,
  importMails: Import,
  { file, workspace: slug }: { readonly file: string; readonly workspace: string | null },
): Promise<void> {
  const [workspace, other] = await findWorkspaceToFill(desk.database, slug)
  if (workspace === undefined)
    throw new Error(slug === null ? "There is no workspace yet." : `There is no workspace ${slug}.`)
  if (other !== undefined) throw new Error("There are several workspaces. Name one: --workspace SLUG.")
  const end = await importMails(desk, deskActor(workspace.id), file, ({ done, of }) => console.log(`${done} of ${of}`))
  console.log(
    `${counted(end.taken, "mail")} taken in, ${end.again} were there before, ${end.left} left out (between members, or automatic of ours).`,
  )
  if (end.proposed > 0)
    console.log(
      `${counted(end.proposed, "promise")} of ours from the last 30 days wait to be looked at, confirmed by nobody.`,
    )
}
