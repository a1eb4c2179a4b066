import { Mistake } from "../../ledger/error.ts"
import { findUserByEmail, replacePassword } from "../database/identity-users.ts"
import { type Desk, commit } from "./desk.ts"

/** Gives a user another password and ends their sessions. `not_found` when nobody signs in with this address. */
export async function resetPassword(desk: Desk, email: string, passwordHash: string): Promise<void> {
  await commit(desk, async (queries) => {
    const user = await findUserByEmail(queries, email.toLowerCase())
    if (user === null) throw new Mistake("not_found", `Nobody on this desk signs in as ${email}.`)
    await replacePassword(queries, user.id, passwordHash, desk.now().toString())
  })
}
