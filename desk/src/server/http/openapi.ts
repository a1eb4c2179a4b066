import { documentPaths } from "../../contract/messages.ts"
import type { Route } from "../../contract/route.ts"
import { routes } from "../../contract/routes.ts"
import { problem } from "../../contract/values.ts"
import { type JsonSchema, jsonSchemaOf } from "./api-schema.ts"
import { API } from "./serve.ts"

type Json = Readonly<Record<string, unknown>>

/** The API as an OpenAPI 3.1 document, made from the routes that are served. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = `${API}${openApiPath(route.path)}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  for (const path of documentPaths) {
    paths[`${API}${openApiPath(path)}`] = { get: documentOperation(path) }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Aboveboard", version: "1", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "aboveboard.session_token" },
        apiKey: { type: "http", scheme: "bearer" },
      },
      schemas: { Problem: jsonSchemaOf(problem, "output") },
    },
  }
}

function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}")
}

function operationOf(route: Route): Json {
  const body = jsonSchemaOf(route.body, "input")
  const parameters = [...parametersOf(route.params, "path"), ...parametersOf(route.query, "query"), ...headersOf(route)]
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.noun],
    description: `For: ${callerWords(route.caller)}.`,
    security: securityOf(route.caller),
    parameters,
    ...(hasMembers(body) ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: {
      "200": { description: "Done", content: { "application/json": { schema: jsonSchemaOf(route.answer, "output") } } },
      default: PROBLEM,
    },
  }
}

const PROBLEM = {
  description: "Refused: `code` for programs, `detail` for people",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
}

function documentOperation(path: string): Json {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const pathParameters = names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }))
  const workspace = { name: "workspace", in: "query", required: false, schema: { type: "string" } }
  return {
    operationId: operationId({ method: "GET", path }),
    summary: "A document or stream; see the page for people",
    tags: ["Documents"],
    security: securityOf("member"),
    parameters: [...pathParameters, workspace],
    responses: { "200": { description: "The document" }, default: PROBLEM },
  }
}

function operationId({ method, path }: { readonly method: string; readonly path: string }): string {
  const words = path.split("/").filter((part) => part !== "")
  const name = words.map((word) => (word.startsWith(":") ? `by-${word.slice(1)}` : word)).join("-")
  return `${method.toLowerCase()}-${name}`
}

export function callerWords(caller: Route["caller"]): string {
  if (caller === "anyone") return "anyone"
  if (caller === "user") return "anyone who is signed in"
  if (caller === "member") return "members, leads, admins and API keys"
  return caller === "lead" ? "leads and admins" : "admins"
}

function securityOf(caller: Route["caller"]): readonly Json[] {
  if (caller === "anyone") return []
  return caller === "member" ? [{ session: [] }, { apiKey: [] }] : [{ session: [] }]
}

function parametersOf(schema: Route["params"], place: "path" | "query"): readonly Json[] {
  const { properties = {}, required = [] } = jsonSchemaOf(schema, "input")
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }))
}

function headersOf({ method, caller }: Route): readonly Json[] {
  if (caller === "anyone") return []
  const workspace = { name: "Aboveboard-Workspace", in: "header", required: false, schema: { type: "string" } }
  const key = { name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 200 } }
  return method === "GET" || caller === "user" ? [workspace] : [workspace, key]
}

export function hasMembers({ properties }: JsonSchema): boolean {
  return properties !== undefined && Object.keys(properties).length > 0
}
