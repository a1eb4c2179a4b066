import { z } from "zod"

/** A log that is being written, as it lies in the tab's storage. */
export const keptLog = z.object({
  draft: z.object({
    channel: z.enum(["call", "visit"]),
    text: z.string(),
    at: z.string(),
    keeps: z.array(z.string()).readonly(),
  }),
  picked: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("known"), id: z.string(), name: z.string(), detail: z.string(), owes: z.number() }),
      z.object({ kind: z.literal("new"), name: z.string(), phone: z.string(), mail: z.string() }),
    ])
    .nullable(),
})
