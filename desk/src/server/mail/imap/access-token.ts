import { z } from "zod"
import { conflict } from "../../../ledger/error.ts"
import { writeToken } from "../../database/mailboxes.ts"
import type { Desk } from "../../verbs/desk.ts"
import type { OpenedMailbox } from "../../verbs/mailboxes.ts"
import { cleanLine, cut } from "../clean-text.ts"
import type { Credential } from "./connect.ts"

const ANSWER_MS_MAX = 20_000
const ANSWER_LENGTH_MAX = 100_000 // characters; tokens have a few thousand
const SPARE_SECONDS = 60 // a token that ends sooner is not used any more
const LIFE_SECONDS = 3_600 // where the provider does not say, what most of them use

/** What signs in to the mailbox: its password, or an access token, got with the refresh token when the last one is old. */
export async function credentialOf(desk: Desk, mailbox: OpenedMailbox): Promise<Credential> {
  if (mailbox.secret.kind === "password") return { password: mailbox.secret.password }
  const { sealedToken, tokenUntil } = mailbox
  const isFresh =
    tokenUntil !== null && Temporal.Instant.compare(tokenUntil, desk.now().add({ seconds: SPARE_SECONDS })) > 0
  if (sealedToken !== null && isFresh) return { accessToken: desk.secrets.open(sealedToken) }
  return { accessToken: await refresh(desk, mailbox) }
}

/** The server did not take the token: the next try gets another. */
export async function forgetToken(desk: Desk, mailbox: OpenedMailbox): Promise<void> {
  if (mailbox.secret.kind !== "oauth" || mailbox.id === "") return
  const token = { sealedToken: desk.secrets.seal(""), until: desk.now().toString(), sealedSecret: null }
  await writeToken(desk.database, mailbox, token)
}

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().min(1).max(10_000_000).optional(),
  refresh_token: z.string().min(1).optional(),
})

/** RFC 6749, section 6. A refresh token that the provider gives anew takes the place of the old one. */
async function refresh(desk: Desk, mailbox: OpenedMailbox): Promise<string> {
  const { secret } = mailbox
  if (secret.kind !== "oauth") throw new Error("a mailbox without a refresh token")
  const answer = await ask(mailbox, secret)
  const token = {
    sealedToken: desk.secrets.seal(answer.access_token),
    until: desk
      .now()
      .add({ seconds: Math.round(answer.expires_in ?? LIFE_SECONDS) })
      .toString(),
    sealedSecret:
      answer.refresh_token === undefined
        ? null
        : desk.secrets.seal(JSON.stringify({ ...secret, refreshToken: answer.refresh_token })),
  }
  if (mailbox.id !== "") await writeToken(desk.database, mailbox, token)
  return answer.access_token
}

async function ask(
  { tokenUrl, clientId, scope }: OpenedMailbox,
  { clientSecret, refreshToken }: Extract<OpenedMailbox["secret"], { kind: "oauth" }>,
): Promise<z.output<typeof answerSchema>> {
  const form = new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken })
  if (clientId !== null) form.set("client_id", clientId)
  if (clientSecret !== "") form.set("client_secret", clientSecret)
  if (scope !== null && scope !== "") form.set("scope", scope)
  const answer = await fetch(tokenUrl ?? "", {
    method: "POST",
    body: form,
    headers: { accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(ANSWER_MS_MAX),
  })
  const text = await beginningOf(answer)
  const read = answerSchema.safeParse(jsonOf(text))
  if (answer.ok && read.success) return read.data
  const why = cut(cleanLine(refusalIn(text) ?? `status ${answer.status}`), 300)
  if (answer.status >= 500) throw new Error(`the provider gave no token: ${why}`)
  throw conflict(`The provider gave no access token: ${why}. Connect the account again.`)
}

/** No more of it than a token needs is ever held. */
async function beginningOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ""
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > ANSWER_LENGTH_MAX) break // and the rest is not fetched
  }
  return text.slice(0, ANSWER_LENGTH_MAX)
}

function refusalIn(text: string): string | null {
  const read = z.object({ error: z.string(), error_description: z.string().optional() }).safeParse(jsonOf(text))
  if (!read.success) return null
  const { error, error_description: description } = read.data
  return description === undefined ? error : `${error} (${description})`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
