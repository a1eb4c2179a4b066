import { conversation } from "../../contract/conversations.ts"
import { customer } from "../../contract/customers.ts"
import { draft } from "../../contract/drafts.ts"
import { mailSettings } from "../../contract/mail-settings.ts"
import { invitation, member } from "../../contract/members.ts"
import { message } from "../../contract/messages.ts"
import { capturedPromise, due, entry, promise } from "../../contract/promises.ts"
import { review } from "../../contract/reviews.ts"
import { me } from "../../contract/session.ts"
import { task } from "../../contract/today.ts"
import { workspaceSettings } from "../../contract/workspace.ts"
import type { Route } from "../../contract/route.ts"
import { routes } from "../../contract/routes.ts"
import { type ShapeNames, notationOf, writtenOut } from "./api-notation.ts"
import { type JsonSchema, jsonSchemaOf } from "./api-schema.ts"
import { callerWords, hasMembers } from "./openapi.ts"
import { API } from "./serve.ts"

export type GuideRoute = {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly caller: string
  /** What is sent and what is answered, in the notation of api-notation.ts; null when there is nothing to say. */
  readonly query: string | null
  readonly body: string | null
  readonly answer: string
}

export type GuideNoun = { readonly noun: string; readonly routes: readonly GuideRoute[] }

const SHAPES = {
  CapturedPromise: capturedPromise,
  Conversation: conversation,
  Customer: customer,
  Draft: draft,
  Due: due,
  Entry: entry,
  Invitation: invitation,
  MailSettings: mailSettings,
  Me: me,
  Member: member,
  Message: message,
  Promise: promise,
  Review: review,
  Settings: workspaceSettings,
  Task: task,
}

const NAMES: ShapeNames = new Map(
  Object.entries(SHAPES).flatMap(([name, schema]) => [
    [JSON.stringify(jsonSchemaOf(schema, "input")), name],
    [JSON.stringify(jsonSchemaOf(schema, "output")), name],
  ]),
)

/** The shapes that routes refer to by name. */
export function apiShapes(): readonly { readonly name: string; readonly notation: string }[] {
  return Object.entries(SHAPES).map(([name, schema]) => ({
    name,
    notation: writtenOut(jsonSchemaOf(schema, "output"), NAMES),
  }))
}

/** The API for people: every route under its noun, sorted, because the order of a module's exports is nobody's promise. */
export function apiGuide(): readonly GuideNoun[] {
  const sorted = routes.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
  return [...Map.groupBy(sorted, ({ noun }) => noun)].map(([noun, members]) => ({
    noun,
    routes: members.map(guideRoute),
  }))
}

function sortKey({ noun, path, method }: Route): string {
  return [noun, path, method].join(" ")
}

function guideRoute(route: Route): GuideRoute {
  return {
    method: route.method,
    path: `${API}${route.path}`,
    summary: route.summary,
    caller: callerWords(route.caller),
    query: notationOrNull(jsonSchemaOf(route.query, "input")),
    body: notationOrNull(jsonSchemaOf(route.body, "input")),
    answer: notationOf(jsonSchemaOf(route.answer, "output"), NAMES),
  }
}

function notationOrNull(schema: JsonSchema): string | null {
  return hasMembers(schema) ? notationOf(schema, NAMES) : null
}

/** What holds for every route, a paragraph each. `code` is in backticks. */
export const INTRODUCTION: readonly string[] = [
  "Everything is JSON over HTTP below `/api/v1`. The web app uses the same routes.",
  "Sign in with a session (`POST /api/auth/sign-in/email` with `email` and `password`; browsers send the cookie) or send an API key that an admin has made: `Authorization: Bearer KEY`. A key belongs to one workspace and has the rights of a member.",
  "With a session, name the workspace by its slug in the header `Aboveboard-Workspace`, or as `?workspace=` where no header can be set. Without it, the first workspace of the user is meant.",
  "Changing calls with a session must come from the desk's own pages: browsers say so by themselves.",
  "Send an `Idempotency-Key` (any text up to 200 characters, such as a UUID) with POST, PUT, PATCH or DELETE to be able to repeat a call whose answer got lost. For 24 hours the same key with the same request is done once and answers the same; with another request it is a `conflict`. A refused call leaves no trace: its key is free again. Routes that show a secret, such as a new key, do not show it twice.",
  "Refusals are `application/problem+json` with a `code` for programs and a `detail` for people: `invalid` (422, with `fields`), `not_found` (404, also for anything of another workspace), `conflict` (409), `forbidden` (403), `unauthenticated` (401), `too_many` (429), `failed` (500).",
  "Lists come in pages: `next` is the `cursor` of the next page, null at the end. Instants are RFC 3339. What is marked ? may be left out.",
]

/** Documents and streams: what is not JSON, or not asked for piece by piece. */
export const DOCUMENTS: readonly { readonly path: string; readonly summary: string }[] = [
  {
    path: "GET /api/v1/messages/:messageId/html",
    summary:
      "The HTML of a mail, sanitised, for a sandboxed frame. `?remote=yes` lets it load pictures from elsewhere.",
  },
  { path: "GET /api/v1/messages/:messageId/raw", summary: "The mail as it came, as a download." },
  { path: "GET /api/v1/messages/:messageId/files/:position", summary: "An attachment, as a download." },
  { path: "GET /api/v1/customers/:customerId/export", summary: "Everything of one customer, as JSON. For admins." },
  {
    path: "GET /api/v1/changes",
    summary:
      "Server-sent events, one for each thing that changed: `{ seq, kind, id }`, to be fetched again. `{ everything: true }` means that too much was missed to list. `Last-Event-ID` takes up where a stream broke off, and `?after=` where something was read: with the number in the header `Aboveboard-Changes` of its answer. An event may come twice, none is left out.",
  },
]
