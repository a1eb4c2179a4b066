import type { z } from "zod"
import type { promise } from "../../contract/promises.ts"

/** A promise as the API lists it. */
export type ListedPromise = z.output<typeof promise>
