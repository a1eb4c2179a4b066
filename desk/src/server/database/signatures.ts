import type { Queries } from "./database.ts"

export type Signature = {
  readonly kind: "member" | "address" | "workspace"
  /** The member's id, the address in lower case, or empty. */
  readonly key: string
  readonly text: string
}

export async function listSignatures(queries: Queries, workspaceId: string): Promise<readonly Signature[]> {
  return queries.query<Signature>("select kind, key, text from signatures where workspace_id = $1 order by kind, key", [
    workspaceId,
  ])
}

/** Empty: none any more. */
export async function writeSignature(
  queries: Queries,
  workspaceId: string,
  { kind, key, text }: Signature,
): Promise<void> {
  if (text === "") {
    await queries.query("delete from signatures where workspace_id = $1 and kind = $2 and key = $3", [
      workspaceId,
      kind,
      key,
    ])
    return
  }
  await queries.query(
    `insert into signatures (workspace_id, kind, key, text) values ($1, $2, $3, $4)
     on conflict (workspace_id, kind, key) do update set text = excluded.text`,
    [workspaceId, kind, key, text],
  )
}
