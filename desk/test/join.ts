import { insertUser } from "../src/server/database/identity-users.ts"
import { insertMember } from "../src/server/database/members.ts"
import { hashPassword } from "../src/server/http/identity.ts"
import type { Role } from "../src/server/verbs/desk.ts"
import { type Caller, PASSWORD, type TestApp, cookiesOf, signIn } from "./http.ts"

/** Somebody new in a workspace, signed in; without an invitation. */
export async function join(
  test: TestApp,
  { workspaceId, slug, name, role }: { workspaceId: string; slug: string; name: string; role: Role },
): Promise<Caller & { readonly id: string }> {
  const { desk } = test
  const at = desk.now().toString()
  const [id, userId] = [desk.newId(), desk.newId()]
  const person = { name, email: `${name.toLowerCase()}@${slug}.example` }
  const passwordHash = await hashPassword(PASSWORD)
  await insertUser(desk.database, { ...person, id: userId, passwordHash, accountRowId: desk.newId(), at })
  await insertMember(desk.database, { ...person, workspaceId, id, userId, role, at })
  return { cookie: cookiesOf(await signIn(test, person.email)), slug, id }
}
