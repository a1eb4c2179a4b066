import { forbidden, invalid } from "../../ledger/error.ts"
import type { OpenLink } from "../database/customer-links.ts"
import type { CustomerAnswer } from "../verbs/customer-answers.ts"
import type { Desk } from "../verbs/desk.ts"
import { SAY_LENGTH_MAX } from "./promise-part.ts"

const PROOF_LENGTH = 40 // hex digits; 160 bits that only this desk can make
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Shows that a form came from the page of this link and is about this promise as it was shown: other sites cannot make it. */
export function proofOf(desk: Desk, { linkId }: OpenLink, promiseId: string, seq: number): string {
  return desk.sign(`customer-answer ${linkId} ${promiseId} ${seq}`).slice(0, PROOF_LENGTH)
}

/** What a form says. `forbidden` when it is not one of ours, `invalid` when it is not filled in as ours can be. */
export function readAnswer(desk: Desk, link: OpenLink, body: unknown): CustomerAnswer {
  const form = body instanceof URLSearchParams ? body : new URLSearchParams()
  const promiseId = form.get("promise") ?? ""
  const seq = Number(form.get("seq"))
  const isOurs =
    UUID.test(promiseId) &&
    Number.isSafeInteger(seq) &&
    desk.digest(form.get("proof") ?? "") === desk.digest(proofOf(desk, link, promiseId, seq))
  if (!isOurs) throw forbidden("This answer did not come from the page itself. Open the link again and answer there.")
  const answer = form.get("answer")
  if (answer !== "yes" && answer !== "not-yet") throw invalid("Press one of the two answers.")
  return { promiseId, seq, answer, note: storable(form.get("say") ?? "") }
}

/** PostgreSQL keeps no NUL, and half a surrogate pair would not come back as it was. */
export function storable(said: string): string {
  const text = said.replaceAll("\0", "").replaceAll("\r\n", "\n").trim()
  if (text.length > SAY_LENGTH_MAX + text.split("\n").length) {
    throw invalid(`Please say it in at most ${SAY_LENGTH_MAX} characters.`)
  }
  return text.toWellFormed()
}
