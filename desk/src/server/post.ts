import { request as requestHttp } from "node:http"
import { request as requestHttps } from "node:https"
import { type Reach, lookupOf, refusalOf } from "./reach.ts"

export type Posting = { readonly body: string; readonly headers: Readonly<Record<string, string>> }
export type Posted = { readonly kind: "accepted" } | { readonly kind: "later"; readonly words: string }

const ANSWER_MS_MAX = 15_000 // who takes longer is asked again later

/**
 * Posts to an address; redirects are not followed. Unless `privateToo`, the very address that is connected to must be a public one:
 * a name that leads elsewhere the second time it is asked gains nothing. What came of it is a value.
 */
export function post(url: string, { body, headers }: Posting, reach: Reach): Promise<Posted> {
  const { protocol } = new URL(url)
  const refused = refusalOf(url, reach)
  if (refused !== null) return Promise.resolve(later(refused))
  return new Promise((settle) => {
    const request = protocol === "https:" ? requestHttps : requestHttp
    const asking = request(url, {
      method: "POST",
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      lookup: lookupOf(reach),
      agent: false, // a connection that was opened for something else was checked for something else
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    })
    asking.on("response", (answer) => {
      answer.resume()
      const status = answer.statusCode ?? 0
      settle(status >= 200 && status < 300 ? { kind: "accepted" } : later(`It answered ${status}.`))
    })
    asking.on("error", (error) => settle(later(wordsOf(error))))
    asking.end(body)
  })
}

function wordsOf(error: Error): string {
  if (error.name === "AbortError" || error.name === "TimeoutError") return "It did not answer within 15 seconds."
  return error.message === "" ? "It could not be reached." : error.message
}

function later(words: string): Posted {
  return { kind: "later", words }
}
