// Writes docs/api.md: node desk/src/server/http/write-api-docs.ts
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { apiMarkdown } from "./api-markdown.ts"

const DOCS = join(import.meta.dirname, "../../../../docs")

await mkdir(DOCS, { recursive: true })
await writeFile(join(DOCS, "api.md"), apiMarkdown())
