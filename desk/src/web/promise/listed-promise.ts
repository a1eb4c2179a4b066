import type { z } from "zod"
import type { weighing } from "../../contract/promise-weighings.ts"
import type { promise } from "../../contract/promises.ts"

/** A promise as the API lists it. */
export type ListedPromise = z.output<typeof promise>

/** What is known of whether it is likely to be kept, as the API answers it. */
export type Weighed = z.output<typeof weighing>
