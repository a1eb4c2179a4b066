import type { Database } from "./database.ts"
import { openEmbedded } from "./embedded/open-embedded.ts"
import { openServer } from "./open-server.ts"

export type DatabaseOptions =
  | { readonly kind: "embedded"; readonly folder: string }
  | { readonly kind: "server"; readonly url: string }

/**
 * Opens the store. The embedded one makes `folder` when it is missing and fails with a sentence for the operator when
 * another process has it open; a server is tried once, so a wrong address or password fails here and not later.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.kind === "embedded" ? openEmbedded(options.folder) : openServer(options.url)
}
