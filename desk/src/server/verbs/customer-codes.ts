import * as codes from "../database/customer-codes.ts"
import type { OpenLink } from "../database/customer-links.ts"
import { readMailAddress } from "../database/people.ts"
import { type Desk, commit } from "./desk.ts"

export const CODE_MINUTES = 10 // long enough to open one's mail
export const CODE_TRIES_MAX = 5
/** Codes of one customer in a day: with five tries each, one guess in 40,000 days of guessing would be right. */
export const CODES_A_DAY_MAX = 5
const PASS_MINUTES = 30 // how long everything else shows after the right code
const HOURS_A_DAY = 24

/**
 * Has a code sent to the first mail address on file, unless there is none or too many were asked for. It says nothing of
 * that: whoever has the link need not be the customer.
 */
export async function askForCode(desk: Desk, { workspaceId, linkId, customerId }: OpenLink): Promise<void> {
  await commit(desk, async (queries) => {
    const now = desk.now()
    const since = now.subtract({ hours: HOURS_A_DAY }).toString()
    if ((await codes.countCodes(queries, workspaceId, customerId, since)) >= CODES_A_DAY_MAX) return
    if ((await readMailAddress(queries, workspaceId, customerId)) === null) return
    const codeId = desk.newId()
    const at = now.toString()
    const expiresAt = now.add({ minutes: CODE_MINUTES }).toString()
    await codes.insertCode(queries, { workspaceId, codeId, linkId, customerId, createdAt: at, expiresAt })
    await codes.insertCodeOutbox(queries, { workspaceId, outboxId: desk.newId(), codeId, at })
  })
}

/** Whether this is the newest code of the link, in time, at most at the fifth try, and for the first time. */
export async function tryCode(desk: Desk, { workspaceId, linkId }: OpenLink, typed: string): Promise<boolean> {
  return desk.database.transaction(async (queries) => {
    const code = await codes.lockNewestCode(queries, workspaceId, linkId)
    if (code === null || code.usedAt !== null || code.tries >= CODE_TRIES_MAX) return false
    const now = desk.now()
    const isRight = desk.digest(typed.replaceAll(/\s/g, "")) === desk.digest(codeOf(desk, code.codeId))
    const isInTime = Temporal.Instant.compare(code.expiresAt, now) > 0
    await codes.noteTry(queries, workspaceId, code.codeId, isRight && isInTime ? now.toString() : null)
    return isRight && isInTime
  })
}

/** Six digits that only this desk can make from the id, so that they are kept nowhere. */
export function codeOf(desk: Desk, codeId: string): string {
  const chance = BigInt(`0x${desk.sign(`customer-code ${codeId}`)}`)
  return String(chance % 1_000_000n).padStart(6, "0")
}

/** What a browser shows after the right code, to see everything else for half an hour. Worth nothing without the link. */
export function passOf(desk: Desk, link: OpenLink): { readonly pass: string; readonly seconds: number } {
  const seconds = PASS_MINUTES * 60
  const until = Math.trunc(desk.now().epochMilliseconds / 1000) + seconds
  return { pass: `${until}.${signatureOf(desk, link, until)}`, seconds }
}

export function isPass(desk: Desk, link: OpenLink, pass: string): boolean {
  const [, until = "0", signature = ""] = /^(\d{1,11})\.([0-9a-f]{64})$/.exec(pass) ?? []
  const isOurs = desk.digest(signature) === desk.digest(signatureOf(desk, link, Number(until)))
  return isOurs && Number(until) * 1000 > desk.now().epochMilliseconds
}

function signatureOf(desk: Desk, { workspaceId, linkId, customerId }: OpenLink, until: number): string {
  return desk.sign(`customer-pass ${workspaceId} ${linkId} ${customerId} ${until}`)
}
