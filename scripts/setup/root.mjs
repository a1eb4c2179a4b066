import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder of the project, wherever it was called from. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url))

/** The Node that the project pins; everything but the set-up itself runs on it. */
export const PINNED_NODE = join(ROOT, "node_modules", "node", "bin", "node")
