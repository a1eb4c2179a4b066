import { readFileSync } from "node:fs"
import { join } from "node:path"

const POSTGRES = join(import.meta.dirname, "../../node_modules/@electric-sql/pglite/dist/pglite.wasm")

/** The server compiles without the browser's types, which are those that name it. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> }

let kept: Promise<object> | undefined

/**
 * Keeps what V8 has made of the embedded PostgreSQL for as long as this process runs. Each database has a thread of its own
 * that starts from the same bytes; V8 gives it the code that is there already, also the quick code it made of what runs often,
 * but drops all of it when for a moment no database is open.
 */
export async function keepCompiled(): Promise<void> {
  kept ??= WebAssembly.compile(readFileSync(POSTGRES))
  await kept
}
