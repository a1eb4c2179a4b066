import type { z } from "zod"
import { type Ceremony, showPasskey } from "./api/passkeys.ts"
import { noteReading } from "./api/readings.ts"
import { problem } from "../contract/values.ts"
import { CHANGES_UNTIL, type Route } from "../contract/route.ts"

/** A boundary: what the desk answers is taken to be what the contract says, because both are built from it. */

export type AnyRoute = Route
export type AnswerOf<R extends AnyRoute> = z.output<R["answer"]>
export type InputOf<R extends AnyRoute> = {
  readonly params?: z.input<R["params"]>
  readonly query?: z.input<R["query"]>
  readonly body?: z.input<R["body"]>
}

export type Problem = z.output<typeof problem>

/** The desk refused; `problem.detail` is a sentence for the reader. */
export class Refusal extends Error {
  readonly problem: Problem

  constructor(told: Problem) {
    super(told.detail)
    this.name = "Refusal"
    this.problem = told
  }
}

/** No answer came: whether the desk did it is not known. The same call with the same key finds out. */
export class NoAnswer extends Error {
  constructor() {
    super("no answer from the desk")
    this.name = "NoAnswer"
  }
}

type CallOptions = {
  readonly slug: string | null
  readonly key?: string
  readonly signal?: AbortSignal
  /** The page may be gone before the answer: the browser sends it all the same. */
  readonly keepalive?: boolean
}

/** Makes one call of the API. Throws `Refusal` or `NoAnswer`. */
export async function call<R extends AnyRoute>(
  route: R,
  input: InputOf<R>,
  options: CallOptions,
): Promise<AnswerOf<R>> {
  const response = await fetched(`/api/v1${pathOf(route, input)}${searchOf(input.query)}`, {
    method: route.method,
    headers: headersOf(route, input, options),
    credentials: "same-origin",
    ...(hasBody(route) ? { body: JSON.stringify(input.body ?? {}) } : {}),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.keepalive === true ? { keepalive: true } : {}),
  })
  if (!response.ok) throw await refusalOf(response)
  const until = response.headers.get(CHANGES_UNTIL)
  if (until !== null && options.slug !== null) noteReading(options.slug, Number(until))
  return (await response.json()) as AnswerOf<R>
}

/** Puts a file on the desk as it is. Throws `Refusal` or `NoAnswer`. */
export async function sendFile(path: string, file: File, { slug }: { readonly slug: string }): Promise<unknown> {
  const response = await fetched(`/api/v1${path}${searchOf({ name: file.name, type: file.type })}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "aboveboard-workspace": slug },
    credentials: "same-origin",
    body: file,
  })
  if (!response.ok) throw await refusalOf(response)
  return response.json()
}

/** What is still missing after the password: nothing, or a code. */
export async function signIn(email: string, password: string): Promise<"done" | "code"> {
  const { done } = (await authCall("sign-in/email", { email, password })) as { done: boolean }
  return done ? "done" : "code"
}

export async function enterCode(kind: "code" | "recovery-code", code: string): Promise<void> {
  await authCall(`sign-in/${kind}`, { code })
}

export async function signInWithPasskey(): Promise<void> {
  const { request, options } = (await authCall("sign-in/passkey-request", {})) as { request: string; options: Ceremony }
  await authCall("sign-in/passkey", { request, response: await showPasskey(options) })
}

/** Where the organisation's provider asks who it is. */
export async function askProvider(back: string): Promise<string> {
  return ((await authCall("sign-in/provider", { back })) as { url: string }).url
}

/** How the organisation's provider is called; null when there is none. */
export async function readProvider(): Promise<string | null> {
  const response = await fetched("/api/auth/ways", { credentials: "same-origin" })
  if (!response.ok) throw await refusalOf(response)
  return ((await response.json()) as { provider: string | null }).provider
}

export async function signOut(): Promise<void> {
  await authCall("sign-out", {})
}

async function authCall(path: string, body: unknown): Promise<unknown> {
  const response = await fetched(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    credentials: "same-origin",
    body: JSON.stringify(body),
  })
  if (!response.ok) throw await refusalOf(response)
  return response.json()
}

async function fetched(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error
    throw new NoAnswer()
  }
}

function hasBody(route: AnyRoute): boolean {
  return route.method !== "GET"
}

function headersOf<R extends AnyRoute>(
  route: R,
  _input: InputOf<R>,
  { slug, key }: CallOptions,
): Record<string, string> {
  return {
    accept: "application/json",
    ...(hasBody(route) ? { "content-type": "application/json" } : {}),
    ...(slug === null ? {} : { "aboveboard-workspace": slug }),
    ...(key === undefined ? {} : { "idempotency-key": key }),
  }
}

export function pathOf<R extends AnyRoute>(route: R, input: InputOf<R>): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  return route.path.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])))
}

function searchOf(query: unknown): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(
    (query ?? {}) as Record<string, string | number | boolean | null | undefined>,
  )) {
    if (value !== undefined && value !== null) search.set(name, String(value))
  }
  return search.size === 0 ? "" : `?${search.toString()}`
}

async function refusalOf(response: Response): Promise<Error> {
  const told = problem.safeParse(await response.json().catch(() => null))
  if (told.success) return new Refusal(told.data)
  if (response.status >= 502 && response.status <= 504) return new NoAnswer()
  const code = response.status === 401 ? "unauthenticated" : response.status === 429 ? "too_many" : "failed"
  return new Refusal({ type: "about:blank", title: response.statusText, status: response.status, code, detail: "" })
}
