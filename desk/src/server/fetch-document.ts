import { type IncomingMessage, request as requestHttp } from "node:http"
import { request as requestHttps } from "node:https"
import { type Reach, lookupOf, refusalOf } from "./reach.ts"
import type { FetchedDocument } from "./verbs/audit-addresses.ts"

const ANSWER_MS_MAX = 15_000 // all of it, redirects too; who is slower is asked again on the next day
const BYTES_MAX = 5_000_000 // a handbook as PDF
const REDIRECTS_MAX = 3

/**
 * Gets a document that somebody pointed at. Every address that it is sent on to is checked as the first one was. Without
 * cookies and without a password; more than 5 MB or 15 seconds is not taken. What came of it is a value.
 */
export async function fetchDocument(url: string, reach: Reach): Promise<FetchedDocument> {
  const signal = AbortSignal.timeout(ANSWER_MS_MAX)
  let at = url
  for (let hop = 0; hop <= REDIRECTS_MAX; hop += 1) {
    const refused = isAddress(at) ? refusalOf(at, reach) : "It leads to what is no web address."
    if (refused !== null) return failed(refused)
    const got = await get(at, reach, signal).catch((error: unknown) => failed(wordsOf(error)))
    if (got.kind !== "moved") return got
    at = got.to
  }
  return failed(`It leads on more than ${REDIRECTS_MAX} times.`)
}

type Got = FetchedDocument | { readonly kind: "moved"; readonly to: string }

function get(url: string, reach: Reach, signal: AbortSignal): Promise<Got> {
  const request = new URL(url).protocol === "https:" ? requestHttps : requestHttp
  return new Promise((settle, fail) => {
    const asking = request(url, {
      headers: {
        accept: "text/html, text/markdown, text/plain, application/pdf, */*;q=0.5",
        "accept-encoding": "identity",
      },
      lookup: lookupOf(reach),
      agent: false, // a connection that was opened for something else was checked for something else
      signal,
    })
    asking.on("response", (answer) => {
      answer.on("error", fail)
      const { statusCode: status = 0, headers } = answer
      const isMoved = status >= 300 && status < 400 && headers.location !== undefined
      if (isMoved || status !== 200) asking.destroy()
      if (isMoved) settle({ kind: "moved", to: next(headers.location ?? "", url) })
      else if (status !== 200) settle(failed(`It answered ${status}.`))
      else readAll(answer, url).then(settle, fail)
    })
    asking.on("error", fail)
    asking.end()
  })
}

async function readAll(answer: IncomingMessage, url: string): Promise<FetchedDocument> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(String(part))
    length += bytes.length
    if (length > BYTES_MAX) {
      answer.destroy()
      return failed(`It has more than ${BYTES_MAX / 1_000_000} MB.`)
    }
    parts.push(bytes)
  }
  return { kind: "read", bytes: Buffer.concat(parts), ending: endingOf(answer.headers["content-type"] ?? "", url) }
}

/** How it is read: by what its server says it is, and by its name where that says nothing. */
function endingOf(type: string, url: string): string {
  const known = ENDINGS.find(([pattern]) => pattern.test(type))
  const named = /\.([a-z0-9]{1,10})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase()
  return known?.[1] ?? named ?? "txt"
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:text\/html|application\/xhtml)/i, "html"],
  [/^application\/pdf/i, "pdf"],
  [/^text\/markdown/i, "md"],
  [/^application\/(?:[a-z.+-]*\+)?json/i, "json"],
  [/^text\/csv/i, "csv"],
  [/wordprocessingml/i, "docx"],
]

function next(location: string, from: string): string {
  return URL.canParse(location, from) ? new URL(location, from).href : ""
}

function isAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, username, password } = new URL(url)
  return ["http:", "https:"].includes(protocol) && username === "" && password === ""
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "It could not be reached."
  if (error.name === "AbortError" || error.name === "TimeoutError") return "It did not answer within 15 seconds."
  return error.message === "" ? "It could not be reached." : error.message
}

function failed(words: string): FetchedDocument {
  return { kind: "failed", words }
}
