import { z } from "zod"
import { route } from "./route.ts"
import { id, mailAddress, none } from "./values.ts"

const access = z.object({
  items: z.array(
    z.object({
      address: z.string(),
      /** False: those named below, and admins. */
      everybody: z.boolean(),
      memberIds: z.array(id),
      apiKeyIds: z.array(id),
    }),
  ),
})

const shared = { noun: "Mailboxes", caller: "admin", params: none, query: none } as const

export const listMailboxAccess = route({
  ...shared,
  method: "GET",
  path: "/mailbox-access",
  summary: "List who may see the mail of each address that customers write to",
  body: none,
  answer: access,
})

export const writeMailboxAccess = route({
  ...shared,
  method: "PUT",
  path: "/mailbox-access",
  summary:
    "Say who may see the mail of an address: everybody, or named members and API keys; admins always do. Refused where somebody owns what they could not see any more",
  body: z.object({
    address: mailAddress,
    everybody: z.boolean(),
    memberIds: z.array(id).max(500).optional(),
    apiKeyIds: z.array(id).max(500).optional(),
  }),
  answer: access,
})
