import { z } from "zod"
import { route } from "./route.ts"
import { mailAddress, none } from "./values.ts"

const text = z.string().max(2_000)

const signatures = z.object({
  /** The caller's own. */
  own: z.string(),
  workspace: z.string(),
  /** Of each address that customers write to; empty: that of the workspace. */
  addresses: z.array(z.object({ address: z.string(), text: z.string() })),
})

export const readSignatures = route({
  method: "GET",
  path: "/signatures",
  summary: "Read what is put below the caller's messages; it is not reviewed",
  noun: "Signatures",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: signatures,
})

export const writeSignature = route({
  method: "PUT",
  path: "/signatures",
  summary:
    "Change the caller's own signature, or as an admin the workspace's or that of one of its addresses; empty removes it",
  noun: "Signatures",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ of: z.enum(["own", "workspace"]), address: mailAddress.optional(), text }),
  answer: signatures,
})
