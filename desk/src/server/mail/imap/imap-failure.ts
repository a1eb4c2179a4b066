import { Mistake } from "../../../ledger/error.ts"
import { cleanLine, cut } from "../clean-text.ts"
import { sentenceOf } from "../send-failure.ts"

const WORDS_LENGTH_MAX = 300 // characters of what a server says

/** What went wrong, in a sentence that an admin can act on; `refused` will not get better by itself. */
export type ImapFailure = { readonly words: string; readonly refused: boolean }

export function imapFailureOf(error: unknown, server: { readonly host: string; readonly port: number }): ImapFailure {
  if (error instanceof Mistake) return { words: error.message, refused: true }
  const fields: Readonly<Record<string, unknown>> = typeof error === "object" && error !== null ? { ...error } : {}
  const said =
    typeof fields["responseText"] === "string" ? cut(cleanLine(fields["responseText"]), WORDS_LENGTH_MAX) : ""
  if (fields["authenticationFailed"] === true) {
    return { words: `The server did not accept the sign-in${said === "" ? "." : `: ${said}`}`, refused: true }
  }
  if (TIMEOUTS.has(String(fields["code"]))) {
    return { words: `${server.host} did not answer in time on port ${server.port}.`, refused: false }
  }
  if (said !== "") return { words: `The mail server said: ${said}`, refused: false }
  return { words: sentenceOf(error, server), refused: false }
}

const TIMEOUTS = new Set(["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT", "ETIMEOUT"])
