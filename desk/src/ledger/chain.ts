import type { By, EntryKind } from "./entry.ts"

/** SHA-256 in lower-case hex; passed in, because the ledger has no crypto. */
export type Digest = (text: string) => string

/** What a hash covers: everything of an entry but its texts, which it covers by their salted digest. */
export type Link = {
  readonly workspaceId: string
  readonly promiseId: string
  readonly seq: number
  readonly kind: EntryKind
  readonly at: string
  readonly recordedAt: string
  readonly by: By
  readonly body: unknown
  readonly textDigest: string | null
}

/** The hash before the first entry. */
export const GENESIS = "0".repeat(64)

/** Chains an entry to the one before it. Source of the scheme: Schneier and Kelsey 1999, "Secure audit logs", without their encryption. */
export function hashOf(link: Link, previousHash: string, digest: Digest): string {
  return digest(linkText(link, previousHash))
}

/** What `canonical({ ...link, previousHash })` gives, written out: a million of these are hashed when a ledger is verified. */
function linkText(link: Link, previousHash: string): string {
  const { by } = link
  const who = `{"id":${canonical(by.id)},"kind":${canonical(by.kind)}}`
  const what = `"at":${canonical(link.at)},"body":${canonical(link.body)},"by":${who},"kind":${canonical(link.kind)}`
  const where = `"previousHash":${canonical(previousHash)},"promiseId":${canonical(link.promiseId)}`
  const rest = `"seq":${link.seq},"textDigest":${canonical(link.textDigest)},"workspaceId":${canonical(link.workspaceId)}`
  return `{${what},${where},"recordedAt":${canonical(link.recordedAt)},${rest}}`
}

/** The digest of texts that may be erased later: without the salt, short words could be guessed from it. */
export function textDigestOf(texts: unknown, salt: string, digest: Digest): string {
  return digest(`${salt}\n${canonical(texts)}`)
}

export type ChainedEntry = { readonly link: Link; readonly previousHash: string; readonly hash: string }

/** The seq of the first entry that does not follow from those before it; null when the chain verifies. */
export function firstBreak(chain: readonly ChainedEntry[], digest: Digest): number | null {
  let previous = GENESIS
  for (const [index, { link, previousHash, hash }] of chain.entries()) {
    const follows = link.seq === index + 1 && previousHash === previous && hash === hashOf(link, previous, digest)
    if (!follows) return link.seq
    previous = hash
  }
  return null
}

/** JSON with sorted keys and no blanks, so that equal values have equal digests (as RFC 8785, for the values that we store). */
export function canonical(value: unknown): string {
  if (typeof value === "string") return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (!isObject(value)) return JSON.stringify(value ?? null)
  let text = ""
  for (const key of inOrder(Object.keys(value))) {
    const member = value[key]
    if (member !== undefined) text += `${text === "" ? "" : ","}${canonical(key)}:${canonical(member)}`
  }
  return `{${text}}`
}

const FEW = 16 // keys

/** As `sort`, which takes room of its own each time: a few keys are put in order where they are. */
function inOrder(keys: string[]): readonly string[] {
  if (keys.length > FEW) return keys.sort()
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] ?? ""
    let place = at
    for (; place > 0 && (keys[place - 1] ?? "") > key; place -= 1) keys[place] = keys[place - 1] ?? ""
    keys[place] = key
  }
  return keys
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null
}

/** What JSON writes as it is: ids, hashes and instants are told in a glance. */
const PLAIN = /^[\w :.-]*$/
