import { cleanLine, cut } from "./clean-text.ts"

export type SendFailure =
  | { readonly kind: "refused"; readonly code: number; readonly words: string }
  | { readonly kind: "later"; readonly words: string }

type Server = { readonly host: string; readonly port: number }

/** What nodemailer's error means for the mail, in a sentence. Only an answer about this mail that is final is `refused`. */
export function failureOf(error: unknown, server: Server): SendFailure {
  const { code, command, response, responseCode } = detailsOf(error)
  if (responseCode !== null && responseCode >= 500 && aboutTheMail(code)) {
    return { kind: "refused", code: responseCode, words: `The outgoing server refused it: ${response}` }
  }
  if (command === "API" && code === "EENVELOPE")
    return { kind: "refused", code: 0, words: "The address is not one that mail can go to." }
  if (code === "EMESSAGE" && command === "MAIL FROM")
    return { kind: "refused", code: 552, words: "The outgoing server does not take mails of this size." }
  return { kind: "later", words: sentenceOf(error, server) }
}

/** Why the server did not take a mail for one of its recipients, and whether asking again is of no use. */
export function recipientFailure(error: unknown): { address: string; words: string; isFinal: boolean } {
  const { response, responseCode, words } = detailsOf(error)
  const recipient = typeof error === "object" && error !== null && "recipient" in error ? String(error.recipient) : ""
  return { address: recipient.toLowerCase(), words: response || words, isFinal: (responseCode ?? 0) >= 500 }
}

/** What went wrong on the way to, or with, the server, in a sentence that an admin can act on. */
export function sentenceOf(error: unknown, { host, port }: Server): string {
  const { code, system, response, words } = detailsOf(error)
  if (code === "EDNS" || system === "ENOTFOUND" || system === "EAI_AGAIN")
    return `There is no server named ${host}, or its name cannot be looked up now.`
  if (system === "ECONNREFUSED") return `${host} answers, but nothing listens on its port ${port}.`
  if (code === "ETIMEDOUT" || system === "ETIMEDOUT") return `${host} did not answer in time on port ${port}.`
  if (code === "EAUTH")
    return `The server did not accept the user name or password${response === "" ? "." : `: ${response}`}`
  if (CERTIFICATES.some((one) => system === one || words.includes(one)))
    return `${host} shows a certificate that is not valid for this name: ${words}`
  if (/wrong version number|packet length too long/i.test(words))
    return `${host} does not begin with encryption on port ${port}. Try STARTTLS.`
  if (code === "ETLS") return `The connection to ${host} could not be encrypted: ${response || words}`
  if (response !== "") return `The outgoing server said: ${response}`
  return `The connection to ${host} failed: ${words}`
}

const CERTIFICATES = [
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "self-signed certificate",
]

/** A 5xx to the sign-in or the greeting is about our settings, which somebody can put right; then this mail can still leave. */
function aboutTheMail(code: string): boolean {
  return code === "EENVELOPE" || code === "EMESSAGE"
}

type Details = {
  readonly code: string
  /** The operating system's or OpenSSL's own code, where there is one. */
  readonly system: string
  readonly command: string
  readonly response: string
  readonly responseCode: number | null
  readonly words: string
}

function detailsOf(error: unknown): Details {
  const fields: Readonly<Record<string, unknown>> = typeof error === "object" && error !== null ? { ...error } : {}
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "")
  const cause = typeof fields["cause"] === "object" && fields["cause"] !== null ? { ...fields["cause"] } : {}
  const words = cut(cleanLine(error instanceof Error ? error.message : String(error)), WORDS_LENGTH_MAX)
  return {
    code: text("code"),
    system:
      "code" in cause && typeof cause.code === "string"
        ? cause.code
        : (/\b(E[A-Z]{4,}|CERT_[A-Z_]+)\b/.exec(words)?.[0] ?? text("code")),
    command: text("command"),
    response: cut(cleanLine(text("response")), WORDS_LENGTH_MAX),
    responseCode: typeof fields["responseCode"] === "number" ? fields["responseCode"] : null,
    words,
  }
}

const WORDS_LENGTH_MAX = 500 // characters of what a server says
