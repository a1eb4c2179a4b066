import { Mistake } from "../../ledger/error.ts"
import type { Queries } from "../database/database.ts"
import { deleteSecondFactor } from "../database/identity-security.ts"
import { type IdentityUser, findUserByEmail, replacePassword } from "../database/identity-users.ts"
import { type Desk, commit } from "./desk.ts"
import { logByOperator } from "./settings-log.ts"

/** Gives a user another password and ends their sessions. `not_found` when nobody signs in with this address. */
export async function resetPassword(desk: Desk, email: string, passwordHash: string): Promise<void> {
  await commit(desk, async (queries) => {
    const user = await userOf(queries, email)
    await replacePassword(queries, user.id, passwordHash, desk.now().toString())
    await logByOperator(queries, desk, user.id, "password-changed")
  })
}

/** For somebody who has lost authenticator and recovery codes: the password alone lets them in again, and passkeys are gone. */
export async function resetSecondFactor(desk: Desk, email: string): Promise<void> {
  await commit(desk, async (queries) => {
    const user = await userOf(queries, email)
    await deleteSecondFactor(queries, user.id)
    await logByOperator(queries, desk, user.id, "second-factor-off")
  })
}

async function userOf(queries: Queries, email: string): Promise<IdentityUser> {
  const user = await findUserByEmail(queries, email.toLowerCase())
  if (user === null) throw new Mistake("not_found", `Nobody on this desk signs in as ${email}.`)
  return user
}
