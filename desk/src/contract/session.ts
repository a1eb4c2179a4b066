import { z } from "zod"
import { route } from "./route.ts"
import { id, mailAddress, name, none, role, zone } from "./values.ts"
import { hours, workspaceSettings } from "./workspace.ts"

/** Sign-in and sign-out are the sign-in library's own, below /api/auth: sign-in/email {email, password}, sign-out. */
export const PASSWORD_LENGTH_MIN = 10 // characters
export const password = z.string().min(PASSWORD_LENGTH_MIN).max(200)

export const readSetup = route({
  method: "GET",
  path: "/setup",
  summary: "Say whether this desk still needs its first workspace",
  noun: "Set-up",
  caller: "anyone",
  params: none,
  query: none,
  body: none,
  answer: z.object({ needed: z.boolean() }),
})

export const createSetup = route({
  method: "POST",
  path: "/setup",
  summary: "Create the first workspace and its admin, and sign in; conflict when there is one already",
  noun: "Set-up",
  caller: "anyone",
  params: none,
  query: none,
  body: z.object({ workspace: name, zone, name, email: mailAddress, password }),
  answer: z.object({ slug: z.string() }),
})

export const workspaceSummary = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  kind: z.enum(["real", "sample", "practice"]),
})

export const me = z.object({
  user: z.object({ name: z.string(), email: z.string() }),
  /** The workspaces this user is in; the first is the one to open when none is named. */
  workspaces: z.array(workspaceSummary),
  /** The workspace asks for a second factor, and this session has none: set one up first. Nothing of it is told. */
  secureFirst: z.boolean(),
  /** The one asked about in the Aboveboard-Workspace header (its slug); null when the user is in none, or must secure their sign-in first. */
  current: z
    .object({
      workspace: workspaceSummary,
      settings: workspaceSettings,
      member: z.object({
        id,
        name: z.string(),
        email: z.string(),
        role,
        zone,
        preferences: z.record(z.string(), z.unknown()),
      }),
      /** Whether messages can leave: false shows "not sent: no outgoing mail server". */
      canSend: z.boolean(),
      /** Where customers write to; empty until an admin has said it. */
      addresses: z.array(z.string()),
      /** There is mail of addresses that the member may not see: what they are shown is counted without it. */
      hidesMail: z.boolean(),
      /** The listener that takes mail in. */
      listener: z.object({ host: z.string(), port: z.int() }).nullable(),
    })
    .nullable(),
})

export const readMe = route({
  method: "GET",
  path: "/me",
  summary: "Say who is signed in, and where",
  noun: "Session",
  caller: "user",
  params: none,
  query: none,
  body: none,
  answer: me,
})

export const writePreferences = route({
  method: "PATCH",
  path: "/me/preferences",
  summary: "Change one's own preferences: theme (system, light, dark), keys (on, off), zone, working hours",
  noun: "Session",
  caller: "member",
  params: none,
  query: none,
  body: z.object({
    theme: z.enum(["system", "light", "dark"]).optional(),
    keys: z.enum(["on", "off"]).optional(),
    zone: zone.nullable().optional(),
    hours: hours.nullable().optional().describe("Within which they are told of promises; null: as the team"),
  }),
  answer: me,
})
