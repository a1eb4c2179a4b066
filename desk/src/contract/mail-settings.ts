import { z } from "zod"
import { route } from "./route.ts"
import { done, id, instant, isOneLine, mailAddress, name, none } from "./values.ts"

const server = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  security: z.enum(["tls", "starttls", "none"]),
  username: z.string().max(254).nullable(),
})

export const mailSettings = z.object({
  fromName: z.string().max(200),
  addresses: z.array(z.string()),
  server: server.extend({ hasPassword: z.boolean() }).nullable(),
})

export const readMailSettings = route({
  method: "GET",
  path: "/mail-settings",
  summary: "Read which addresses customers write to and which server sends",
  noun: "Mail settings",
  caller: "admin",
  params: none,
  query: none,
  body: none,
  answer: mailSettings,
})

export const writeMailSettings = route({
  method: "PUT",
  path: "/mail-settings",
  summary:
    "Change them; what waits as not sent is then tried. `password` left out keeps the one on file, null removes it",
  noun: "Mail settings",
  caller: "admin",
  params: none,
  query: none,
  body: z.object({
    fromName: z.string().trim().max(200).refine(isOneLine, "One line, without control characters"),
    addresses: z.array(mailAddress).max(20),
    server: server.extend({ password: z.string().max(500).nullable().optional() }).nullable(),
  }),
  answer: mailSettings,
})

export const testMailServer = route({
  method: "POST",
  path: "/mail-settings/tests",
  summary: "Try the outgoing server step by step without sending anything to a customer",
  noun: "Mail settings",
  caller: "admin",
  params: none,
  query: none,
  body: server.extend({
    password: z.string().max(500).nullable().optional(),
    sendTo: mailAddress.optional(),
    from: mailAddress.optional().describe("Whose mail it is; without it the first of the addresses on file"),
  }),
  answer: z.object({
    ok: z.boolean(),
    steps: z.array(
      z.object({
        step: z.enum(["find", "connect", "encrypt", "sign-in", "send"]),
        ok: z.boolean(),
        detail: z.string(),
      }),
    ),
  }),
})

export const apiKey = z.object({
  id,
  name: z.string(),
  shownStart: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
})

export const listApiKeys = route({
  method: "GET",
  path: "/api-keys",
  summary: "List keys that work",
  noun: "API keys",
  caller: "admin",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(apiKey) }),
})

export const createApiKey = route({
  method: "POST",
  path: "/api-keys",
  summary: "Make a key; it is shown this once. Send it as `Authorization: Bearer …`",
  noun: "API keys",
  caller: "admin",
  params: none,
  query: none,
  body: z.object({ name }),
  answer: apiKey.extend({ key: z.string() }),
})

export const revokeApiKey = route({
  method: "DELETE",
  path: "/api-keys/:apiKeyId",
  summary: "Stop a key from working",
  noun: "API keys",
  caller: "admin",
  params: z.object({ apiKeyId: id }),
  query: none,
  body: none,
  answer: done,
})
