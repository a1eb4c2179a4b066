import type { Queries } from "./database.ts"

const FILES_LOCK = 8_377_002 // any number that only the file store's locks use

export type FileRow = {
  readonly digest: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly contentId: string | null
}

/** Until the transaction ends no file is removed, so what is put now is there when the row that names it is committed. */
export async function holdFiles(queries: Queries): Promise<void> {
  await queries.query("select pg_advisory_xact_lock_shared($1)", [FILES_LOCK])
}

/** Until the transaction ends nobody names a file. */
export async function lockFiles(queries: Queries): Promise<void> {
  await queries.query("select pg_advisory_xact_lock($1)", [FILES_LOCK])
}

export async function insertFiles(
  queries: Queries,
  workspaceId: string,
  messageId: string,
  files: readonly FileRow[],
): Promise<void> {
  for (const [position, file] of files.entries()) {
    await queries.query(
      `insert into files (workspace_id, message_id, position, digest, name, type, size, content_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [workspaceId, messageId, position, file.digest, file.name, file.type, file.size, file.contentId],
    )
  }
}

export async function listFiles(queries: Queries, workspaceId: string, messageId: string): Promise<readonly FileRow[]> {
  return queries.query<FileRow>(
    `select digest, name, type, size, content_id as "contentId" from files
     where workspace_id = $1 and message_id = $2 order by position`,
    [workspaceId, messageId],
  )
}

export async function readFileRow(
  queries: Queries,
  workspaceId: string,
  messageId: string,
  position: number,
): Promise<FileRow | null> {
  const [row] = await queries.query<FileRow>(
    `select digest, name, type, size, content_id as "contentId" from files
     where workspace_id = $1 and message_id = $2 and position = $3`,
    [workspaceId, messageId, position],
  )
  return row ?? null
}

/** Which file is the mail as it came; null when the message came by no mail, or was erased. */
export async function readRawRow(
  queries: Queries,
  workspaceId: string,
  messageId: string,
): Promise<{ digest: string } | null> {
  const [row] = await queries.query<{ digest: string }>(
    `select raw_digest as "digest" from messages where workspace_id = $1 and message_id = $2 and raw_digest is not null`,
    [workspaceId, messageId],
  )
  return row ?? null
}

/** The HTML of a message; null when it has none. */
export async function readHtml(queries: Queries, workspaceId: string, messageId: string): Promise<string | null> {
  const [row] = await queries.query<{ html: string | null }>(
    "select html from message_texts where workspace_id = $1 and message_id = $2",
    [workspaceId, messageId],
  )
  return row?.html ?? null
}
